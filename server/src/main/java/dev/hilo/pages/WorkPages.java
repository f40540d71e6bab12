package dev.hilo.pages;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Privilege;
import dev.hilo.accounts.Sight;
import dev.hilo.api.Bounds;
import dev.hilo.api.CreateTimeEntry;
import dev.hilo.api.Ticket;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.tickets.Tickets;
import dev.hilo.tickets.Watchers;
import dev.hilo.timeentries.TimeEntries;
import dev.hilo.timeentries.TimeEntryRow;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code /tickets/{id}/work}: who watches a ticket, what was spent on it, and which tickets belong to it. */
public final class WorkPages {

    /** @param timeSpent hours and minutes, {@code 01:30}, or minutes; nothing starts a timer */
    public record Spending(String timeSpent, @Bounds(65_535) String note, Boolean billable) {}

    /** A time entry. @param seconds up to now */
    public record Spent(
            long id, String agent, boolean isOwn, String note, long seconds, boolean isRunning, Instant at) {

        /** Hours and minutes, {@code 1:05}. */
        public String clock() {
            return WorkPages.clock(seconds);
        }
    }

    /** @param watchers their names @param isFrozen whether nothing may be added */
    public record Work(
            long ticketId,
            boolean isFrozen,
            boolean isWatched,
            List<String> watchers,
            List<Spent> times,
            boolean hasMoreTimes,
            List<WorkStore.Related> related) {

        public String total() {
            return WorkPages.clock(times.stream().mapToLong(Spent::seconds).sum());
        }
    }

    /** @param writing whether the caller is in the middle of it */
    public record Telling(Boolean writing) {}

    public record Others(List<StoryStore.Reader> readers) {}

    private static final int MOST = 50;
    private static final Duration GONE = Duration.ofSeconds(25);

    private final Database database;
    private final Tickets tickets;
    private final Watchers watchers;
    private final TimeEntries times;
    private final Desk desk;
    private final Clock clock;
    private final Pages pages;

    public WorkPages(
            Database database,
            Tickets tickets,
            Watchers watchers,
            TimeEntries times,
            Desk desk,
            Clock clock,
            Pages pages) {
        this.database = database;
        this.tickets = tickets;
        this.watchers = watchers;
        this.times = times;
        this.desk = desk;
        this.clock = clock;
        this.pages = pages;
    }

    private static String clock(long seconds) {
        return "%d:%02d".formatted(seconds / 3600, seconds / 60 % 60);
    }

    public Answer work(Call call) {
        var caller = call.caller();
        var ticket = tickets.view(caller, call.address(), call.id());
        var people = desk.of(caller.accountId());
        boolean isArchived = Boolean.TRUE.equals(ticket.archived());
        var watching = isArchived ? List.<Long>of() : watchers.of(caller, ticket.id());
        var spent = times.ofTicket(caller, ticket.id(), new Paging(1, MOST));
        var related = database.read(h -> h.attach(WorkStore.class).related(Sight.of(caller), ticket.id(), MOST));
        var work = new Work(
                ticket.id(),
                isFrozen(ticket),
                watching.contains(caller.agentId()),
                watching.stream().map(id -> name(people, id)).toList(),
                spent.items().stream().map(row -> spent(caller, people, row)).toList(),
                spent.hasMore(),
                related);
        return pages.part(call, "parts/work", work);
    }

    private static boolean isFrozen(Ticket ticket) {
        return Boolean.TRUE.equals(ticket.deleted()) || Boolean.TRUE.equals(ticket.archived()) || ticket.spam();
    }

    private Spent spent(Caller caller, Desk.Choices people, TimeEntryRow row) {
        long running = row.timerRunning()
                ? Duration.between(row.startTime(), clock.instant()).toSeconds()
                : 0;
        return new Spent(
                row.id(),
                name(people, row.agentId()),
                row.agentId() == caller.agentId(),
                row.note(),
                row.timeSpent() + running,
                row.timerRunning(),
                row.executedAt());
    }

    private static String name(Desk.Choices people, long agent) {
        String name = people.agent(agent);
        return name == null ? "#" + agent : name;
    }

    /** Takes down that the caller has the ticket open, and tells who else has. */
    public Answer others(Call call) {
        var caller = call.caller();
        boolean isWriting = Boolean.TRUE.equals(call.body(Telling.class).writing());
        tickets.view(caller, call.address(), call.id());
        var now = clock.instant();
        var readers = database.write(h -> {
            var store = h.attach(StoryStore.class);
            store.seen(caller.accountId(), call.id(), caller.agentId(), isWriting, now);
            store.forget(caller.accountId(), call.id(), now.minus(Duration.ofMinutes(10)));
            return store.others(caller.accountId(), call.id(), caller.agentId(), now.minus(GONE));
        });
        return pages.part(call, "parts/others", new Others(readers));
    }

    public Answer watch(Call call) {
        watchers.watch(call.caller(), call.id(), null);
        return work(call);
    }

    public Answer unwatch(Call call) {
        watchers.unwatch(call.caller(), call.id());
        return work(call);
    }

    public Answer spend(Call call) {
        var sent = call.body(Spending.class);
        boolean isTimer = sent.timeSpent() == null || sent.timeSpent().isBlank();
        times.create(
                call.caller(),
                call.id(),
                new CreateTimeEntry(
                        null,
                        Boolean.TRUE.equals(sent.billable()),
                        null,
                        sent.note(),
                        null,
                        isTimer ? null : time(sent.timeSpent().strip()),
                        isTimer));
        return work(call);
    }

    /** Minutes as hours and minutes; anything else as it is. */
    private static String time(String text) {
        if (!text.matches("\\d{1,4}")) return text;
        int minutes = Integer.parseInt(text);
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    public Answer toggle(Call call) {
        times.toggle(call.caller(), ownEntry(call));
        return work(call);
    }

    public Answer delete(Call call) {
        times.delete(call.caller(), ownEntry(call));
        return work(call);
    }

    /** The entry of the address: the caller's own, or anybody's for those who may edit tickets; on this ticket. */
    private long ownEntry(Call call) {
        var caller = call.caller();
        var entry = times.find(caller, call.id(1))
                .filter(row -> row.ticketId() == call.id())
                .orElseThrow(Refusal.NotFound::new);
        if (entry.agentId() != caller.agentId()) caller.require(Privilege.ADMINISTER);
        return entry.id();
    }
}
