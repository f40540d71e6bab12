package dev.hilo.export;

import java.time.Instant;

/**
 * What a run leaves in its target, so that the next one goes on from there.
 *
 * @param account its subdomain
 * @param cursor the last event that the run has seen
 * @param shape a digest of the schema, the account's fields and the selection: another one means a whole run
 */
public record Manifest(
        String account, long accountId, int schemaVersion, long cursor, String shape, Instant exportedAt) {}
