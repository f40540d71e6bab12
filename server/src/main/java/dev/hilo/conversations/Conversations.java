package dev.hilo.conversations;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.Attachment;
import dev.hilo.api.Conversation;
import dev.hilo.api.CreateForward;
import dev.hilo.api.CreateNote;
import dev.hilo.api.CreateReply;
import dev.hilo.api.CreateReplyToForward;
import dev.hilo.api.FieldError;
import dev.hilo.api.UpdateConversation;
import dev.hilo.api.Upload;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.mail.out.Outbox;
import dev.hilo.sla.NextResponses;
import dev.hilo.web.Address;
import dev.hilo.web.IfMatch;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import dev.hilo.web.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The entries of a ticket's conversation, and what each does to its ticket (reference §2.9). */
public final class Conversations {

    /**
     * An entry just written.
     *
     * @param supportEmail the address of the help desk that its ticket uses
     */
    public record Written(Conversation entry, String supportEmail) {}

    private final Database database;
    private final Attachments attachments;
    private final Outbox outbox;
    private final NextResponses nextResponses;
    private final Clock clock;

    public Conversations(
            Database database, Attachments attachments, Outbox outbox, NextResponses nextResponses, Clock clock) {
        this.database = database;
        this.attachments = attachments;
        this.outbox = outbox;
        this.nextResponses = nextResponses;
        this.clock = clock;
    }

    /** One entry, with the version that {@code If-Match} takes. */
    public Versioned<Conversation> view(Caller caller, Address address, long id) {
        return database.read(handle -> find(handle, caller, address, id));
    }

    /** Oldest first. @param archived whether an archived ticket is meant; the others are not found then */
    public Page<Conversation> list(Caller caller, Address address, long ticketId, boolean archived, Paging paging) {
        var rows = database.readBare(connection -> ConversationSql.list(
                connection, Sight.of(caller), ticketId, archived, paging.limit(), paging.offset()));
        if (rows.isEmpty()) throw new Refusal.NotFound();
        var page = Page.of(rows.getFirst() == null ? List.<Conversation>of() : rows, paging);
        return new Page<>(withFiles(caller.accountId(), address, page.items()), page.hasMore());
    }

    /** Those of a ticket before a time, and at that time those with a smaller id; newest first. */
    public List<Conversation> before(long accountId, Address address, long ticketId, Instant at, long id, int limit) {
        var entries = database.read(h -> h.attach(ConversationStore.class).before(accountId, ticketId, at, id, limit));
        return withFiles(accountId, address, entries);
    }

    /** Those of a ticket after a time, and at that time those with a greater id; oldest first. */
    public List<Conversation> after(long accountId, Address address, long ticketId, Instant at, long id, int limit) {
        var entries = database.read(h -> h.attach(ConversationStore.class).after(accountId, ticketId, at, id, limit));
        return withFiles(accountId, address, entries);
    }

    private List<Conversation> withFiles(long accountId, Address address, List<Conversation> entries) {
        var ids = entries.stream()
                .filter(entry -> entry.attachments() == null)
                .map(Conversation::id)
                .toList();
        if (ids.isEmpty()) return entries;
        var files = database.read(h -> attachments.of(h, accountId, Owner.CONVERSATION, ids, address));
        return entries.stream()
                .map(entry -> entry.attachments() == null
                        ? entry.withAttachments(files.getOrDefault(entry.id(), List.of()))
                        : entry)
                .toList();
    }

    public Written reply(Caller caller, Address address, long ticketId, CreateReply reply) {
        return write(caller, address, ticketId, reply.attachments(), drafted(caller, ticketId, reply));
    }

    /** A reply without files, in the transaction of a larger change. @return the entry's id */
    public long reply(Handle handle, Caller caller, long ticketId, CreateReply reply) {
        return write(handle, caller, ticketId, drafted(caller, ticketId, reply));
    }

    /** A note without files, in the transaction of a larger change. @return the entry's id */
    public long note(Handle handle, Caller caller, long ticketId, CreateNote note) {
        return write(handle, caller, ticketId, drafted(caller, ticketId, note));
    }

    private long write(Handle handle, Caller caller, long ticketId, DraftedEntry drafted) {
        var draft = draft(handle, caller, ticketId, false, clock.instant());
        var entry = drafted.of(draft);
        long id = ConversationSql.insert(handle.getConnection(), caller.accountId(), entry, draft.now);
        mail(handle, caller.accountId(), id, entry, draft, false);
        return id;
    }

