package dev.hilo.api;

import java.util.List;

/** Many tickets for the trash. */
public record BulkDeleteTickets(@Required Action bulkAction) {

    public record Action(@Required @Bounds(1000) List<Long> ids) {}
}
