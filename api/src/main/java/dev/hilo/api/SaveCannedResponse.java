package dev.hilo.api;

import java.util.List;

/** A prepared answer, made or changed. Placeholders such as {@code {{ticket.id}}} are kept as they are. */
public record SaveCannedResponse(
        @Bounds(255) String title,
        String contentHtml,
        Long folderId,
        @Among({"0", "1", "2"}) Integer visibility,
        List<Long> groupIds,
        List<Upload> attachments) {}
