package dev.hilo.api;

import java.util.List;

/** Agents who are given access to a ticket, and such as lose it. */
public record ChangeTicketAccesses(@Required @Bounds(100) List<Access> userIds) {

    /** @param deleted true to take the access away */
    public record Access(@Required Long id, Boolean deleted) {}
}
