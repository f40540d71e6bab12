package dev.hilo.api;

import java.time.Instant;
import java.util.List;

/** A prepared answer. @param visibility 0 all agents, 1 its owner, 2 the groups given */
public record CannedResponse(
        long id,
        String title,
        long folderId,
        String shortCode,
        String content,
        String contentHtml,
        List<Attachment> attachments,
        Instant createdAt,
        Instant updatedAt,
        List<Long> groupIds,
        int visibility) {}
