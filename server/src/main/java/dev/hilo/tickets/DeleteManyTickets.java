package dev.hilo.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Privilege;
import dev.hilo.api.BulkDeleteTickets;
import dev.hilo.db.Database;
import dev.hilo.jobs.JobContext;
import dev.hilo.jobs.JobWork;
import java.time.Clock;

/** Puts one ticket after the other into the trash. */
public final class DeleteManyTickets implements JobWork {

    public static final String KIND = "tickets.delete";

    private final Database database;
    private final Clock clock;

    public DeleteManyTickets(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public JsonNode run(JobContext job) {
        job.caller().require(Privilege.DELETE_TICKETS);
        var ids = job.request(BulkDeleteTickets.class).bulkAction().ids();
        return new TicketSteps(database, job, (handle, id) -> Tickets.delete(handle, job.caller(), id, clock.instant()))
                .run(ids);
    }
}
