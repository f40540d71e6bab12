package dev.hilo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A connection as somebody wants it. */
public record Wanted(
        String address,
        byte[] sealedToken,
        JsonNode mapping,
        String notes,
        Instant since,
        boolean requestersOnly,
        int everyMinutes,
        boolean active,
        boolean writes) {}
