package dev.hilo.bulknotes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.jobs.JobContext;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A job that goes through the tickets of a bulk note. Each step locks its row, does its work and writes down the outcome
 * in one transaction, so that it is done once however often the job is begun, and by however many nodes at a time.
 */
final class BulkNoteSteps {

    private static final int BATCH = 200;

    /** What a step does, and what came of it. */
    @FunctionalInterface
    interface Step {
        Outcome of(Handle handle, long ticketId, Long conversationId);
    }

    /** @param conversationId the entry that was written, or null */
    record Outcome(String name, String reason, Long conversationId) {}

    private final Database database;
    private final Clock clock;
    private final JobContext job;
    private final BulkNoteRow bulk;
    private final long accountId;
    private int settled;

    BulkNoteSteps(Database database, Clock clock, JobContext job) {
        this.database = database;
        this.clock = clock;
        this.job = job;
        this.accountId = job.account().accountId();
        long id = job.request().get("bulk_note_id").asLong();
        this.bulk = database.read(h -> store(h).find(accountId, id)).orElseThrow(Refusal.NotFound::new);
    }

    BulkNoteRow bulk() {
        return bulk;
    }

    /** @param open the outcome of the tickets that are to be gone through; every step must give another one */
    JsonNode run(String open, Step step, String before, String after) {
        int total = Math.max(1, bulk.tickets());
        for (var batch = with(open); !batch.isEmpty(); batch = with(open)) {
            for (long ticketId : batch) one(open, ticketId, step, 100 * Math.min(++settled, total) / total);
        }
        return database.write(handle -> {
            store(handle).end(accountId, bulk.id(), before, after, clock.instant());
            return counts(handle);
        });
    }

    private List<Long> with(String outcome) {
        return database.read(h -> store(h).with(accountId, bulk.id(), outcome, BATCH));
    }

    private void one(String open, long ticketId, Step step, int progress) {
        try {
            settle(open, ticketId, step, progress);
        } catch (Refusal refused) {
            var outcome = refusal(open, refused);
            settle(open, ticketId, (handle, ticket, entry) -> outcome, progress);
        }
    }

    private void settle(String open, long ticketId, Step step, int progress) {
        database.run(handle -> {
            var claimed = store(handle).claim(accountId, bulk.id(), ticketId, open);
            if (claimed.isEmpty()) return;
            var outcome = step.of(handle, ticketId, claimed.get().conversationId());
            store(handle)
                    .settle(
                            accountId,
                            bulk.id(),
                            ticketId,
                            outcome.name(),
                            outcome.reason(),
                            outcome.conversationId(),
                            clock.instant());
            job.save(handle, progress, JsonNodeFactory.instance.objectNode());
        });
    }

    /** What is not there or not open is passed over; what is wrong is refused; an undo leaves both alone. */
    private static Outcome refusal(String open, Refusal refused) {
        String reason = reason(refused);
        if (open.equals("written")) return new Outcome("kept", reason, null);
        boolean isSkipped = refused instanceof Refusal.NotFound || refused instanceof Refusal.MethodNotAllowed;
        return new Outcome(isSkipped ? "skipped" : "refused", reason, null);
    }

    private static String reason(Refusal refused) {
        return switch (refused) {
            case Refusal.Invalid invalid ->
                String.join(
                        "; ",
                        invalid.errors.stream()
                                .map(error -> error.field() + ": " + error.message())
                                .toList());
            case Refusal.NotFound gone -> "It is gone, or not to be seen";
            case Refusal.MethodNotAllowed frozen -> "The ticket is in the trash, in spam or archived";
            default -> refused.getMessage();
        };
    }

    private JsonNode counts(Handle handle) {
        return Json.MAPPER.valueToTree(store(handle).counts(accountId, bulk.id()));
    }

    private static BulkNoteStore store(Handle handle) {
        return handle.attach(BulkNoteStore.class);
    }
}
