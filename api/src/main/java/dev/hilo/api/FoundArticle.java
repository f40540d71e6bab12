package dev.hilo.api;

import java.time.Instant;
import java.util.List;

/** An article that a search found. */
public record FoundArticle(
        long id,
        int type,
        long categoryId,
        long folderId,
        List<SolutionLevel> hierarchy,
        int folderVisibility,
        Long agentId,
        String path,
        Instant modifiedAt,
        Long modifiedBy,
        int languageId,
        String title,
        int status,
        Instant createdAt,
        Instant updatedAt,
        String description,
        String descriptionText,
        String categoryName,
        String folderName) {}
