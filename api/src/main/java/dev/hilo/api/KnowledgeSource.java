package dev.hilo.api;

import java.time.Instant;

/**
 * Where knowledge comes from, and how its last reading went. Its key is never shown.
 *
 * @param state {@code WAITING}, {@code READING}, {@code READ} or {@code FAILED}
 * @param error why it failed
 * @param documents that are in it
 * @param failed documents that could not be taken in
 * @param found documents that the last reading saw
 * @param taken those of them that were new or changed
 * @param gone those that were not there any more
 */
public record KnowledgeSource(
        long id,
        String kind,
        String name,
        String address,
        String place,
        String reader,
        boolean forCustomers,
        String language,
        boolean active,
        int everyHours,
        String state,
        String error,
        Instant begunAt,
        Instant endedAt,
        long documents,
        long failed,
        int found,
        int taken,
        int gone,
        Instant createdAt,
        Instant updatedAt) {}
