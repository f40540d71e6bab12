package dev.hilo.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Privilege;
import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.Json;
import dev.hilo.api.Required;
import dev.hilo.api.Ticket;
import dev.hilo.api.Upload;
import dev.hilo.canned.CannedResponses;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.mail.in.IncomingMail;
import dev.hilo.mail.out.Outbox;
import dev.hilo.placeholders.Template;
import dev.hilo.placeholders.TicketPlaceholders;
import dev.hilo.tickets.Tickets;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /tickets/{id}}: the story of a ticket, and what is written and done there. */
public final class TicketPages {

    /**
     * The view from which the ticket was opened, as in the inbox, and how to read.
     *
     * @param from {@code first} to begin at the beginning
     * @param pictures {@code shown} for those from elsewhere too
     */
    public record Asked(
            String view,
            String sort,
            String q,
            Integer status,
            Integer priority,
            Long agent,
            Long group,
            String tag,
            String from,
            String pictures) {

        InboxAsked list() {
            boolean known = sort == null || sort.matches("updated|created|waiting|due|priority");
            return new InboxAsked(view, known ? sort : null, q, status, priority, agent, group, tag, null);
        }
    }

    /** @param before a cursor @param after a cursor */
    public record PartAsked(String before, String after, String pictures) {}

    public record CannedAsked(String q) {}

    /** What the composer sends. @param to of a forward: addresses, separated by commas; so are a reply's copies @param proposal that the reply was taken from */
    public record Sent(
            @Among({"reply", "note", "forward"}) @Required String kind,
            String body,
            Integer status,
            @Bounds(2000) String to,
            @Bounds(2000) String cc,
            Long proposal,
            List<Upload> attachments) {}

    public record Drafted(
            @Among({"reply", "note", "forward"}) @Required String kind, String body) {}

    /** What the page shows beside the story. */
    public record Side(
            Ticket ticket,
            InboxRow row,
            Desk.Choices desk,
            List<StoryStore.Past> past,
            List<Map.Entry<String, Object>> custom) {}

    /** The whole page. @param list of the view from which the ticket was opened */
    public record TicketPage(
            Side side,
            Story.Part part,
            InboxAsked asked,
            List<InboxRow> list,
            Writing.Drafts drafts,
            boolean fromFirst,
            boolean withPictures) {

        public Ticket ticket() {
            return side.ticket;
        }

        public InboxRow row() {
            return side.row;
        }

        /** Whether it takes no more messages, as one in the trash or the archive. */
        public boolean isFrozen() {
            return Boolean.TRUE.equals(side.ticket.deleted())
                    || Boolean.TRUE.equals(side.ticket.archived())
                    || side.ticket.spam();
        }
    }

    /** @param withPictures whether those from elsewhere are shown */
    public record PartPage(long ticketId, Story.Part part, boolean isOlder, boolean withPictures) {}

    public record Mail(long ticketId, StoryItem.Mail mail) {}

    public record Canned(long ticketId, List<Named> list) {}

    public record Raw(long ticketId, String json) {}

    private final Database database;
    private final Tickets tickets;
    private final Inbox inbox;
    private final Story story;
    private final Writing writing;
    private final Changes changes;
    private final Desk desk;
    private final CannedResponses canned;
    private final TicketPlaceholders placeholders;
    private final IncomingMail mail;
    private final Outbox outbox;
    private final Clock clock;
    private final Pages pages;

    public TicketPages(
            Database database,
            Tickets tickets,
            Inbox inbox,
            Story story,
            Writing writing,
            Changes changes,
            Desk desk,
            CannedResponses canned,
            TicketPlaceholders placeholders,
            IncomingMail mail,
            Outbox outbox,
            Clock clock,
            Pages pages) {
        this.database = database;
        this.tickets = tickets;
        this.inbox = inbox;
        this.story = story;
        this.writing = writing;
        this.changes = changes;
        this.desk = desk;
        this.canned = canned;
        this.placeholders = placeholders;
        this.mail = mail;
        this.outbox = outbox;
        this.clock = clock;
        this.pages = pages;
    }

    public Answer ticket(Call call) {
        var asked = call.parameters(Asked.class);
        var caller = call.caller();
        var side = side(call);
        Instant readAt = read(caller, call.id());
        boolean fromFirst = "first".equals(asked.from());
        boolean withPictures = "shown".equals(asked.pictures());
        var reading =
                new Story.Reading(caller, call.address(), pages.frame(call).phrases(), readAt, withPictures);
        var part = fromFirst ? story.since(reading, side.ticket, null) : story.newest(reading, side.ticket, null);
        var list = inbox.page(caller, asked.list()).items();
        var page = new TicketPage(
                side, part, asked.list(), list, writing.drafts(caller, call.id()), fromFirst, withPictures);
        return pages.titled(call, "ticket", "inbox", side.row.title(), page);
    }

    /** @return when the caller read it before; never before, it all is old */
    private Instant read(Caller caller, long ticketId) {
        return database.write(h -> {
            var store = h.attach(StoryStore.class);
            var before = store.readAt(caller.accountId(), caller.agentId(), ticketId);
            store.read(caller.accountId(), caller.agentId(), ticketId, clock.instant());
            return before.orElse(null);
        });
    }

