package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a background job is.
 *
 * @param status {@code IN PROGRESS}, {@code COMPLETED} or {@code FAILED}
 * @param data what came of it, such as {@code {"success": […], "failure": […]}}; absent until it is completed
 */
public record JobStatus(
        String id,
        String status,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode data) {}
