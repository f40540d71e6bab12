package dev.hilo.client;

import dev.hilo.api.Group;
import dev.hilo.api.GroupItem;

/** The groups that tickets are assigned to. */
public final class Groups extends Resource {

    Groups(Raw raw) {
        super(raw);
    }

    /** {@code client.groups().all()} */
    public Pages<GroupItem> all() {
        return pages("/groups", GroupItem.class);
    }

    /** {@code client.groups().get(7)} */
    public Group get(long id) {
        return one("/groups/" + id, Group.class);
    }
}
