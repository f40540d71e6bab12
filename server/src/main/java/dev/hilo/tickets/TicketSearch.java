package dev.hilo.tickets;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.SearchResults;
import dev.hilo.api.TicketItem;
import dev.hilo.db.Database;
import dev.hilo.fields.Forms;
import dev.hilo.fields.TicketForm;
import dev.hilo.search.Condition;
import dev.hilo.search.Search;
import dev.hilo.search.SearchField.Kind;
import dev.hilo.search.SearchFields;
import dev.hilo.web.Page;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Finds tickets in the search language, newest first; those in trash, spam and archive are left out. */
public final class TicketSearch {

    private final Database database;
    private final Forms forms;

    public TicketSearch(Database database, Forms forms) {
        this.database = database;
        this.forms = forms;
    }

    public SearchResults<TicketItem> search(Caller caller, Search search) {
        var form = forms.ofTickets(caller.accountId());
        var paging = search.paging();
        var condition = Condition.of(search.query(), fields(form));
        return database.read(handle -> {
            var query = new TicketQuery(Sight.of(caller)).notInTrash().where(condition.sql(), condition.binds());
            var page = Page.of(query.page(handle, paging), paging);
            var items = new TicketItems(handle, caller.accountId(), form)
                    .of(page.items(), new Includes(Set.of("description")));
            long seen = paging.offset() + items.size();
            boolean isLast = !page.hasMore() && (!items.isEmpty() || paging.page() == 1);
            return new SearchResults<>(isLast ? seen : query.count(handle), items);
        });
    }

    /** The tickets that a query finds, by number, whatever the page; at most so many. */
    public List<Long> ids(Handle handle, Caller caller, String query, int limit) {
        return found(caller, query).ids(handle, limit);
    }

    /** Tells, one by one, whether a query still finds a ticket. */
    @FunctionalInterface
    public interface Among {
        /** Whether it does; the row is locked then. */
        boolean lock(Handle handle, long ticketId);
    }

    public Among among(Caller caller, String query) {
        return (handle, ticketId) ->
                found(caller, query).where("t.id = :wanted", "wanted", ticketId).lock(handle);
    }

    private TicketQuery found(Caller caller, String query) {
        var condition = Condition.of(query, fields(forms.ofTickets(caller.accountId())));
        return new TicketQuery(Sight.of(caller)).notInTrash().where(condition.sql(), condition.binds());
    }

    private static SearchFields fields(TicketForm form) {
        return new SearchFields()
                .custom(form.custom(), "t.custom_fields")
                .with("agent_id", Kind.ID, "t.responder_id")
                .with("group_id", Kind.ID, "t.group_id")
                .among("priority", List.of(1, 2, 3, 4), "t.priority")
                .among("status", form.statusIds(), "t.status")
                .with("tag", Kind.TEXTS, "t.tags")
                .with("type", Kind.TEXT, "t.type")
                .with("due_by", Kind.TIME, "t.due_by")
                .with("fr_due_by", Kind.TIME, "t.fr_due_by")
                .with("created_at", Kind.TIME, "t.created_at")
                .with("updated_at", Kind.TIME, "t.updated_at");
    }
}
