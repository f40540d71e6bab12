package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Accounts;
import dev.hilo.api.Json;
import dev.hilo.attachments.Attachments;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Follower;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs of the mirror: one at a time for each account, on whichever node. */
public final class Sync implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);
    private static final int LONGEST_PUSH_SECONDS = 60;

    private final Database database;
    private final Clock clock;
    private final Accounts accounts;
    private final Links links;
    private final Attachments attachments;
    private final Runnable changed;
    private final Set<Long> pushes = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /** @param changed forgets what this node remembers of fields, agents and roles */
    public Sync(
            Database database, Clock clock, Accounts accounts, Links links, Attachments attachments, Runnable changed) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.links = links;
        this.attachments = attachments;
        this.changed = changed;
    }

    /**
     * Reads everything that is due.
     *
     * @return the report's number; empty when another run of the account goes on
     */
    public Optional<Long> run(long accountId, Scope scope, BooleanSupplier stopped) {
        return run(accountId, scope, stopped, standing -> {});
    }

    /** @param told of how it goes, often */
    public Optional<Long> run(long accountId, Scope scope, BooleanSupplier stopped, Consumer<Standing> told) {
        return alone("mirror", accountId, () -> {
            var link = links.require(accountId);
            var begin = clock.instant();
            long id = database.write(h ->
                    h.attach(SyncStore.class).beginReport(accountId, "sync", begin, Json.MAPPER.createObjectNode()));
            String failure = null;
            var source = links.open(link);
            var progress = new Progress(stopped, source::calls, told);
            try {
                read(link, source, progress, scope);
            } catch (Source.Unreachable | Source.Refused e) {
                failure = e.getMessage();
            }
            save(link, source, id, progress.report(failure), failure);
            return id;
        });
    }

    /**
     * Brings the mirror up to date and compares both sides.
     *
     * @param tickets whose entries are compared, a call for each hundred entries of a ticket
     * @param repairs whether what differs is made the same as there
     * @return the report's number; empty when a run of the account goes on
     */
    public Optional<Long> verify(
            long accountId, int tickets, boolean repairs, BooleanSupplier stopped, Consumer<Standing> told) {
        return alone("mirror", accountId, () -> {
            var link = links.require(accountId);
            var begin = clock.instant();
            long id = database.write(h ->
                    h.attach(SyncStore.class).beginReport(accountId, "verify", begin, Json.MAPPER.createObjectNode()));
            var source = links.open(link);
            var progress = new Progress(stopped, source::calls, told);
            String failure = null;
            var report = Json.MAPPER.createObjectNode();
            try {
                read(link, source, progress, Scope.DUE);
                var now = newest(accountId, source.get("/agents/me").date());
                var files = new Files(database, attachments, source, accountId, progress, link.withFiles());
                var entries = new Entries(database, clock, source, accountId, progress, files);
                report = new Comparison(database, source, accountId, progress, entries, repairs, now).run(tickets);
            } catch (Source.Unreachable | Source.Refused e) {
                failure = e.getMessage();
            }
            report.put("calls", source.calls()).put("failure", failure);
            report.set("notes", Json.MAPPER.valueToTree(progress.notes()));
            save(link, source, id, report, failure);
            changed.run();
            return id;
        });
    }

    /** The last moment there that is known of here. */
    private Instant newest(long accountId, Instant date) {
        return standings(accountId).stream()
                .map(SyncStore.Standing::newest)
                .reduce(date == null ? Instant.EPOCH : date, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** The same beside the caller. */
    void begin(long accountId, Scope scope) {
        begin(accountId, () -> run(accountId, scope, () -> closing));
    }

    void beginVerify(long accountId, int tickets, boolean repairs) {
        begin(accountId, () -> verify(accountId, tickets, repairs, () -> closing, standing -> {}));
    }

    private static void begin(long accountId, Runnable work) {
        Thread.ofVirtual().name("sync " + accountId).start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("The mirror of account {} has stopped", accountId, e);
            }
        });
    }

    /** What ticks: a run for each account that mirrors another; those that still run are left alone. */
    public void runAll() {
        for (var link : links.active()) {
            boolean isHourly = clock.instant().getEpochSecond() / 60 % 60 == link.accountId() % 60;
            begin(link.accountId(), isHourly ? Scope.ROLLING : Scope.DUE);
        }
    }

    /** Queues what is written here. */
    public Follower writeThrough() {
        return new WriteThrough(accounts, clock, this::sendSoon).follower();
    }

    /** What ticks: sends what is due of all accounts that mirror another. */
    public void sendAll() {
        for (var link : links.active()) sendSoon(link.accountId());
    }

    private void sendSoon(long accountId) {
        begin(accountId, () -> send(accountId));
    }

    /** Sends what is due, unless another node does. */
    void send(long accountId) {
        alone("outgoing", accountId, () -> {
            var link = links.require(accountId);
            if (!link.active()) return false;
            var source = links.open(link);
            var progress = new Progress(() -> closing, source::calls, standing -> {});
            var files = new Files(database, attachments, source, accountId, progress, link.withFiles());
            var entries = new Entries(database, clock, source, accountId, progress, files);
            var now = new TicketNow(database, source, accountId, entries);
            var outgoing = new Outgoing(database, attachments, clock, source, link, now);
            while (!closing && outgoing.send()) {}
            return true;
        });
    }

    Page<OutgoingWrite> outgoing(long accountId, Paging paging) {
        return Page.of(
                database.read(h -> h.attach(OutgoingStore.class).list(accountId, paging.limit(), paging.offset())),
                paging);
    }

    void cancel(long accountId, long id) {
        database.run(h -> Outgoing.cancel(h, accountId, id, clock.instant()));
    }

    /** The other side says that something has changed: looks at once, and again after a run that was going on. */
    public void pushed(long accountId) {
        if (!pushes.add(accountId)) return;
        begin(accountId, () -> {
            try {
                for (int tried = 0; tried < LONGEST_PUSH_SECONDS && !closing; tried++) {
                    if (tried > 0) Thread.sleep(1000);
                    pushes.remove(accountId);
                    if (run(accountId, Scope.DUE, () -> closing).isPresent()) return;
                    pushes.add(accountId);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                pushes.remove(accountId);
            }
        });
    }

    List<SyncStore.Standing> standings(long accountId) {
        return database.read(h -> h.attach(SyncStore.class).standings(accountId));
    }

    long ticketsToDo(long accountId) {
        return database.read(h -> h.attach(SyncStore.class).countPending(accountId));
    }

    Page<SyncStore.Report> reports(long accountId, Paging paging) {
        return Page.of(
                database.read(h -> h.attach(SyncStore.class).reports(accountId, paging.limit(), paging.offset())),
                paging);
    }

    public SyncStore.Report report(long accountId, long id) {
        return database.read(h -> h.attach(SyncStore.class).report(accountId, id))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Runs end after the page that they are at. */
    @Override
    public void close() {
        closing = true;
    }

    private void read(Link link, Source source, Progress progress, Scope scope) {
        boolean all = scope == Scope.ALL;
        long accountId = link.accountId();
        var reading = new ListReading(database, clock, source, accountId, progress);
        var files = new Files(database, attachments, source, accountId, progress, link.withFiles());
        var entries = new Entries(database, clock, source, accountId, progress, files);
        read(reading, link, Catalog.SETTINGS_LISTS, all);
        changed.run();
        read(reading, link, Catalog.PEOPLE_LISTS, all);
        read(reading, link, Catalog.TICKET_LISTS, all);
        new Gaps(database, source, accountId, progress, reading).fill();
        entries.read();
        read(reading, link, Catalog.LATER_LISTS, all);
        var language = accounts.require(accountId).language();
        new Library(database, clock, source, accountId, language, progress, files).read(all);
        entries.readWhole(files.ticketsWithFilesToFetch());
        if (link.withFiles()) new TicketFiles(database, source, accountId, progress, files).read();
        if (scope == Scope.ROLLING) entries.reconcile();
    }

    private void read(ListReading reading, Link link, List<ListSpec> lists, boolean all) {
        for (var list : lists) {
            if (all || isDue(link, list)) reading.read(list);
        }
    }

    private boolean isDue(Link link, ListSpec list) {
        return database.read(h -> h.attach(SyncStore.class).isDue(link.accountId(), list.resource(), clock.instant()));
    }

    private void save(Link link, Source source, long id, JsonNode report, String failure) {
        var now = clock.instant();
        database.run(h -> {
            h.attach(SyncStore.class).saveReport(link.accountId(), id, report, now);
            h.attach(LinkStore.class).ran(link.accountId(), now, failure, source.creditsPerMinute());
        });
    }

    /** Work that no other node does for the account meanwhile; a connection holds the place, and frees it when it dies. */
    private <T> Optional<T> alone(String what, long accountId, java.util.function.Supplier<T> work) {
        try (Connection connection = database.dataSource().getConnection()) {
            if (!holds(connection, what, accountId, "select pg_try_advisory_lock(hashtextextended(?, ?))")) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                holds(connection, what, accountId, "select pg_advisory_unlock(hashtextextended(?, ?))");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean holds(Connection connection, String what, long accountId, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "hilo " + what);
            statement.setLong(2, accountId);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
