package dev.hilo.mail.in;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Callers;
import dev.hilo.accounts.Privilege;
import dev.hilo.accounts.Secrets;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.attachments.Staged;
import dev.hilo.contacts.RequesterClaim;
import dev.hilo.contacts.Requesters;
import dev.hilo.conversations.Conversations;
import dev.hilo.conversations.ReceivedEntry;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import dev.hilo.html.Html;
import dev.hilo.mail.Direction;
import dev.hilo.mail.MailCause;
import dev.hilo.mail.MailMessages;
import dev.hilo.mail.out.Outbox;
import dev.hilo.tickets.ReceivedTickets;
import dev.hilo.web.Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes of a mail that could be read a ticket or an entry, once. */
final class Arrivals {

    /** From one sender within an hour; what machines write can be an answer to what we wrote. */
    private static final int MOST_BY_A_MACHINE = 20;

    private static final int MOST = 300;
    private static final int LONGEST_SUBJECT = 255;

    private final Database database;
    private final Secrets secrets;
    private final Callers callers;
    private final Attachments attachments;
    private final Conversations conversations;
    private final ReceivedTickets tickets;
    private final Clock clock;

    Arrivals(
            Database database,
            Secrets secrets,
            Callers callers,
            Attachments attachments,
            Conversations conversations,
            ReceivedTickets tickets,
            Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.callers = callers;
        this.attachments = attachments;
        this.conversations = conversations;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** How a mail came. @param identity what makes it the same mail @param isRetry whether somebody has looked at it */
    record Delivery(Account account, Address address, Long mailboxId, String identity, boolean isRetry) {
        long accountId() {
            return account.accountId();
        }
    }

    /** What a mail is going to be. @param match null where it begins a ticket @param isByAgent whether it answers for us */
    private record Plan(MailInStore.Mailbox mailbox, Matching.Match match, long personId, boolean isByAgent) {
        Long mailboxId() {
            return mailbox == null ? null : (Long) mailbox.id();
        }

        String supportEmail() {
            return mailbox == null ? null : mailbox.supportEmail();
        }
    }

    /** @throws Held when it becomes neither */
    Received arrive(Delivery delivery, Letter letter) {
        var known = database.read(h -> known(h, delivery, letter));
        if (known.isPresent()) return known.get();
        if (letter.bounce() != null) return bounce(delivery, letter);
        String cause = cause(delivery.mailboxId(), letter);
        var plan = Acting.as(Actor.SYSTEM, cause, () -> database.write(h -> plan(h, delivery, letter)));
        var actor = plan.isByAgent() ? Actor.agent(plan.personId()) : Actor.customer(plan.personId());
        try (var staged = attachments.stage(delivery.accountId(), List.copyOf(letter.files()))) {
            return Acting.as(
                    actor,
                    cause(plan.mailboxId(), letter),
                    () -> database.write(h -> write(h, delivery, letter, plan, staged)));
        }
    }

    private static String cause(Long mailboxId, Letter letter) {
        long id = mailboxId == null ? 0 : mailboxId;
        return letter.isAutomatic() ? MailCause.automatic(id) : MailCause.of(id);
    }

    /** The same mail by another door, or our own come back. */
    private static Optional<Received> known(Handle handle, Delivery delivery, Letter letter) {
        var before = store(handle).known(delivery.accountId(), delivery.identity());
        if (before.isPresent()) {
            return before.map(k -> Received.duplicate(k.ticketId(), k.conversationId()));
        }
        if (letter.messageId() == null) return Optional.empty();
        return MailMessages.find(handle, delivery.accountId(), List.of(letter.messageId()))
                .filter(mail -> mail.direction() == Direction.OUT)
                .map(mail -> Received.duplicate(mail.ticketId(), mail.conversationId()));
    }

    private Received bounce(Delivery delivery, Letter letter) {
        var bounce = letter.bounce();
        var now = clock.instant();
        String from = letter.from() == null ? "" : letter.from();
        return Acting.as(
                Actor.SYSTEM,
                cause(delivery.mailboxId(), letter),
                () -> database.write(h -> {
                    long accountId = delivery.accountId();
                    if (store(h).claim(
                                            accountId,
                                            delivery.identity(),
                                            delivery.mailboxId(),
                                            from,
                                            true,
                                            null,
                                            null,
                                            now)
                            == 0) {
                        return Received.duplicate(null, null);
                    }
                    boolean isOurs = bounce.messageId() != null
                            && MailMessages.find(h, accountId, List.of(bounce.messageId()))
                                    .isPresent();
                    for (var failure : bounce.failures()) {
                        isOurs |= bounce.messageId() != null
                                && Outbox.bounced(
                                        h,
                                        accountId,
                                        bounce.messageId(),
                                        failure.email(),
                                        failure.code(),
                                        failure.reason(),
                                        now);
                    }
                    if (!isOurs) throw new Held("unknown_bounce", "It reports of a mail that was not sent from here");
                    return Received.bounce();
                }));
    }

    private Plan plan(Handle handle, Delivery delivery, Letter letter) {
        long accountId = delivery.accountId();
        if (letter.from() == null) throw new Held("no_sender", "It does not say who sent it");
        refuseLoops(handle, delivery, letter);
        var match = Matching.find(handle, secrets, accountId, letter).orElse(null);
        long person = match == null ? requester(handle, accountId, letter) : sender(handle, accountId, letter);
        boolean isByAgent = match != null && match.byToken() && store(handle).isAgent(accountId, person);
        var mailbox = store(handle).mailbox(accountId, delivery.mailboxId(), withoutTokens(letter.recipients()));
        return new Plan(mailbox.orElse(null), match, person, isByAgent && !letter.isAutomatic());
    }

    private void refuseLoops(Handle handle, Delivery delivery, Letter letter) {
        if (isOurs(handle, delivery.accountId(), letter.from())) {
            throw new Held("loop", "It comes from an address of the help desk itself");
        }
        if (delivery.isRetry()) return;
        var since = clock.instant().minus(Duration.ofHours(1));
        int most = letter.isAutomatic() ? MOST_BY_A_MACHINE : MOST;
        if (store(handle).receivedSince(delivery.accountId(), letter.from(), since) >= most) {
            throw new Held("too_many", "Its sender has sent " + most + " mails within the hour");
        }
    }

    /** {@code support@acme.test} of {@code support+t17-…@acme.test} too. */
    private static List<String> withoutTokens(List<String> addresses) {
        var all = new ArrayList<>(addresses);
        for (var address : addresses) {
            all.add(address.replaceFirst("\\+[^@]*@", "@"));
            all.add(address.replaceFirst("@t[0-9]{1,18}-[0-9a-f]{20}\\.", "@"));
        }
        return all.stream().distinct().toList();
    }

    /** Of a new ticket: whose mail an agent passes on, for whom the form of a web site writes, or who sent it. */
    private long requester(Handle handle, long accountId, Letter letter) {
        var settings = store(handle).newTickets(accountId);
        if (settings.originalSender() && store(handle).isAgent(accountId, letter.from())) {
            var first = Forwarded.in(letter).filter(f -> !isOurs(handle, accountId, f.email()));
            if (first.isPresent()) {
                return person(
                        handle, accountId, first.get().email(), first.get().name());
            }
        }
        if (settings.replyTo() && letter.replyTo() != null && !isOurs(handle, accountId, letter.replyTo())) {
            return person(handle, accountId, letter.replyTo(), letter.replyToName());
        }
        return sender(handle, accountId, letter);
    }

    private static boolean isOurs(Handle handle, long accountId, String address) {
        return !store(handle).own(accountId, withoutTokens(List.of(address))).isEmpty();
    }

    private long sender(Handle handle, long accountId, Letter letter) {
        return person(handle, accountId, letter.from(), letter.fromName());
    }

    private long person(Handle handle, long accountId, String email, String name) {
        var problems = new Problems();
        var claim = new RequesterClaim(null, email, null, null, null, null, name);
        try {
            long id = Requesters.resolve(handle, accountId, claim, problems, clock.instant());
            problems.refuse();
            return id;
        } catch (Refusal.Invalid e) {
            throw new Held("blocked_sender", "Its sender is blocked");
        }
    }

    private Received write(Handle handle, Delivery delivery, Letter letter, Plan plan, Staged staged) {
        boolean begins = plan.match() == null;
        long accountId = delivery.accountId();
        var now = clock.instant();
        long ticketId =
                begins ? tickets.nextId(handle, accountId) : plan.match().ticketId();
        Long entryId = begins ? null : (Long) conversations.nextId(handle);
        int claimed = store(handle)
                .claim(
                        accountId,
                        delivery.identity(),
                        plan.mailboxId(),
                        letter.from(),
                        letter.isAutomatic(),
                        ticketId,
                        entryId,
                        now);
        if (claimed == 0) {
            handle.rollback();
            return store(handle)
                    .known(accountId, delivery.identity())
                    .map(k -> Received.duplicate(k.ticketId(), k.conversationId()))
                    .orElseThrow();
        }
        if (begins) begin(handle, delivery, letter, plan, staged, ticketId, now);
        else append(handle, delivery, letter, plan, staged, entryId, now);
        if (letter.messageId() != null) {
            MailMessages.add(handle, accountId, letter.messageId(), ticketId, entryId, Direction.IN, now);
        }
        return begins ? Received.created(ticketId) : Received.conversation(ticketId, entryId);
    }

    private void begin(
            Handle handle, Delivery delivery, Letter letter, Plan plan, Staged staged, long ticketId, Instant now) {
        long accountId = delivery.accountId();
        var files = attachments.attachAll(
                handle, accountId, Owner.TICKET, ticketId, ticketId, staged, now, delivery.address());
        String body = Pictures.shown(letter, whole(letter), files, file -> link(handle, delivery, file, now));
        var received = new ReceivedTickets.Received(
                plan.personId(), plan.mailboxId(), subject(letter), body, others(handle, accountId, letter));
        tickets.write(handle, accountId, ticketId, received, now);
    }

    private void append(
            Handle handle, Delivery delivery, Letter letter, Plan plan, Staged staged, long entryId, Instant now) {
        long accountId = delivery.accountId();
        long ticketId = plan.match().ticketId();
        var quoted = letter.html() != null ? QuotedHtml.cut(letter.html()) : QuotedText.cut(letter.text());
        var files = attachments.attachAll(
                handle, accountId, Owner.CONVERSATION, entryId, ticketId, staged, now, delivery.address());
        String body = Pictures.shown(letter, quoted.body(), files, file -> link(handle, delivery, file, now));
        var entry = new ReceivedEntry(
                entryId,
                ticketId,
                plan.personId(),
                body,
                plan.isByAgent() ? plan.supportEmail() : letter.from(),
                plan.supportEmail(),
                plan.isByAgent() ? requesterOf(handle, accountId, ticketId) : withoutTokensOf(letter.to()),
                others(handle, accountId, letter),
                plan.mailboxId(),
                plan.match().isPrivate() && !plan.isByAgent(),
                letter.isAutomatic(),
                quoted.hasQuote(),
                !files.isEmpty());
        if (plan.isByAgent()) reply(handle, delivery, entry, now);
        else receive(handle, accountId, entry, now);
        if (quoted.hasQuote()) store(handle).quote(accountId, entryId, ticketId, Html.clean(quoted.quote()));
    }

    private void reply(Handle handle, Delivery delivery, ReceivedEntry entry, Instant now) {
        try {
            var agent = callers.ofAgent(delivery.account(), entry.userId());
            agent.require(Privilege.REPLY_TICKETS);
            conversations.receivedReply(handle, agent, entry, now);
        } catch (Refusal e) {
            throw new Held("not_allowed", "The agent may not reply to ticket " + entry.ticketId());
        }
    }

    private void receive(Handle handle, long accountId, ReceivedEntry entry, Instant now) {
        boolean reopens = !entry.isAutomatic() && !entry.isPrivate();
        if (reopens) tickets.reopen(handle, accountId, entry.ticketId(), now);
        conversations.received(handle, accountId, entry, now);
    }

    private String link(Handle handle, Delivery delivery, dev.hilo.api.Attachment file, Instant now) {
        return attachments.lastingLink(handle, delivery.accountId(), file, now, delivery.address());
    }

    private static String whole(Letter letter) {
        return letter.html() != null ? letter.html() : Parts.asHtml(letter.text());
    }

    private static String subject(Letter letter) {
        if (letter.subject().isBlank()) return "(no subject)";
        int end = Math.min(LONGEST_SUBJECT, letter.subject().length());
        if (Character.isHighSurrogate(letter.subject().charAt(end - 1))) end--;
        return letter.subject().substring(0, end);
    }

    /** Who else got the mail, without the help desk itself and the sender. */
    private static List<String> others(Handle handle, long accountId, Letter letter) {
        return letter.cc().stream()
                .filter(address -> !address.equals(letter.from()) && !address.equals(letter.replyTo()))
                .filter(address -> !isOurs(handle, accountId, address))
                .limit(50)
                .toList();
    }

    private static List<String> withoutTokensOf(List<String> addresses) {
        return addresses.stream()
                .map(address -> address.replaceFirst("\\+t[0-9]{1,18}-[0-9a-f]{20}@", "@")
                        .replaceFirst("@t[0-9]{1,18}-[0-9a-f]{20}\\.", "@"))
                .distinct()
                .toList();
    }

    private static List<String> requesterOf(Handle handle, long accountId, long ticketId) {
        return store(handle).requesterEmail(accountId, ticketId).stream().toList();
    }

    private static MailInStore store(Handle handle) {
        return handle.attach(MailInStore.class);
    }
}
