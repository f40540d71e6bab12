package dev.hilo.pages;

import dev.hilo.accounts.Caller;
import dev.hilo.api.CreateForward;
import dev.hilo.api.CreateNote;
import dev.hilo.api.CreateReply;
import dev.hilo.api.FieldError;
import dev.hilo.api.Upload;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.html.Html;
import dev.hilo.mail.out.Outbox;
import dev.hilo.tickets.Tickets;
import dev.hilo.web.Address;
import dev.hilo.web.IfMatch;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/** What agents write: drafts, replies that can be taken back for ten seconds, notes that tell those they mention. */
public final class Writing {

    static final Duration TIME_TO_UNDO = Duration.ofSeconds(10);

    /** What an agent has begun to write. */
    public record Drafts(String reply, String note, String forward) {}

    /**
     * @param status what the ticket is set to with it, or null
     * @param to of a forward: addresses, separated by commas
     * @param cc of a reply, the same, or null
     * @param proposal that it was taken from, or null
     */
    record Message(String body, Integer status, String to, String cc, List<Upload> attachments, Long proposal) {}

    private static final Set<String> RECALLABLE = Set.of("QUEUED", "WAITING_FOR_SERVER");

    private final Database database;
    private final Conversations conversations;
    private final Tickets tickets;
    private final Outbox outbox;
    private final Undo undo;
    private final Proposals proposals;
    private final Clock clock;

    public Writing(
            Database database,
            Conversations conversations,
            Tickets tickets,
            Outbox outbox,
            Undo undo,
            Proposals proposals,
            Clock clock) {
        this.database = database;
        this.conversations = conversations;
        this.tickets = tickets;
        this.outbox = outbox;
        this.undo = undo;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** @return how to take it back */
    String reply(Caller caller, Address address, long ticketId, Message message) {
        var reply = new CreateReply(message.body, null, message.attachments, null, null, addresses(message.cc), null);
        return send(
                caller,
                address,
                ticketId,
                message,
                "reply",
                () -> conversations
                        .reply(caller, address, ticketId, reply)
                        .entry()
                        .id());
    }

    /** @return how to take it back */
    String forward(Caller caller, Address address, long ticketId, Message message) {
        var to = addresses(message.to);
        if (to == null || to.isEmpty()) throw new Refusal.Invalid(FieldError.missing("to", "String"));
        var forward =
                new CreateForward(message.body, to, null, null, null, null, null, null, null, message.attachments);
        return send(
                caller,
                address,
                ticketId,
                message,
                "forward",
                () -> conversations
                        .forward(caller, address, ticketId, forward)
                        .entry()
                        .id());
    }

    /** @param write puts the entry into the ticket @param kind of the draft that it began as */
    private String send(
            Caller caller, Address address, long ticketId, Message message, String kind, LongSupplier write) {
        requireText(message);
        int status = tickets.view(caller, address, ticketId).status();
        long entry = database.whole(handle -> {
            long id = write.getAsLong();
            set(caller, address, ticketId, message.status);
            outbox.hold(handle, caller.accountId(), id, clock.instant().plus(TIME_TO_UNDO));
            store(handle).dropDraft(caller.accountId(), caller.agentId(), ticketId, kind);
            if (message.proposal != null) proposals.sent(handle, caller, ticketId, message.proposal, message.body, id);
            return id;
        });
        Integer back = message.status == null || message.status == status ? null : status;
        return undo.keep(caller, () -> takeBack(caller, address, ticketId, entry, back, message.body, kind));
    }

    private void takeBack(
            Caller caller, Address address, long ticketId, long entry, Integer status, String body, String kind) {
        database.whole(handle -> {
            var state = store(handle).mailState(caller.accountId(), entry);
            if (state.isPresent() && !RECALLABLE.contains(state.get()))
                throw new Refusal.InconsistentState("The mail has been sent already.");
            conversations.delete(caller, entry, IfMatch.ANY);
            proposals.takenBack(handle, caller, ticketId, entry);
            set(caller, address, ticketId, status);
            store(handle)
                    .saveDraft(caller.accountId(), caller.agentId(), ticketId, kind, Html.clean(body), clock.instant());
            return null;
        });
    }

    void note(Caller caller, Address address, long ticketId, Message message) {
        requireText(message);
        var mentioned = database.read(h -> {
            var ids = store(h).mentioned(caller.accountId(), Html.toLine(Html.clean(message.body))).stream()
                    .map(Named::id)
                    .toList();
            return ids.isEmpty() ? List.<String>of() : store(h).emails(caller.accountId(), ids);
        });
        var note = new CreateNote(
                message.body, null, true, null, mentioned.isEmpty() ? null : mentioned, null, message.attachments);
        database.whole(handle -> {
            conversations.note(caller, address, ticketId, note);
            set(caller, address, ticketId, message.status);
            store(handle).dropDraft(caller.accountId(), caller.agentId(), ticketId, "note");
            return null;
        });
    }

    private static void requireText(Message message) {
        if (message.body == null || Html.toLine(Html.clean(message.body)).isBlank())
            throw new Refusal.Invalid(FieldError.missing("body", "String"));
    }

    private void set(Caller caller, Address address, long ticketId, Integer status) {
        if (status != null) tickets.update(caller, address, ticketId, Changes.status(status), IfMatch.ANY);
    }

    private static List<String> addresses(String text) {
        if (text == null) return null;
        return Arrays.stream(text.split("[,;]"))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    Drafts drafts(Caller caller, long ticketId) {
        var saved = database.read(h -> store(h).drafts(caller.accountId(), caller.agentId(), ticketId));
        return new Drafts(body(saved, "reply"), body(saved, "note"), body(saved, "forward"));
    }

    /** Safe to put into a page as it is. */
    private static String body(List<StoryStore.Saved> saved, String kind) {
        return saved.stream()
                .filter(draft -> draft.kind().equals(kind))
                .map(draft -> Body.toEdit(draft.body()))
                .findFirst()
                .orElse("");
    }

    /** Keeps what has been written so far; nothing where that is nothing. */
    void keep(Caller caller, Address address, long ticketId, String kind, String body) {
        tickets.view(caller, address, ticketId);
        String clean = body == null ? "" : Html.clean(body);
        database.run(h -> {
            if (Html.toLine(clean).isBlank()) store(h).dropDraft(caller.accountId(), caller.agentId(), ticketId, kind);
            else store(h).saveDraft(caller.accountId(), caller.agentId(), ticketId, kind, clean, clock.instant());
        });
    }

    private static StoryStore store(Handle handle) {
        return handle.attach(StoryStore.class);
    }
}