    private static DraftedEntry drafted(Caller caller, long ticketId, CreateReply reply) {
        return draft -> {
            var body = draft.body(reply.body(), reply.structuredBody());
            draft.addresses("cc_emails", reply.ccEmails());
            draft.addresses("bcc_emails", reply.bccEmails());
            long author = draft.agent("user_id", reply.userId());
            var sender = draft.sender(reply.fromEmail());
            draft.refuse();
            var ticket = draft.ticket;
            var to = ticket.requesterEmail() == null ? List.<String>of() : List.of(ticket.requesterEmail());
            draft.store().agentResponded(caller.accountId(), ticketId, orEmpty(reply.ccEmails()), draft.now);
            return new NewEntry(
                    EntryKind.REPLY,
                    ticketId,
                    author,
                    body,
                    false,
                    false,
                    sender.supportEmail(),
                    sender.display(),
                    to,
                    orEmpty(reply.ccEmails()),
                    orEmpty(reply.bccEmails()),
                    sender.mailboxId(),
                    false,
                    draft.hasFiles);
        };
    }

    public Written note(Caller caller, Address address, long ticketId, CreateNote note) {
        return write(caller, address, ticketId, note.attachments(), drafted(caller, ticketId, note));
    }

    private static DraftedEntry drafted(Caller caller, long ticketId, CreateNote note) {
        return draft -> {
            var body = draft.body(note.body(), note.structuredBody());
            draft.addresses("notify_emails", note.notifyEmails());
            long author = draft.person("user_id", note.userId());
            draft.refuse();
            boolean incoming = Boolean.TRUE.equals(note.incoming());
            boolean isPrivate = !Boolean.FALSE.equals(note.isPrivate());
            draft.noted(incoming, isPrivate);
            return new NewEntry(
                    incoming ? EntryKind.CUSTOMER_NOTE : EntryKind.NOTE,
                    ticketId,
                    author,
                    body,
                    incoming,
                    isPrivate,
                    null,
                    null,
                    orEmpty(note.notifyEmails()),
                    List.of(),
                    null,
                    null,
                    false,
                    draft.hasFiles);
        };
    }

    public Written forward(Caller caller, Address address, long ticketId, CreateForward forward) {
        boolean withFiles = !Boolean.FALSE.equals(forward.includeOriginalAttachments());
        return write(caller, address, ticketId, forward.attachments(), withFiles, draft -> {
            var body = draft.body(forward.body(), null);
            draft.recipients(forward.toEmails());
            draft.addresses("cc_emails", forward.ccEmails());
            draft.addresses("bcc_emails", forward.bccEmails());
            long author = draft.agent("agent_id", forward.agentId());
            var sender = draft.sender(forward.fromEmail());
            draft.refuse();
            draft.store().forwarded(caller.accountId(), ticketId, forward.toEmails(), draft.now);
            return new NewEntry(
                    EntryKind.FORWARD,
                    ticketId,
                    author,
                    body,
                    false,
                    true,
                    sender.supportEmail(),
                    sender.display(),
                    forward.toEmails(),
                    orEmpty(forward.ccEmails()),
                    orEmpty(forward.bccEmails()),
                    sender.mailboxId(),
                    !Boolean.FALSE.equals(forward.includeQuotedText()),
                    draft.hasFiles);
        });
    }

    public Written replyToForward(Caller caller, Address address, long ticketId, CreateReplyToForward reply) {
        return write(caller, address, ticketId, reply.attachments(), draft -> {
            var body = draft.body(reply.body(), null);
            draft.recipients(reply.toEmails());
            draft.addresses("cc_emails", reply.ccEmails());
            draft.addresses("bcc_emails", reply.bccEmails());
            draft.mustHaveBeenForwarded();
            long author = draft.agent("user_id", reply.userId());
            var sender = draft.sender(reply.fromEmail());
            draft.refuse();
            draft.touch();
            return new NewEntry(
                    EntryKind.REPLY_TO_FORWARD,
                    ticketId,
                    author,
                    body,
                    false,
                    true,
                    sender.supportEmail(),
                    sender.display(),
                    reply.toEmails(),
                    orEmpty(reply.ccEmails()),
                    orEmpty(reply.bccEmails()),
                    sender.mailboxId(),
                    false,
                    draft.hasFiles);
        });
    }

