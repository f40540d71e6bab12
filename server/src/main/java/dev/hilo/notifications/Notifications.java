package dev.hilo.notifications;

import dev.hilo.events.Event;
import dev.hilo.events.Follower;
import dev.hilo.mail.out.Letter;
import dev.hilo.mail.out.MailKind;
import dev.hilo.mail.out.Outbox;
import dev.hilo.mail.out.Wording;
import dev.hilo.placeholders.Template;
import dev.hilo.placeholders.TicketPlaceholders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Tells people by mail what happens to their tickets, from the event log and so once for each event; and puts what agents write
 * into the account's words. Where no server could send it nothing is written: news that waited is no news.
 */
public final class Notifications implements Wording {

    /** Two machines that answer each other stop here. */
    private static final int MOST_AN_HOUR = 20;

    private final NotificationTemplates templates;
    private final TicketPlaceholders placeholders;
    private final boolean hasRelay;
    private final Clock clock;

    public Notifications(
            NotificationTemplates templates, TicketPlaceholders placeholders, boolean hasRelay, Clock clock) {
        this.templates = templates;
        this.placeholders = placeholders;
        this.hasRelay = hasRelay;
        this.clock = clock;
    }

    public Follower follower(Outbox outbox) {
        return new Follower("notifications", (handle, events) -> tell(handle, outbox, events)).ofOurOwn();
    }

    private void tell(Handle handle, Outbox outbox, List<Event> events) {
        var notices =
                events.stream().flatMap(event -> Notice.of(event).stream()).toList();
        if (notices.isEmpty()) return;
        long accountId = events.getFirst().accountId();
        if (!hasRelay && !store(handle).hasServer(accountId)) return;
        for (var notice : notices) tell(handle, outbox, accountId, notice);
    }

    private void tell(Handle handle, Outbox outbox, long accountId, Notice notice) {
        var person = recipient(handle, accountId, notice);
        if (person.isEmpty()) return;
        var language = Language.of(person.get().language());
        var template = templates.find(handle, accountId, notice.occasion(), language);
        if (!template.active() || isTooMuch(handle, accountId, notice, person.get())) return;
        var values = placeholders.of(handle, accountId, notice.ticketId(), notice.conversationId());
        outbox.notify(
                handle,
                accountId,
                notice.ticketId(),
                notice.conversationId(),
                notice.isForRequester(),
                person.get().email(),
                new Template(template.subject()).asText(values),
                new Template(template.body()).asHtml(values),
                clock.instant());
    }

    /** Empty when there is nobody, nobody who does not know already, or somebody else has the ticket by now. */
    private static Optional<NotificationStore.Person> recipient(Handle handle, long accountId, Notice notice) {
        var people = store(handle).people(accountId, notice.ticketId());
        if (people.isEmpty()) return Optional.empty();
        Long id = notice.isForRequester()
                ? (Long) people.get().requesterId()
                : people.get().responderId();
        boolean isOutdated = notice.agentId() != null && !notice.agentId().equals(id);
        if (isOutdated || id == null || id.equals(notice.actor().id()) && notice.occasion() != Occasion.NEW_TICKET) {
            return Optional.empty();
        }
        return store(handle).person(accountId, id);
    }

    private boolean isTooMuch(Handle handle, long accountId, Notice notice, NotificationStore.Person person) {
        if (!notice.isForRequester()) return false;
        var since = clock.instant().minus(Duration.ofHours(1));
        return store(handle).notified(accountId, person.email(), since) >= MOST_AN_HOUR;
    }

    @Override
    public Letter worded(Handle handle, long accountId, Letter letter) {
        return occasion(letter.kind())
                .map(occasion -> worded(handle, accountId, letter, occasion))
                .orElse(letter);
    }

    private static Optional<Occasion> occasion(MailKind kind) {
        return switch (kind) {
            case REPLY -> Optional.of(Occasion.AGENT_REPLIED);
            case NOTE -> Optional.of(Occasion.MENTIONED);
            case FORWARD, REPLY_TO_FORWARD, OUTBOUND, NOTIFICATION -> Optional.empty();
        };
    }

    private Letter worded(Handle handle, long accountId, Letter letter, Occasion occasion) {
        var language = Language.of(languageOf(handle, accountId, letter));
        var template = templates.find(handle, accountId, occasion, language);
        boolean changesNothing = occasion == Occasion.AGENT_REPLIED && template.isDefault();
        if (!template.active() || changesNothing) return letter;
        var values = placeholders.of(handle, accountId, letter.ticketId(), letter.conversationId());
        return letter.with(
                new Template(template.subject()).asText(values), new Template(template.body()).asHtml(values));
    }

    private static String languageOf(Handle handle, long accountId, Letter letter) {
        return store(handle).languageOf(accountId, letter.ticketId(), letter.kind() == MailKind.REPLY);
    }

    private static NotificationStore store(Handle handle) {
        return handle.attach(NotificationStore.class);
    }
}
