package dev.hilo.insight;

import java.time.Instant;
import java.util.List;

/** Something that customers write about, as the account names it. */
public record Topic(
        long id, String name, String description, List<String> examples, Instant createdAt, Instant updatedAt) {}
