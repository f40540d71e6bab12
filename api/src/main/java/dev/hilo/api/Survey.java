package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** What customers are asked after a solution. @param questions {@code [{"id", "label", "accepted_ratings", "default"}]} */
public record Survey(long id, String title, boolean active, JsonNode questions, Instant createdAt, Instant updatedAt) {}
