package dev.hilo.bulknotes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Privilege;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.jobs.JobContext;
import dev.hilo.jobs.JobWork;
import java.time.Clock;

/** Deletes the notes that a bulk note has written, but for those that somebody has edited since. */
public final class UndoBulkNote implements JobWork {

    public static final String KIND = "bulk_notes.undo";

    private final Database database;
    private final Conversations conversations;
    private final Clock clock;

    public UndoBulkNote(Database database, Conversations conversations, Clock clock) {
        this.database = database;
        this.conversations = conversations;
        this.clock = clock;
    }

    @Override
    public JsonNode run(JobContext job) {
        var steps = new BulkNoteSteps(database, clock, job);
        job.caller().require(Privilege.EDIT_CONVERSATIONS);
        return steps.run(
                "written",
                (handle, ticketId, entry) -> {
                    conversations.deleteUnedited(handle, job.caller(), entry);
                    return new BulkNoteSteps.Outcome("undone", null, null);
                },
                "undoing",
                "undone");
    }
}
