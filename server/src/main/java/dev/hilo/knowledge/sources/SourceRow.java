package dev.hilo.knowledge.sources;

import dev.hilo.api.KnowledgeSource;
import java.time.Instant;

/** A source as it is kept. Public for its mapping. */
public record SourceRow(
        long accountId,
        long id,
        String kind,
        String name,
        String address,
        String place,
        String reader,
        byte[] sealedKey,
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
        Instant updatedAt) {

    /** What its passages are of. */
    String passages() {
        return kind.replace('_', ' ') + " " + id;
    }

    KnowledgeSource view() {
        return new KnowledgeSource(
                id,
                kind,
                name,
                address,
                place,
                reader,
                forCustomers,
                language,
                active,
                everyHours,
                state,
                error,
                begunAt,
                endedAt,
                documents,
                failed,
                found,
                taken,
                gone,
                createdAt,
                updatedAt);
    }
}
