package dev.hilo.bulknotes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.jobs.JobContext;
import dev.hilo.jobs.JobWork;
import dev.hilo.placeholders.Template;
import dev.hilo.placeholders.TicketPlaceholders;
import dev.hilo.tickets.TicketSearch;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Writes a bulk note on those of its tickets that the query still finds. */
public final class WriteBulkNote implements JobWork {

    public static final String KIND = "bulk_notes.write";

    private final Database database;
    private final TicketSearch search;
    private final Conversations conversations;
    private final TicketPlaceholders placeholders;
    private final Clock clock;

    public WriteBulkNote(
            Database database,
            TicketSearch search,
            Conversations conversations,
            TicketPlaceholders placeholders,
            Clock clock) {
        this.database = database;
        this.search = search;
        this.conversations = conversations;
        this.placeholders = placeholders;
        this.clock = clock;
    }

    @Override
    public JsonNode run(JobContext job) {
        var steps = new BulkNoteSteps(database, clock, job);
        var bulk = steps.bulk();
        var caller = job.caller();
        caller.require(BulkNotes.privilege(bulk.isNote()));
        var found = search.among(caller, bulk.query());
        return steps.run(
                "pending",
                (handle, ticketId, nothing) -> {
                    if (!found.lock(handle, ticketId)) {
                        return new BulkNoteSteps.Outcome("skipped", "The query does not find it any more", null);
                    }
                    String body = filled(handle, caller.accountId(), ticketId, bulk.body());
                    long entry = bulk.isNote()
                            ? conversations.note(handle, caller, ticketId, bulk.note(body))
                            : conversations.reply(handle, caller, ticketId, bulk.reply(body));
                    return new BulkNoteSteps.Outcome("written", null, entry);
                },
                "running",
                "done");
    }

    private String filled(Handle handle, long accountId, long ticketId, String body) {
        if (!body.contains("{{")) return body;
        return new Template(body).asHtml(placeholders.of(handle, accountId, ticketId, null));
    }
}
