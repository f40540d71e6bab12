package dev.hilo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** An account's tie to its CRM as it lies in the table. */
public record Connection(
        long accountId,
        long id,
        String crm,
        String address,
        byte[] sealedToken,
        JsonNode mapping,
        String notes,
        Instant since,
        boolean requestersOnly,
        int everyMinutes,
        boolean active,
        boolean writes,
        Instant createdAt,
        Instant updatedAt,
        String home,
        Instant doneUntil,
        String state,
        String asked,
        Instant dueAt,
        Instant lastStartedAt,
        Instant lastEndedAt,
        JsonNode lastReport,
        String lastError) {}
