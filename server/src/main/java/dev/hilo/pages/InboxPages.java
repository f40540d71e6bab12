package dev.hilo.pages;

import dev.hilo.accounts.Privilege;
import dev.hilo.api.Bounds;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.api.Required;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /inbox}: the tickets, and what is done to many of them at once. */
public final class InboxPages {

    /** @param current the ticket that is open beside the list, or 0 */
    public record InboxPage(
            InboxAsked asked,
            InboxView view,
            List<InboxRow> rows,
            boolean hasMore,
            InboxCounts counts,
            List<SavedFilter> saved,
            Desk.Choices desk,
            long current) {}

    /** @param tickets their numbers */
    public record Bulk(
            @Required @Bounds(200) List<Long> tickets,
            Integer status,
            Integer priority,
            String responder,
            String group,
            String addTags) {}

    /** @param query of the inbox's address */
    public record Saving(
            @Required @Bounds(80) String name, @Bounds(2000) String query, String shared) {}

    private final Inbox inbox;
    private final Desk desk;
    private final Changes changes;
    private final Undo undo;
    private final Pages pages;

    public InboxPages(Inbox inbox, Desk desk, Changes changes, Undo undo, Pages pages) {
        this.inbox = inbox;
        this.desk = desk;
        this.changes = changes;
        this.undo = undo;
        this.pages = pages;
    }

    public Answer inbox(Call call) {
        var page = page(call);
        return pages.page(call, "inbox", "inbox", "inbox.title", page);
    }

    private InboxPage page(Call call) {
        var asked = call.parameters(InboxAsked.class);
        var rows = inbox.page(call.caller(), asked);
        return new InboxPage(
                asked,
                asked.inboxView(),
                rows.items(),
                rows.hasMore(),
                inbox.counts(call.caller()),
                inbox.saved(call.caller()),
                desk.of(call.account().accountId()),
                0);
    }

    /** More of the same, or the same again. */
    public Answer rows(Call call) {
        var asked = call.parameters(InboxAsked.class);
        var rows = inbox.page(call.caller(), asked);
        var page = new InboxPage(
                asked,
                asked.inboxView(),
                rows.items(),
                rows.hasMore(),
                null,
                List.of(),
                desk.of(call.account().accountId()),
                0);
        return pages.part(call, "parts/rows", page);
    }

    public Answer counts(Call call) {
        var asked = call.parameters(InboxAsked.class);
        var page = new InboxPage(
                asked,
                asked.inboxView(),
                List.of(),
                false,
                inbox.counts(call.caller()),
                inbox.saved(call.caller()),
                null,
                0);
        return pages.part(call, "parts/views", page);
    }

    public Answer change(Call call) {
        var bulk = call.body(Bulk.class);
        call.caller().require(Privilege.EDIT_TICKETS);
        if (bulk.tickets().isEmpty()) throw new Refusal.Invalid(FieldError.missing("tickets", "Array"));
        var wanted = new Changes.Wanted(
                bulk.status(), bulk.priority(), bulk.responder(), bulk.group(), null, null, bulk.addTags(), null);
        var done = changes.change(call.caller(), call.address(), bulk.tickets(), wanted);
        return told(call, done);
    }

    private Answer told(Call call, Changes.Done done) {
        var phrases = pages.frame(call).phrases();
        String text = phrases.count("inbox.changed", done.changed().size());
        if (done.refused() > 0) text += " " + phrases.count("inbox.refused", done.refused());
        return new Answer.Html(200, "", Map.of("HX-Trigger", toast(phrases, text, done.undo())), List.of());
    }

    /** What makes the page say something, with a way to take it back. */
    static String toast(Phrases phrases, String text, String undo) {
        var toast = new LinkedHashMap<String, Object>();
        toast.put("text", text);
        if (undo != null) {
            toast.put("undo", "/undo/" + undo);
            toast.put("label", phrases.text("undo"));
        }
        return ascii(Json.MAPPER.valueToTree(Map.of("toast", toast)).toString());
    }

    /** Headers carry ASCII alone. */
    private static String ascii(String json) {
        var out = new StringBuilder(json.length());
        for (char c : json.toCharArray()) {
            if (c < 0x7f) out.append(c);
            else out.append("\\u%04x".formatted((int) c));
        }
        return out.toString();
    }

    public Answer undo(Call call) {
        undo.run(call.caller(), call.segment(0));
        var phrases = pages.frame(call).phrases();
        return new Answer.Html(200, "", Map.of("HX-Trigger", toast(phrases, phrases.text("undone"), null)), List.of());
    }

    public Answer saveFilter(Call call) {
        var saving = call.body(Saving.class);
        String query = saving.query() == null ? "view=all" : saving.query();
        if (!query.matches("[\\w=&%.+*~-]*")) throw new Refusal.NotFound();
        inbox.save(call.caller(), saving.name(), query, saving.shared() != null);
        return new Answer.Redirect("/inbox?" + query);
    }

    public Answer deleteFilter(Call call) {
        inbox.forget(call.caller(), call.id());
        return new Answer.Redirect("/inbox");
    }
}