    /** What a customer said with a rating, written in the transaction that takes the rating. */
    public void feedback(Handle handle, long accountId, long ticketId, long customerId, String text, Instant now) {
        var entry = new NewEntry(
                EntryKind.FEEDBACK,
                ticketId,
                customerId,
                EntryBody.of(text),
                true,
                false,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                false,
                false);
        ConversationSql.insert(handle.getConnection(), accountId, entry, now);
        requesterResponded(handle, accountId, ticketId, now);
    }

    /** The id of an entry that is about to be written. */
    public long nextId(Handle handle) {
        return handle.attach(ConversationStore.class).nextId();
    }

    /** What a customer wrote by mail, in the transaction that takes the mail; what a machine wrote answers nothing. */
    public void received(Handle handle, long accountId, ReceivedEntry mail, Instant now) {
        insert(handle, accountId, mail, mail.isPrivate() ? EntryKind.CUSTOMER_NOTE : EntryKind.CUSTOMER_MAIL, now);
        if (mail.isAutomatic() || mail.isPrivate()) {
            ConversationSql.touch(handle.getConnection(), accountId, mail.ticketId(), now);
        } else {
            requesterResponded(handle, accountId, mail.ticketId(), now);
        }
    }

    private void requesterResponded(Handle handle, long accountId, long ticketId, Instant now) {
        var nextDue = nextResponses.dueBy(handle, accountId, ticketId, now);
        handle.attach(ConversationStore.class).requesterResponded(accountId, ticketId, nextDue, now);
    }

    /** What an agent answered by mail: it goes out to the requester like any reply. */
    public void receivedReply(Handle handle, Caller caller, ReceivedEntry mail, Instant now) {
        long accountId = caller.accountId();
        var draft = draft(handle, caller, mail.ticketId(), mail.hasFiles(), now);
        insert(handle, accountId, mail, EntryKind.REPLY, now);
        draft.store().agentResponded(accountId, mail.ticketId(), mail.ccEmails(), now);
        var sender = draft.ticket.sender();
        var entry = new NewEntry(
                EntryKind.REPLY,
                mail.ticketId(),
                mail.userId(),
                EntryBody.of(mail.html()),
                false,
                false,
                sender.supportEmail(),
                sender.display(),
                mail.toEmails(),
                mail.ccEmails(),
                List.of(),
                sender.mailboxId(),
                mail.hasQuotedText(),
                mail.hasFiles());
        mail(handle, accountId, mail.id(), entry, draft, false);
    }

    private static void insert(Handle handle, long accountId, ReceivedEntry mail, EntryKind kind, Instant now) {
        var body = EntryBody.of(mail.html());
        boolean incoming = kind != EntryKind.REPLY;
        handle.attach(ConversationStore.class)
                .insertMail(accountId, mail, body.html(), body.text(), incoming, kind.source, kind.category, now);
    }

    /** Changes the text of a note, adds files to it, or both. */
    public Versioned<Conversation> edit(
            Caller caller, Address address, long id, UpdateConversation change, IfMatch wanted) {
        var now = clock.instant();
        long accountId = caller.accountId();
        try (var staged = attachments.stage(accountId, change.attachments())) {
            return database.write(handle -> {
                var store = handle.attach(ConversationStore.class);
                var entry = store.lock(Sight.of(caller), id).orElseThrow(Refusal.NotFound::new);
                if (entry.frozen()) throw new Refusal.MethodNotAllowed("GET");
                if (!isNote(entry)) throw new Refusal.MethodNotAllowed("DELETE");
                wanted.require(entry.version());
                if (change.body().isPresent())
                    editText(store, caller, id, change.body().value(), now);
                if (!staged.isEmpty()) {
                    attachments.attach(
                            handle, accountId, Owner.CONVERSATION, id, entry.ticketId(), staged, now, address);
                    store.addFiles(accountId, id, caller.agentId(), now);
                }
                ConversationSql.touch(handle.getConnection(), accountId, entry.ticketId(), now);
                return find(handle, caller, address, id);
            });
        }
    }

    private static void editText(ConversationStore store, Caller caller, long id, String body, Instant now) {
        if (body == null || body.isBlank()) throw new Refusal.Invalid(FieldError.missing("body", "String"));
        var text = EntryBody.of(body);
        store.edit(caller.accountId(), id, text.html(), text.text(), caller.agentId(), now);
    }

    private static boolean isNote(ConversationStore.EntryState entry) {
        return entry.source() == EntryKind.NOTE.source && entry.category() != EntryKind.REPLY_TO_FORWARD.category;
    }

