package dev.hilo.pages;

import dev.hilo.accounts.Sight;
import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.MergeTickets;
import dev.hilo.api.Required;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.tickets.Merge;
import dev.hilo.tickets.Tickets;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.List;
import java.util.Map;

/** {@code /tickets/{id}/merge}: finds the ticket to merge with, shows what will come of it, and does it. */
public final class MergePages {

    /** @param q a number or words of the subject; nothing for those of the same customer */
    public record Asked(@Bounds(200) String q) {}

    /**
     * @param with the other ticket
     * @param into which of them stays: {@code this} or {@code other}
     * @param copy whether the people of the one that goes get copies of what the other is answered
     */
    public record Merging(
            @Required Long with,
            @Required @Among({"this", "other"}) String into,
            Boolean copy) {}

    public record Found(long ticketId, List<WorkStore.Related> tickets) {}

    /** Both sides, before they are one. */
    public record Preview(InboxRow here, InboxRow other) {}

    private final Database database;
    private final Tickets tickets;
    private final Inbox inbox;
    private final Merge merge;
    private final Pages pages;

    public MergePages(Database database, Tickets tickets, Inbox inbox, Merge merge, Pages pages) {
        this.database = database;
        this.tickets = tickets;
        this.inbox = inbox;
        this.merge = merge;
        this.pages = pages;
    }

    public Answer find(Call call) {
        var ticket = tickets.view(call.caller(), call.address(), call.id());
        String asked = call.parameters(Asked.class).q();
        String words = asked == null ? "" : asked.strip();
        var number = words.matches("#?\\d{1,18}") ? Long.valueOf(words.replace("#", "")) : null;
        var found = database.read(h -> h.attach(WorkStore.class)
                .mergeable(Sight.of(call.caller()), ticket.id(), ticket.requesterId(), number, words));
        return pages.part(call, "parts/mergeable", new Found(ticket.id(), found));
    }

    public Answer preview(Call call) {
        var here = inbox.row(call.caller(), call.id()).orElseThrow(Refusal.NotFound::new);
        var other = inbox.row(call.caller(), call.id(1)).orElseThrow(Refusal.NotFound::new);
        return pages.part(call, "parts/merge", new Preview(here, other));
    }

    public Answer merge(Call call) {
        var asked = call.body(Merging.class);
        boolean stays = asked.into().equals("this");
        long primary = stays ? call.id() : asked.with();
        long secondary = stays ? asked.with() : call.id();
        merge.merge(
                call.caller(),
                new MergeTickets(primary, List.of(secondary), null, null, Boolean.TRUE.equals(asked.copy())));
        return new Answer.Html(200, "", Map.of("HX-Redirect", "/tickets/" + primary), List.of());
    }
}
