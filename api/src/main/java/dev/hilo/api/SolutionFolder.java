package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A folder of the help centre, in one language.
 *
 * @param visibility 1 all, 2 logged in, 3 agents, 4 companies, 5 bots, 6 contact segments, 7 company segments
 */
public record SolutionFolder(
        long id,
        String name,
        String description,
        long categoryId,
        int articlesCount,
        Instant createdAt,
        Instant updatedAt,
        String iconUrl,
        Long parentFolderId,
        int subFoldersCount,
        List<SolutionLevel> hierarchy,
        int visibility,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Long> companyIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Long> contactSegmentIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Long> companySegmentIds) {}
