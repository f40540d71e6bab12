package dev.hilo.api;

import java.util.List;

/** A change of a section; what is absent stays. */
public record UpdateFieldSection(@Bounds(255) String label, List<Long> choiceIds, List<Long> ticketFieldIds) {}
