package dev.hilo.pages;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.TicketItem;
import dev.hilo.db.Database;
import dev.hilo.search.Search;
import dev.hilo.tickets.TicketSearch;
import dev.hilo.web.Page;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The tickets that an agent looks through, in views, by search, in an order. */
public final class Inbox {

    private static final int PAGE = 40;
    /** What the search language gives at once. */
    private static final int SEARCH_PAGE = 30;

    private static final int LAST_SEARCH_PAGE = 10;

    private final Database database;
    private final TicketSearch search;
    private final Clock clock;

    public Inbox(Database database, TicketSearch search, Clock clock) {
        this.database = database;
        this.search = search;
        this.clock = clock;
    }

    Page<InboxRow> page(Caller caller, InboxAsked asked) {
        if (asked.isInSearchLanguage()) return searched(caller, asked);
        int offset = (asked.pageNumber() - 1) * PAGE;
        var rows = database.read(h -> InboxStore.page(h, Sight.of(caller), asked, clock.instant(), PAGE + 1, offset));
        return new Page<>(rows.subList(0, Math.min(PAGE, rows.size())), rows.size() > PAGE);
    }

    /** In the language of the API, without its quotes. */
    private Page<InboxRow> searched(Caller caller, InboxAsked asked) {
        int page = Math.min(asked.pageNumber(), LAST_SEARCH_PAGE);
        var found = search.search(caller, new Search("\"" + asked.q().strip() + "\"", page));
        var ids = found.results().stream().map(TicketItem::id).toList();
        var rows = ids.isEmpty() ? List.<InboxRow>of() : database.read(h -> InboxStore.of(h, Sight.of(caller), ids));
        return new Page<>(rows, page < LAST_SEARCH_PAGE && found.total() > (long) page * SEARCH_PAGE);
    }

    Optional<InboxRow> row(Caller caller, long id) {
        return database.read(h -> InboxStore.of(h, Sight.of(caller), List.of(id))).stream()
                .findFirst();
    }

    InboxCounts counts(Caller caller) {
        return database.read(h -> InboxStore.counts(h, Sight.of(caller), clock.instant()));
    }

    List<SavedFilter> saved(Caller caller) {
        return database.read(h -> h.attach(FilterStore.class).list(caller.accountId(), caller.agentId()));
    }

    void save(Caller caller, String name, String query, boolean shared) {
        var now = clock.instant();
        database.run(
                h -> h.attach(FilterStore.class).save(caller.accountId(), caller.agentId(), name, query, shared, now));
    }

    void forget(Caller caller, long id) {
        database.run(h -> h.attach(FilterStore.class).delete(caller.accountId(), caller.agentId(), id));
    }
}