    private Side side(Call call) {
        var caller = call.caller();
        var ticket = tickets.view(caller, call.address(), call.id());
        var row = inbox.row(caller, call.id()).orElseThrow(Refusal.NotFound::new);
        var past = database.read(
                h -> h.attach(StoryStore.class).past(caller.accountId(), ticket.requesterId(), ticket.id()));
        var custom = ticket.customFields().entrySet().stream()
                .filter(field -> field.getValue() != null && !field.getValue().equals(false))
                .map(field -> Map.entry(label(field.getKey()), field.getValue()))
                .toList();
        return new Side(ticket, row, desk.of(caller.accountId()), past, custom);
    }

    private static String label(String name) {
        String words = (name.startsWith("cf_") ? name.substring(3) : name)
                .replace('_', ' ')
                .strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public Answer part(Call call) {
        var asked = call.parameters(PartAsked.class);
        var ticket = tickets.view(call.caller(), call.address(), call.id());
        var reading = new Story.Reading(
                call.caller(), call.address(), pages.frame(call).phrases(), null, "shown".equals(asked.pictures()));
        var part = asked.before() != null
                ? story.newest(reading, ticket, asked.before())
                : story.since(reading, ticket, asked.after() == null ? null : asked.after());
        return pages.part(
                call, "parts/story", new PartPage(call.id(), part, asked.before() != null, reading.withPictures()));
    }

    public Answer sidebar(Call call) {
        return pages.part(call, "parts/side", side(call));
    }

    public Answer head(Call call) {
        return pages.part(call, "parts/head", side(call));
    }

    /** What the ticket's own selects send. */
    public Answer change(Call call) {
        var wanted = call.body(Changes.Wanted.class);
        var done = changes.change(call.caller(), call.address(), List.of(call.id()), wanted);
        var phrases = pages.frame(call).phrases();
        if (done.changed().isEmpty()) throw new Refusal.NotFound();
        return said(phrases, phrases.text("ticket.changed"), done.undo());
    }

    private static Answer said(Phrases phrases, String text, String undo) {
        return new Answer.Html(200, "", Map.of("HX-Trigger", InboxPages.toast(phrases, text, undo)), List.of());
    }

    public Answer write(Call call) {
        var sent = call.body(Sent.class);
        var phrases = pages.frame(call).phrases();
        var message = new Writing.Message(
                sent.body(), sent.status(), sent.to(), sent.cc(), sent.attachments(), sent.proposal());
        if (sent.kind().equals("note")) {
            call.caller().require(Privilege.ADD_NOTES);
            writing.note(call.caller(), call.address(), call.id(), message);
            return said(phrases, phrases.text("ticket.noted"), null);
        }
        if (sent.kind().equals("forward")) {
            call.caller().require(Privilege.FORWARD_TICKETS);
            String undo = writing.forward(call.caller(), call.address(), call.id(), message);
            return said(phrases, phrases.text("ticket.sent"), undo);
        }
        call.caller().require(Privilege.REPLY_TICKETS);
        String undo = writing.reply(call.caller(), call.address(), call.id(), message);
        return said(phrases, phrases.text("ticket.sent"), undo);
    }

    public Answer draft(Call call) {
        var drafted = call.body(Drafted.class);
        writing.keep(call.caller(), call.address(), call.id(), drafted.kind(), drafted.body());
        return Answer.done();
    }

    public Answer canned(Call call) {
        String words = call.parameters(CannedAsked.class).q();
        var caller = call.caller();
        var list = database.read(h -> h.attach(StoryStore.class)
                .canned(caller.accountId(), caller.agentId(), caller.groups(), words == null ? "" : words));
        return pages.part(call, "parts/canned", new Canned(call.id(), list));
    }

    /** A prepared answer with the ticket's names in it. */
    public Answer cannedText(Call call) {
        var ticket = tickets.view(call.caller(), call.address(), call.id());
        var response = canned.view(call.caller(), call.address(), call.id(1));
        String html = database.read(h -> new Template(response.contentHtml())
                .asHtml(placeholders.of(h, call.caller().accountId(), ticket.id(), null)));
        return new Answer.Html(Body.toEdit(html));
    }

    public Answer quoted(Call call) {
        String html = mail.quotedText(call.caller(), call.id(1));
        return new Answer.Html("<div class=\"quote-body\">" + Body.of(html, "…").html() + "</div>");
    }

    public Answer mailState(Call call) {
        tickets.view(call.caller(), call.address(), call.id());
        var found =
                database
                        .read(h ->
                                h.attach(StoryStore.class).mails(call.caller().accountId(), List.of(call.id(1))))
                        .stream()
                        .findFirst()
                        .orElseThrow(Refusal.NotFound::new);
        String state = found.state().toLowerCase(Locale.ROOT).replace('_', '-');
        var shown = new StoryItem.Mail(found.conversationId(), state, found.lastError());
        return pages.part(call, "parts/mail", new Mail(call.id(), shown));
    }

    public Answer retry(Call call) {
        var found =
                database
                        .read(h ->
                                h.attach(StoryStore.class).mails(call.caller().accountId(), List.of(call.id(1))))
                        .stream()
                        .findFirst()
                        .orElseThrow(Refusal.NotFound::new);
        outbox.retry(call.caller(), found.id());
        return mailState(call);
    }

    /** The answer of the API, to read. */
    public Answer raw(Call call) {
        try {
            var ticket = tickets.view(call.caller(), call.address(), call.id());
            String json = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(ticket);
            return pages.titled(call, "raw", "inbox", "#" + call.id(), new Raw(call.id(), json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
