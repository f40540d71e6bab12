package dev.hilo.client;

import dev.hilo.api.Role;

/** What agents may do. */
public final class Roles extends Resource {

    Roles(Raw raw) {
        super(raw);
    }

    /** {@code client.roles().all()} */
    public Pages<Role> all() {
        return pages("/roles", Role.class);
    }

    /** {@code client.roles().get(7)} */
    public Role get(long id) {
        return one("/roles/" + id, Role.class);
    }
}
