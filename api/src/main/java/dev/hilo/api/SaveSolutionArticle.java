package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An article or its translation, made or changed. */
public record SaveSolutionArticle(
        @Bounds(255) Patch<String> title,
        Patch<String> description,
        @Among({"1", "2"}) Integer type,
        @Among({"1", "2"}) Integer status,
        Patch<List<String>> tags,
        Patch<JsonNode> seoData,
        Long agentId,
        Long folderId,
        List<Upload> attachments) {}
