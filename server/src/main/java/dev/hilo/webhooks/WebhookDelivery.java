package dev.hilo.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An event on its way to a subscriber.
 *
 * @param state {@code WAITING}, {@code SENDING}, {@code DELIVERED}, or {@code PARKED} once it has failed for the last time
 * @param tries so far in this round
 * @param dueAt when it is tried next; of no meaning once it has ended
 * @param attempts each with its number, time, milliseconds, status, error and the first kilobyte of the answer
 */
public record WebhookDelivery(
        long eventId,
        String state,
        int tries,
        Instant dueAt,
        Instant createdAt,
        Instant updatedAt,
        JsonNode attempts) {}
