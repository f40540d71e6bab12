package dev.hilo.api;

import java.time.Instant;

/**
 * A new export that runs again and again.
 *
 * @param kind what it writes
 * @param url of a PostgreSQL, with its password; never shown again
 * @param resolvedOnly tickets that are resolved or closed alone
 * @param since tickets created then or later alone
 * @param redact without what tells of a customer
 * @param everyMinutes the pause between two runs; a day when absent
 */
public record CreateDataExport(
        @Required @Bounds(255) String name,

        @Required @Among({"duckdb", "parquet", "csv", "jsonl", "postgresql"})
        String kind,

        @Bounds(2000) String url,
        Boolean resolvedOnly,
        Instant since,
        Boolean redact,
        Integer everyMinutes,
        Boolean active) {}
