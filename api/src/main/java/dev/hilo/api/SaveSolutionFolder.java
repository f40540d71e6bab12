package dev.hilo.api;

import java.util.List;

/** A folder or its translation, made or changed. */
public record SaveSolutionFolder(
        @Bounds(255) Patch<String> name,
        Patch<String> description,
        @Among({"1", "2", "3", "4", "5", "6", "7"}) Integer visibility,
        Patch<Long> parentFolderId,
        Patch<List<Long>> companyIds,
        Patch<List<Long>> contactSegmentIds,
        Patch<List<Long>> companySegmentIds) {}
