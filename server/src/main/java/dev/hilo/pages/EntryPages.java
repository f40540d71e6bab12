package dev.hilo.pages;

import dev.hilo.accounts.Privilege;
import dev.hilo.api.Conversation;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateConversation;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.tickets.Tickets;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.IfMatch;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code /tickets/{id}/entries/{entry_id}}: one message of a ticket, which is edited, deleted, or made a ticket of its own. */
public final class EntryPages {

    public record Written(String body) {}

    public record PictureAsked(String src) {}

    public record Message(long ticketId, StoryItem.Message message) {}

    /** @param html safe to put into a page as it is */
    public record Editing(long ticketId, long id, String html) {}

    /** A text that an entry had. @param until when it was edited @param who by whom; null when it is not known */
    public record Earlier(Instant until, String who, Body body) {}

    public record History(List<Earlier> earlier) {}

    private final Database database;
    private final Tickets tickets;
    private final Conversations conversations;
    private final Story story;
    private final Split split;
    private final Pictures pictures;
    private final Pages pages;

    public EntryPages(
            Database database,
            Tickets tickets,
            Conversations conversations,
            Story story,
            Split split,
            Pictures pictures,
            Pages pages) {
        this.database = database;
        this.tickets = tickets;
        this.conversations = conversations;
        this.story = story;
        this.split = split;
        this.pictures = pictures;
        this.pages = pages;
    }

    private Conversation entry(Call call) {
        var entry =
                conversations.view(call.caller(), call.address(), call.id(1)).body();
        if (entry.ticketId() != call.id()) throw new Refusal.NotFound();
        return entry;
    }

    public Answer view(Call call) {
        return shown(call, entry(call));
    }

    private Answer shown(Call call, Conversation entry) {
        var phrases = pages.frame(call).phrases();
        var reading = new Story.Reading(call.caller(), call.address(), phrases, null, false);
        return pages.part(call, "parts/entry", new Message(call.id(), story.message(reading, entry)));
    }

    public Answer toEdit(Call call) {
        var entry = entry(call);
        return pages.part(call, "parts/edit", new Editing(call.id(), entry.id(), Body.toEdit(entry.body())));
    }

    public Answer edit(Call call) {
        var written = call.body(Written.class);
        long id = entry(call).id();
        var change = new UpdateConversation(Patch.of(written.body()), null);
        var edited = conversations.edit(call.caller(), call.address(), id, change, IfMatch.ANY);
        return shown(call, edited.body());
    }

    public Answer delete(Call call) {
        conversations.delete(call.caller(), entry(call).id(), IfMatch.ANY);
        return new Answer.Html("");
    }

    public Answer history(Call call) {
        long account = call.caller().accountId();
        long id = entry(call).id();
        var texts = database.read(h -> h.attach(StoryStore.class).earlier(account, call.id(), id));
        String more = pages.frame(call).text("ticket.quote");
        var earlier = texts.stream()
                .map(text -> new Earlier(text.at(), text.who(), Body.of(text.body(), more)))
                .toList();
        return pages.part(call, "parts/earlier", new History(earlier));
    }

    public Answer split(Call call) {
        call.caller().require(Privilege.CREATE_TICKETS);
        long made = split.split(call.caller(), call.address(), entry(call));
        return new Answer.Html(200, "", Map.of("HX-Redirect", "/tickets/" + made), List.of());
    }

    /** A picture that a message shows from another server; only what it shows. */
    public Answer picture(Call call) {
        String source = call.parameters(PictureAsked.class).src();
        if (source == null || !Body.shows(text(call), source)) throw new Refusal.NotFound();
        try {
            var picture = pictures.fetch(URI.create(source)).orElseThrow(Refusal.NotFound::new);
            var headers = Map.of(
                    "Content-Type",
                    picture.contentType(),
                    "Content-Disposition",
                    "inline",
                    "Content-Security-Policy",
                    "sandbox; default-src 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "Cache-Control",
                    "private, max-age=3600");
            return new Answer.Download(
                    headers, picture.bytes().length, () -> new ByteArrayInputStream(picture.bytes()));
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound();
        }
    }

    /** Of the entry; of the description where its number is 0. */
    private String text(Call call) {
        if (call.id(1) != 0) return entry(call).body();
        return tickets.view(call.caller(), call.address(), call.id()).description();
    }
}