    public void delete(Caller caller, long id, IfMatch wanted) {
        var now = clock.instant();
        database.run(handle -> {
            var store = handle.attach(ConversationStore.class);
            var entry = store.lock(Sight.of(caller), id).orElseThrow(Refusal.NotFound::new);
            if (entry.frozen()) throw new Refusal.MethodNotAllowed("GET");
            wanted.require(entry.version());
            delete(handle, caller, id, entry, now);
        });
    }

    /** Deletes an entry unless somebody has edited it, in the transaction of a larger change. */
    public void deleteUnedited(Handle handle, Caller caller, long id) {
        var entry = handle.attach(ConversationStore.class)
                .lock(Sight.of(caller), id)
                .orElseThrow(Refusal.NotFound::new);
        if (entry.frozen()) throw new Refusal.MethodNotAllowed("GET");
        if (entry.lastEditedAt() != null) throw new Refusal.InconsistentState("It has been edited");
        delete(handle, caller, id, entry, clock.instant());
    }

    private void delete(Handle handle, Caller caller, long id, ConversationStore.EntryState entry, Instant now) {
        handle.attach(ConversationStore.class).delete(caller.accountId(), id, now);
        outbox.cancelOf(handle, caller.accountId(), id, now);
        ConversationSql.touch(handle.getConnection(), caller.accountId(), entry.ticketId(), now);
    }

    /** The ten oldest entries, as {@code include=conversations} shows them. */
    public List<Conversation> firstTen(Caller caller, Address address, long ticketId) {
        return list(caller, address, ticketId, false, new Paging(1, 10)).items();
    }

    /** Checks a draft and makes the entry of it. */
    @FunctionalInterface
    private interface DraftedEntry {
        NewEntry of(Draft draft);
    }

    private Written write(Caller caller, Address address, long ticketId, List<Upload> files, DraftedEntry entry) {
        return write(caller, address, ticketId, files, false, entry);
    }

    /** @param withTicketFiles whether a mail of the entry brings the ticket's own files along */
    private Written write(
            Caller caller,
            Address address,
            long ticketId,
            List<Upload> files,
            boolean withTicketFiles,
            DraftedEntry entry) {
        try (var staged = attachments.stage(caller.accountId(), files)) {
            var now = clock.instant();
            return database.write(handle -> {
                var draft = draft(handle, caller, ticketId, !staged.isEmpty(), now);
                var written = entry.of(draft);
                long id = ConversationSql.insert(handle.getConnection(), caller.accountId(), written, now);
                var stored = staged.isEmpty()
                        ? List.<Attachment>of()
                        : attachments.attach(
                                handle, caller.accountId(), Owner.CONVERSATION, id, ticketId, staged, now, address);
                mail(handle, caller.accountId(), id, written, draft, withTicketFiles);
                return new Written(written.written(id, now, stored), draft.ticket.supportEmail());
            });
        }
    }

    /** Entries that are sent to somebody go to the outbox with the transaction that writes them. */
    private void mail(Handle handle, long accountId, long id, NewEntry entry, Draft draft, boolean withTicketFiles) {
        entry.mail(id, draft.ticket.sender(), withTicketFiles)
                .ifPresent(mail -> outbox.add(handle, accountId, mail, draft.now));
    }

    private Draft draft(Handle handle, Caller caller, long ticketId, boolean hasFiles, Instant now) {
        var ticket = ConversationSql.lockTicket(handle.getConnection(), Sight.of(caller), ticketId)
                .orElseThrow(Refusal.NotFound::new);
        if (ticket.isFrozen()) throw new Refusal.MethodNotAllowed("GET");
        return new Draft(handle, caller, ticket, nextResponses, hasFiles, now);
    }

    private Versioned<Conversation> find(Handle handle, Caller caller, Address address, long id) {
        var found = handle.attach(ConversationStore.class)
                .find(Sight.of(caller), id)
                .orElseThrow(Refusal.NotFound::new);
        if (found.body().attachments() != null) return found;
        List<Attachment> files = attachments
                .of(handle, caller.accountId(), Owner.CONVERSATION, List.of(id), address)
                .getOrDefault(id, List.of());
        return new Versioned<>(found.body().withAttachments(files), found.version());
    }

    private static List<String> orEmpty(List<String> list) {
        return list == null ? List.of() : list;
    }
}
