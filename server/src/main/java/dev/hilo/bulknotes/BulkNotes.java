package dev.hilo.bulknotes;

import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Privilege;
import dev.hilo.api.BulkNote;
import dev.hilo.api.BulkNoteTicket;
import dev.hilo.api.CreateBulkNote;
import dev.hilo.api.FieldError;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.jobs.ApiJobs;
import dev.hilo.placeholders.Template;
import dev.hilo.tickets.TicketSearch;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** One note or reply for every ticket that a search finds: previewed, confirmed, written by a job, taken back. */
public final class BulkNotes {

    static final int MOST_TICKETS = 10_000;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final TicketSearch search;
    private final ApiJobs jobs;
    private final Accounts accounts;
    private final Clock clock;

    public BulkNotes(Database database, TicketSearch search, ApiJobs jobs, Accounts accounts, Clock clock) {
        this.database = database;
        this.search = search;
        this.jobs = jobs;
        this.accounts = accounts;
        this.clock = clock;
    }

    static Privilege privilege(boolean isNote) {
        return isNote ? Privilege.ADD_NOTES : Privilege.REPLY_TICKETS;
    }

    /** Finds out whom it would reach, and remembers them; no ticket is touched. */
    public BulkNote preview(Caller caller, CreateBulkNote asked) {
        check(asked);
        boolean isNote = asked.note() != null;
        caller.require(privilege(isNote));
        String query = quoted(asked.query());
        return database.write(handle -> {
            var ids = search.ids(handle, caller, query, MOST_TICKETS + 1);
            if (ids.size() > MOST_TICKETS) {
                throw new Refusal.Invalid(
                        FieldError.invalid("query", "It should find at most " + MOST_TICKETS + " tickets"));
            }
            var store = store(handle);
            long id = store.insert(
                    caller.accountId(),
                    caller.agentId(),
                    query,
                    isNote ? "note" : "reply",
                    text(asked),
                    !isPublic(asked),
                    ids.size(),
                    clock.instant());
            store.insertTickets(caller.accountId(), id, ids);
            var first = ids.subList(0, Math.min(10, ids.size()));
            return store.find(caller.accountId(), id).orElseThrow().view(store.counts(caller.accountId(), id), first);
        });
    }

    private static void check(CreateBulkNote asked) {
        var problems = new Problems();
        problems.addIf(
                (asked.note() == null) == (asked.reply() == null),
                new FieldError("note", "It should have either a note or a reply", "missing_field"));
        if (asked.note() != null) text("note.body", asked.note().body(), problems);
        if (asked.reply() != null) text("reply.body", asked.reply().body(), problems);
        problems.addIf(
                isPublic(asked) && new Template(text(asked)).names("ticket.latest_private_comment"),
                FieldError.invalid(
                        asked.note() == null ? "reply.body" : "note.body",
                        "What customers see cannot quote a private comment"));
        problems.refuse();
    }

    private static boolean isPublic(CreateBulkNote asked) {
        return asked.note() == null || Boolean.FALSE.equals(asked.note().isPrivate());
    }

    private static String text(CreateBulkNote asked) {
        String text = asked.note() != null
                ? asked.note().body()
                : asked.reply() == null ? null : asked.reply().body();
        return text == null ? "" : text;
    }

    private static void text(String field, String text, Problems problems) {
        problems.addIf(text == null || text.isBlank(), FieldError.missing(field, "String"));
    }

    /** In a JSON string the quotes that the search wants would have to be escaped; they may be left out. */
    private static String quoted(String query) {
        return query.startsWith("\"") ? query : '"' + query + '"';
    }

    public BulkNote view(Caller caller, long id) {
        return database.read(handle -> {
            var row = require(caller, store(handle).find(caller.accountId(), id));
            return row.view(store(handle).counts(caller.accountId(), id), null);
        });
    }

    /** What has become of it, ticket by ticket. */
    public Page<BulkNoteTicket> tickets(Caller caller, long id, Paging paging) {
        return database.read(handle -> {
            require(caller, store(handle).find(caller.accountId(), id));
            return Page.of(store(handle).tickets(caller.accountId(), id, paging.limit(), paging.offset()), paging);
        });
    }

    /**
     * Starts the writing. One that runs or has ended is not started again; one whose job has given up goes on where that
     * left off.
     *
     * @param jobId the call's request id
     * @return the job that writes it
     */
    public String confirm(Caller caller, long id, String jobId) {
        return database.write(handle -> {
            var row = require(caller, store(handle).lock(caller.accountId(), id));
            if (row.agentId() != caller.agentId()) {
                throw new Refusal.InconsistentState("It can be confirmed by the agent alone who has asked for it");
            }
            caller.require(privilege(row.isNote()));
            return switch (row.status()) {
                case "preview" -> begin(handle, caller, unexpired(row), "running", WriteBulkNote.KIND, jobId);
                case "running" ->
                    row.jobFailed()
                            ? begin(handle, caller, row, "running", WriteBulkNote.KIND, jobId)
                            : row.jobId().toString();
                case "done" -> row.jobId().toString();
                default -> throw new Refusal.InconsistentState("It has been taken back");
            };
        });
    }

    private BulkNoteRow unexpired(BulkNoteRow row) {
        if (clock.instant().isBefore(row.expiresAt())) return row;
        throw new Refusal.InconsistentState("The preview is older than an hour. Ask for a new one.");
    }

    /** Starts taking back the notes that nobody has edited. @return the job that does it */
    public String undo(Caller caller, long id, String jobId) {
        return database.write(handle -> {
            var row = require(caller, store(handle).lock(caller.accountId(), id));
            caller.require(Privilege.EDIT_CONVERSATIONS);
            if (!row.isNote()) throw new Refusal.InconsistentState("A reply that has been sent cannot be taken back");
            return switch (row.status()) {
                case "preview" -> throw new Refusal.InconsistentState("Nothing has been written");
                case "running" -> {
                    if (!row.jobFailed()) throw new Refusal.InconsistentState("It is still being written");
                    yield begin(handle, caller, row, "undoing", UndoBulkNote.KIND, jobId);
                }
                case "undoing" ->
                    row.jobFailed()
                            ? begin(handle, caller, row, "undoing", UndoBulkNote.KIND, jobId)
                            : row.jobId().toString();
                case "done" -> begin(handle, caller, row, "undoing", UndoBulkNote.KIND, jobId);
                default -> row.jobId().toString();
            };
        });
    }

    private String begin(Handle handle, Caller caller, BulkNoteRow row, String status, String kind, String jobId) {
        store(handle).begin(caller.accountId(), row.id(), status, UUID.fromString(jobId), clock.instant());
        return jobs.start(handle, caller, kind, Map.of("bulk_note_id", row.id()), jobId);
    }

    /** Who made it sees it, and who administers. */
    private static BulkNoteRow require(Caller caller, Optional<BulkNoteRow> found) {
        return found.filter(row -> row.agentId() == caller.agentId() || caller.may(Privilege.ADMINISTER))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Forgets previews after a day, and the rest, with the possibility to take it back, after thirty. */
    public void forgetOld() {
        var now = clock.instant();
        for (var account : accounts.list()) {
            database.run(handle ->
                    store(handle).forget(account.accountId(), now.minus(Duration.ofDays(1)), now.minus(KEPT)));
        }
    }

    private static BulkNoteStore store(Handle handle) {
        return handle.attach(BulkNoteStore.class);
    }
}
