package dev.hilo.api;

import java.util.List;

/** The agents who may see a ticket although it is outside of their scope; sent and answered alike. */
public record TicketAccesses(@Required @Bounds(100) List<Long> userIds) {}
