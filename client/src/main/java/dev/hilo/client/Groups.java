package dev.hilo.client;

import dev.hilo.api.AdminGroup;
import dev.hilo.api.Group;
import dev.hilo.api.GroupAgent;
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

    /** {@code client.groups().create(Map.of("name", "Billing", "agent_ids", List.of(ben.id())))} */
    public Group create(Object body) {
        return post("/groups", body, Group.class);
    }

    /** {@code client.groups().update(7, Map.of("description", "Invoices"))} */
    public Group update(long id, Object body) {
        return put("/groups/" + id, body, Group.class);
    }

    /** Its tickets stay, in no group: {@code client.groups().delete(7)}. */
    public void delete(long id) {
        delete("/groups/" + id);
    }

    /** The same groups as administrators see them: {@code client.groups().forAdministrators().all()}. */
    public Records<AdminGroup, AdminGroup> forAdministrators() {
        return Records.of(raw(), "/admin/groups", AdminGroup.class);
    }

    /** {@code client.groups().members(7)} */
    public Pages<GroupAgent> members(long id) {
        return pages("/admin/groups/" + id + "/agents", GroupAgent.class);
    }

    /** {@code client.groups().changeMembers(7, Map.of("agents", List.of(Map.of("id", ben.id()))))} */
    public void changeMembers(long id, Object body) {
        send("PATCH", "/admin/groups/" + id + "/agents", body);
    }
}
