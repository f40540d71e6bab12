package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * An article of the help centre, in one language.
 *
 * @param type 1 permanent, 2 workaround
 * @param status 1 draft, 2 published
 */
public record SolutionArticle(
        long id,
        int type,
        int status,
        Long agentId,
        Instant createdAt,
        long categoryId,
        long folderId,
        String title,
        Instant updatedAt,
        String description,
        String descriptionText,
        JsonNode seoData,
        List<String> tags,
        List<Attachment> attachments,
        List<String> cloudFiles,
        int thumbsUp,
        int thumbsDown,
        int hits,
        int suggested,
        int feedbackCount,
        List<SolutionLevel> hierarchy) {}
