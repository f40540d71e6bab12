package dev.hilo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.Patch;
import java.time.Instant;

/**
 * A connection; what is absent stays as it is.
 *
 * @param token of a private app there; never shown again
 * @param mapping fields by properties, of {@code contact} and {@code company}
 * @param notes of which tickets
 * @param since tickets created then or later alone
 * @param requestersOnly contacts that have written alone
 * @param active whether it runs by itself
 * @param writes whether runs by themselves write
 */
public record PutConnection(
        @Bounds(500) String token,
        @Bounds(500) String address,
        Patch<JsonNode> mapping,

        @Among({"none", "resolved", "all"}) String notes,

        Patch<Instant> since,
        Boolean requestersOnly,
        Integer everyMinutes,
        Boolean active,
        Boolean writes) {}
