package dev.hilo.pages;

import dev.hilo.accounts.Caller;
import dev.hilo.api.Conversation;
import dev.hilo.api.Ticket;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Event;
import dev.hilo.timeline.Timeline;
import dev.hilo.timeline.TimelineItem;
import dev.hilo.web.Address;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The timeline of a ticket as its page tells it, a part at a time. */
public final class Story {

    /**
     * A part, oldest first.
     *
     * @param older the cursor before which there is more; null at the beginning
     * @param newest the cursor after which there may be more
     */
    public record Part(List<StoryItem> items, String older, String newest, boolean hasNewer, int hiddenPictures) {}

    private static final int PART = 30;

    private final Database database;
    private final Timeline timeline;
    private final Conversations conversations;
    private final Desk desk;
    private final Cards cards;

    public Story(Database database, Timeline timeline, Conversations conversations, Desk desk, Cards cards) {
        this.database = database;
        this.timeline = timeline;
        this.conversations = conversations;
        this.desk = desk;
        this.cards = cards;
    }

    /** Who reads, and how. @param readAt when last; null for never */
    record Reading(Caller caller, Address address, Phrases phrases, Instant readAt, boolean withPictures) {}

    /** The end of the story, or what is before a cursor. */
    Part newest(Reading reading, Ticket ticket, String before) {
        var slice = timeline.newest(reading.caller, reading.address, ticket.id(), before, PART);
        var items = slice.items().reversed();
        String newest = items.isEmpty() ? null : items.getLast().cursor();
        String older = slice.more() ? items.getFirst().cursor() : null;
        return part(reading, ticket, items, older, newest, false);
    }

    /** What came after a cursor, edits and deletions too; from the beginning where it is null. */
    Part since(Reading reading, Ticket ticket, String after) {
        var slice = timeline.since(reading.caller, reading.address, ticket.id(), after, PART);
        var items = slice.items();
        String newest = items.isEmpty() ? after : items.getLast().cursor();
        String older = after == null ? null : "-";
        var part = part(reading, ticket, items, older, newest, slice.more());
        if (after == null) return part;
        var all = new ArrayList<>(part.items);
        all.addAll(changed(reading, items));
        return new Part(all, older, newest, slice.more(), part.hiddenPictures);
    }

    /** What happened to messages that are on the page. */
    private List<StoryItem> changed(Reading reading, List<TimelineItem> items) {
        var changed = new LinkedHashMap<Long, StoryItem>();
        for (var item : items) {
            var event = item.event();
            if (event == null || !event.record().equals("conversation")) continue;
            if (event.type().equals("conversation.deleted")) {
                changed.put(event.recordId(), new StoryItem.Gone(event.recordId(), event.at()));
            } else if (event.after() != null && event.after().has("body")) {
                again(reading, event.recordId()).ifPresent(message -> changed.put(event.recordId(), message));
            }
        }
        return List.copyOf(changed.values());
    }

    private Optional<StoryItem> again(Reading reading, long id) {
        try {
            var entry = conversations.view(reading.caller, reading.address, id).body();
            return Optional.of(new StoryItem.Again(message(reading, entry)));
        } catch (Refusal.NotFound deleted) {
            return Optional.empty();
        }
    }

    /** One message as the page shows it. */
    StoryItem.Message message(Reading reading, Conversation entry) {
        long account = reading.caller.accountId();
        var names = database.read(h -> {
            var store = h.attach(StoryStore.class);
            return entry.userId() == null
                    ? Map.<Long, String>of()
                    : map(store.people(account, List.of(entry.userId())));
        });
        var lines = new StoryLines(reading.phrases, desk.of(account), names, Map.of());
        return message(reading, entry, new Words(names, Map.of(), lines));
    }

    private Part part(
            Reading reading, Ticket ticket, List<TimelineItem> items, String older, String newest, boolean hasNewer) {
        var words = words(reading, ticket, items);
        var told = new ArrayList<StoryItem>();
        if (older == null) told.add(description(reading, ticket, words));
        var run = new ArrayList<StoryItem.Line>();
        var actions = actions(reading, ticket, items);
        for (var item : items) {
            var card = item.event() == null ? null : card(item.event(), actions);
            if (item.event() != null && card == null) {
                if (!item.event().type().equals("ticket.created")) run.addAll(words.lines.of(item.event()));
                continue;
            }
            if (!run.isEmpty()) told.add(new StoryItem.Lines(List.copyOf(run)));
            run.clear();
            told.add(card == null ? message(reading, item.message(), words) : card);
        }
        if (!run.isEmpty()) told.add(new StoryItem.Lines(List.copyOf(run)));
        int hidden = told.stream()
                .mapToInt(item -> item instanceof StoryItem.Message m ? m.body().hidden() : 0)
                .sum();
        return new Part(told, older, newest, hasNewer, hidden);
    }

