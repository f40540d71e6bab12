package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A customer's answer to a survey. @param ratings question to number: 103 extremely happy … -103 extremely unhappy */
public record SatisfactionRating(
        long id,
        long surveyId,
        long userId,
        Long agentId,
        Long groupId,
        long ticketId,
        String feedback,
        JsonNode ratings,
        Instant createdAt,
        Instant updatedAt) {}
