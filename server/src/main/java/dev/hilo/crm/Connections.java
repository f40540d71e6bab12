package dev.hilo.crm;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Secrets;
import dev.hilo.crm.Crm.Unavailable;
import dev.hilo.crm.hubspot.HubSpot;
import dev.hilo.crm.hubspot.Ticking;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accounts' ties to their CRM, and the runs that write to it. */
public final class Connections {

    public static final String HUBSPOT = "hubspot";

    /** What came of a run. @param error null when it went through */
    public record Ended(Report report, String error) {}

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final String USE = "crm token";
    private static final Duration LOST = Duration.ofMinutes(30);

    private final Database database;
    private final Clock clock;
    private final Accounts accounts;
    private final Secrets secrets;
    private final String baseDomain;
    private final ConnectionRules rules;
    private volatile boolean stopping;

    /**
     * @param baseDomain under which each account has its host name
     * @param takesPrivate whether a CRM may be at another address than its own
     */
    public Connections(
            Database database,
            Clock clock,
            Accounts accounts,
            Secrets secrets,
            String baseDomain,
            boolean takesPrivate) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.secrets = secrets;
        this.baseDomain = baseDomain;
        this.rules = new ConnectionRules(takesPrivate);
    }

    public Optional<Connection> find(long accountId) {
        return database.read(h -> h.attach(ConnectionStore.class).find(accountId, HUBSPOT));
    }

    public Connection require(long accountId) {
        return find(accountId).orElseThrow(Refusal.NotFound::new);
    }

    public Connection put(long accountId, PutConnection asked) {
        return database.write(h -> {
            var store = h.attach(ConnectionStore.class);
            var secret = secrets.of(h, accountId);
            var wanted = rules.wanted(asked, store.find(accountId, HUBSPOT), token -> secret.seal(USE, token));
            store.put(accountId, HUBSPOT, wanted, clock.instant());
            return store.find(accountId, HUBSPOT).orElseThrow();
        });
    }

    /** What was written there stays. */
    void delete(long accountId) {
        int deleted = database.write(h -> h.attach(ConnectionStore.class).delete(accountId, HUBSPOT));
        if (deleted == 0) throw new Refusal.NotFound();
    }

    /** It runs within seconds. */
    Connection ask(long accountId, boolean isDry) {
        database.run(h -> h.attach(ConnectionStore.class).ask(accountId, HUBSPOT, isDry ? "DRY" : "WRITE"));
        return require(accountId);
    }

    Page<Tie> ties(long accountId, String kind, Long recordId, Paging paging) {
        long id = require(accountId).id();
        return Page.of(
                database.read(h ->
                        h.attach(TieStore.class).list(accountId, id, kind, recordId, paging.limit(), paging.offset())),
                paging);
    }

    /** What was deleted there is made again. */
    void forget(long accountId, Crm.Kind kind, long recordId) {
        long id = require(accountId).id();
        int deleted = database.write(h -> h.attach(TieStore.class).forget(accountId, id, kind, recordId));
        if (deleted == 0) throw new Refusal.NotFound();
    }

    /** Runs what is due, one after the other. */
    public void runDue() {
        for (var account : accounts.list()) {
            if (stopping) return;
            database.read(h -> h.attach(ConnectionStore.class).due(account.accountId(), clock.instant()))
                    .ifPresent(due -> {
                        boolean isDry = due.asked() == null
                                ? !due.writes()
                                : due.asked().equals("DRY");
                        run(account, due, isDry);
                    });
        }
    }

    /** Empty where a run of this account goes on already. */
    public Optional<Ended> run(Account account, boolean isDry) {
        return run(account, require(account.accountId()), isDry);
    }

    private Optional<Ended> run(Account account, Connection connection, boolean isDry) {
        var begun = clock.instant();
        int mine = database.write(h ->
                h.attach(ConnectionStore.class).begin(account.accountId(), connection.id(), begun, begun.minus(LOST)));
        if (mine == 0) return Optional.empty();
        var report = new Report(isDry);
        String error = null;
        try (var crm = open(connection)) {
            String address = "https://" + account.subdomain() + "." + baseDomain;
            try {
                new Run(database, clock, connection, crm, address, report, () -> pulse(connection)).go();
            } finally {
                report.called(crm.calls());
            }
        } catch (Unavailable e) {
            error = e.getMessage();
        } catch (RuntimeException e) {
            LOG.warn("The CRM run of account {} failed", account.accountId(), e);
            error = "It failed; the log says why";
        }
        end(connection, report, error, begun);
        return Optional.of(new Ended(report, error));
    }

    private void pulse(Connection connection) {
        if (stopping) throw new Unavailable("Hilo is stopping");
        database.run(
                h -> h.attach(ConnectionStore.class).see(connection.accountId(), connection.id(), clock.instant()));
    }

    private void end(Connection connection, Report report, String error, Instant begun) {
        var doneUntil = report.isDry() || error != null ? null : begun;
        String home = report.home() == null ? null : report.home().id();
        database.run(h -> h.attach(ConnectionStore.class)
                .end(connection.accountId(), connection.id(), report.json(), error, home, doneUntil, clock.instant()));
    }

    private Crm open(Connection connection) {
        byte[] token = database.read(h -> secrets.of(h, connection.accountId())).open(USE, connection.sealedToken());
        return new HubSpot(
                URI.create(connection.address()),
                new String(token, StandardCharsets.UTF_8),
                Ticking.until(() -> stopping));
    }

    /** The run that goes on ends soon, and begins again after the next start. */
    public void stop() {
        stopping = true;
    }
}
