package dev.hilo.api;

import java.util.List;

/** A new section of a ticket field. */
public record CreateFieldSection(
        @Required @Bounds(255) String label, @Required List<Long> choiceIds, List<Long> ticketFieldIds) {}
