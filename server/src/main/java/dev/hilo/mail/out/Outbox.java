package dev.hilo.mail.out;

import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.OutboxMail;
import dev.hilo.contacts.Emails;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.mail.MessageIds;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The mail that is to be sent, and that was. */
public final class Outbox {

    private final Database database;
    private final SendMail sending;
    private final Accounts accounts;
    private final boolean hasRelay;
    private final Clock clock;

    Outbox(Database database, SendMail sending, Accounts accounts, boolean hasRelay, Clock clock) {
        this.database = database;
        this.sending = sending;
        this.accounts = accounts;
        this.hasRelay = hasRelay;
        this.clock = clock;
    }

    /**
     * Puts a mail in, in the transaction of what it tells of; one that is addressed to nobody is none. Of a mirrored account the
     * other side sends the mail.
     */
    public void add(Handle handle, long accountId, NewMail mail, Instant now) {
        if (accounts.isLinked(accountId)) return;
        var addresses = new ArrayList<String>();
        var kinds = new ArrayList<String>();
        collect("TO", mail.to(), addresses, kinds);
        collect("CC", mail.cc(), addresses, kinds);
        collect("BCC", mail.bcc(), addresses, kinds);
        if (addresses.isEmpty() || mail.from() == null) return;
        var state = handle.attach(OutboxStore.class)
                .insert(accountId, mail, MessageIds.next(Emails.bare(mail.from())), addresses, kinds, hasRelay, now);
        if (state.filter(MailState.QUEUED::equals).isPresent()) handle.afterCommit(() -> sending.wake(accountId));
    }

    /** The description of a ticket that an agent begins, mailed to its requester. */
    public void addOutbound(Handle handle, long accountId, long ticketId, Instant now) {
        var addressing = store(handle).addressing(accountId, ticketId);
        if (addressing.requesterEmail() == null) return;
        var mail = new NewMail(
                MailKind.OUTBOUND,
                ticketId,
                null,
                addressing.mailboxId(),
                addressing.fromEmail(),
                List.of(addressing.requesterEmail()),
                addressing.ccEmails(),
                List.of(),
                null,
                null,
                false,
                false,
                true);
        add(handle, accountId, mail, now);
    }

    /**
     * A mail of Hilo's own words to one person.
     *
     * @param conversationId the entry it tells of, or null
     * @param isForRequester false for agents
     * @param body HTML
     */
    public void notify(
            Handle handle,
            long accountId,
            long ticketId,
            Long conversationId,
            boolean isForRequester,
            String email,
            String subject,
            String body,
            Instant now) {
        var addressing = store(handle).addressing(accountId, ticketId);
        var mail = new NewMail(
                MailKind.NOTIFICATION,
                ticketId,
                conversationId,
                addressing.mailboxId(),
                addressing.fromEmail(),
                List.of(email),
                List.of(),
                List.of(),
                subject,
                body,
                false,
                false,
                isForRequester);
        add(handle, accountId, mail, now);
    }

    private static void collect(String kind, List<String> texts, List<String> addresses, List<String> kinds) {
        for (var text : texts) {
            Emails.parse(text).ifPresent(address -> {
                addresses.add(address.toLowerCase(Locale.ROOT));
                kinds.add(kind);
            });
        }
    }

    /** Newest first. */
    Page<OutboxMail> list(Caller caller, OutboxFilter filter, Paging paging) {
        return database.read(h -> {
            var rows = store(h).list(
                            Sight.of(caller),
                            filter.ticketId(),
                            filter.conversationId(),
                            filter.state(),
                            paging.limit(),
                            paging.offset());
            var page = Page.of(rows, paging);
            return new Page<>(withRecipients(h, caller.accountId(), page.items()), page.hasMore());
        });
    }

    OutboxMail require(Caller caller, long id) {
        return database.read(h -> {
            var row = store(h).find(Sight.of(caller), id).orElseThrow(Refusal.NotFound::new);
            return withRecipients(h, caller.accountId(), List.of(row)).getFirst();
        });
    }

    private static List<OutboxMail> withRecipients(Handle handle, long accountId, List<MailRow> rows) {
        if (rows.isEmpty()) return List.of();
        var byMail = store(handle)
                .recipients(accountId, rows.stream().map(MailRow::id).toList())
                .stream()
                .collect(Collectors.groupingBy(RecipientRow::mailId));
        return rows.stream()
                .map(row -> row.wire(byMail.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Keeps the mail of an entry back until a time, in the transaction that wrote the entry. */
    public void hold(Handle handle, long accountId, long conversationId, Instant until) {
        store(handle).hold(accountId, conversationId, until);
        long millis = Math.max(0, Duration.between(clock.instant(), until).toMillis()) + 50;
        var later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
        handle.afterCommit(() -> later.execute(() -> sending.wake(accountId)));
    }

    /** Sets a mail going again, now: to those who have not got it. */
    public OutboxMail retry(Caller caller, long id) {
        long accountId = caller.accountId();
        database.run(h -> {
            var mail = store(h).lock(Sight.of(caller), id).orElseThrow(Refusal.NotFound::new);
            switch (mail.state()) {
                case SENDING, CANCELLED -> throw refused(mail);
                case SENT -> {
                    if (store(h).forgive(accountId, id) == 0) throw refused(mail);
                }
                case WAITING_FOR_SERVER, QUEUED, FAILED, PARKED -> store(h).forgive(accountId, id);
            }
            store(h).queue(accountId, id, clock.instant());
            h.afterCommit(() -> sending.wake(accountId));
        });
        return require(caller, id);
    }

    /** Keeps a mail from being sent. */
    void cancel(Caller caller, long id) {
        database.run(h -> {
            var mail = store(h).lock(Sight.of(caller), id).orElseThrow(Refusal.NotFound::new);
            switch (mail.state()) {
                case SENDING, SENT, CANCELLED -> throw refused(mail);
                case WAITING_FOR_SERVER, QUEUED, FAILED, PARKED ->
                    store(h).cancel(caller.accountId(), id, clock.instant());
            }
        });
    }

    private static Refusal refused(MailRow mail) {
        return new Refusal.InconsistentState("The mail is " + mail.state() + " already");
    }

    /** Keeps the mail of a deleted entry from being sent, if that has not happened yet. */
    public void cancelOf(Handle handle, long accountId, long conversationId, Instant now) {
        store(handle).cancelOf(accountId, conversationId, now);
    }

    /**
     * Takes note of a mail that came back: its recipient's server had taken it.
     *
     * @return false when no such mail was sent to that address
     */
    public static boolean bounced(
            Handle handle, long accountId, String messageId, String address, Integer code, String reason, Instant now) {
        var sending = handle.attach(SendingStore.class);
        var entry = sending.bounce(accountId, messageId, address.toLowerCase(Locale.ROOT), code, reason);
        entry.filter(id -> id > 0).ifPresent(id -> sending.tellEntry(accountId, id, now));
        return entry.isPresent();
    }

    private static OutboxStore store(Handle handle) {
        return handle.attach(OutboxStore.class);
    }
}
