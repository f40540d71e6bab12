package dev.hilo.api;

import java.util.List;

/** A group of fields that is asked for when one of some choices of its parent field is picked. */
public record FieldSection(
        long id,
        String label,
        long parentTicketFieldId,
        List<Long> ticketFieldIds,
        boolean isFsm,
        List<Long> choiceIds) {}