    private Map<Long, StoryItem.Card> actions(Reading reading, Ticket ticket, List<TimelineItem> items) {
        var ids = items.stream()
                .filter(item -> item.event() != null && isAction(item.event()))
                .map(item -> item.event().recordId())
                .toList();
        return ids.isEmpty() ? Map.of() : cards.of(reading.caller, reading.phrases, ticket.id(), ids);
    }

    private static boolean isAction(Event event) {
        return event.type().equals("ai_action.created");
    }

    private static StoryItem.Card card(Event event, Map<Long, StoryItem.Card> actions) {
        return isAction(event) ? actions.get(event.recordId()) : null;
    }

    /** What the items name, looked up at once. */
    private record Words(Map<Long, String> people, Map<Long, StoryStore.MailOf> mails, StoryLines lines) {}

    private Words words(Reading reading, Ticket ticket, List<TimelineItem> items) {
        Set<Long> people = new HashSet<>(Set.of(ticket.requesterId()));
        Set<Long> rules = new HashSet<>();
        var entries = new ArrayList<Long>();
        for (var item : items) {
            if (item.message() != null) {
                people.add(item.message().userId());
                if (!item.message().incoming()) entries.add(item.message().id());
            } else {
                people.add(item.event().actor().id());
                rules.add(StoryLines.rule(item.event()));
            }
        }
        long account = reading.caller.accountId();
        return database.read(h -> {
            var store = h.attach(StoryStore.class);
            var names = map(store.people(account, known(people)));
            var ruleIds = known(rules);
            var ruleNames = ruleIds.isEmpty() ? Map.<Long, String>of() : map(store.rules(account, ruleIds));
            Map<Long, StoryStore.MailOf> mails = new HashMap<>();
            if (!entries.isEmpty())
                store.mails(account, entries).forEach(mail -> mails.put(mail.conversationId(), mail));
            return new Words(names, mails, new StoryLines(reading.phrases, desk.of(account), names, ruleNames));
        });
    }

    private static List<Long> known(Set<Long> ids) {
        return ids.stream().filter(Objects::nonNull).toList();
    }

    private static Map<Long, String> map(List<Named> named) {
        return named.stream().collect(Collectors.toMap(Named::id, Named::name));
    }

    private static StoryItem description(Reading reading, Ticket ticket, Words words) {
        boolean isOurs = ticket.source() == 10;
        return new StoryItem.Message(
                0,
                isOurs ? "reply" : "customer",
                words.people.getOrDefault(ticket.requesterId(), "?"),
                ticket.createdAt(),
                channel(ticket.source()),
                ticket.toEmails() == null ? "" : String.join(", ", ticket.toEmails()),
                body(reading, ticket.id(), 0, ticket.description()),
                ticket.attachments(),
                false,
                null,
                null,
                isUnread(reading, ticket.createdAt(), !isOurs));
    }

    private static Body body(Reading reading, long ticketId, long entryId, String html) {
        UnaryOperator<String> remote = source -> "/tickets/" + ticketId + "/pictures/" + entryId + "?src="
                + URLEncoder.encode(source, StandardCharsets.UTF_8);
        return Body.of(html, reading.phrases.text("ticket.quote"), reading.withPictures ? remote : null);
    }

    private static boolean isUnread(Reading reading, Instant at, boolean incoming) {
        return incoming && reading.readAt != null && reading.readAt.isBefore(at);
    }

    private static StoryItem.Message message(Reading reading, Conversation entry, Words words) {
        var mail = words.mails.get(entry.id());
        return new StoryItem.Message(
                entry.id(),
                kind(entry),
                words.people.getOrDefault(entry.userId(), entry.fromEmail() == null ? "?" : entry.fromEmail()),
                entry.createdAt(),
                entry.source() == 0 ? "email" : entry.source() == 2 ? "note" : "other",
                entry.toEmails() == null ? "" : String.join(", ", entry.toEmails()),
                body(reading, entry.ticketId(), entry.id(), entry.body()),
                entry.attachments() == null ? List.of() : entry.attachments(),
                entry.hasQuotedText(),
                entry.lastEditedAt(),
                mail == null
                        ? null
                        : new StoryItem.Mail(
                                entry.id(),
                                mail.state().toLowerCase(Locale.ROOT).replace('_', '-'),
                                mail.lastError()),
                isUnread(reading, entry.createdAt(), entry.incoming()));
    }

    private static String kind(Conversation entry) {
        if (entry.incoming()) return "customer";
        if (entry.source() == 8) return "forward";
        if (entry.isPrivate()) return "note";
        return entry.source() == 2 ? "public" : "reply";
    }

    private static String channel(int source) {
        return switch (source) {
            case 1, 10 -> "email";
            case 2 -> "portal";
            case 3 -> "phone";
            case 7 -> "chat";
            default -> "other";
        };
    }
}
