package dev.hilo.knowledge.sources;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Secrets;
import dev.hilo.db.Database;
import dev.hilo.knowledge.Outside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads sources, one after the other, on a thread that is there while there is something to do. Each document is taken in by
 * a transaction of its own, so what was cut off goes on where it was.
 */
public final class ReadSources implements AutoCloseable {

    static final String KEY = "knowledge source";
    private static final Logger LOG = LoggerFactory.getLogger(ReadSources.class);
    /** So long, and a reader is taken for dead. */
    private static final Duration SILENCE = Duration.ofMinutes(15);

    private record Asked(long accountId, long id) {}

    private final Database database;
    private final Accounts accounts;
    private final Secrets secrets;
    private final Outside outside;
    private final List<Path> folders;
    private final boolean allowsPrivate;
    private final Clock clock;
    private final Set<Asked> waiting = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor thread;
    private volatile boolean closed;

    /** @param folders whose files accounts may take in */
    public ReadSources(
            Database database,
            Accounts accounts,
            Secrets secrets,
            Outside outside,
            List<Path> folders,
            boolean allowsPrivate,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.secrets = secrets;
        this.outside = outside;
        this.folders = folders;
        this.allowsPrivate = allowsPrivate;
        this.clock = clock;
        var daemons = Thread.ofPlatform().name("knowledge-sources").daemon().factory();
        this.thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons);
        thread.allowCoreThreadTimeOut(true);
    }

    /** What ticks: those whose time has come. */
    public void run() {
        var now = clock.instant();
        for (var due : database.read(h -> h.attach(SourceStore.class).due(now, now.minus(SILENCE)))) {
            soon(due.accountId(), due.id());
        }
    }

    void soon(long accountId, long id) {
        var asked = new Asked(accountId, id);
        if (!closed && waiting.add(asked)) thread.execute(() -> later(asked));
    }

    private void later(Asked asked) {
        waiting.remove(asked);
        try {
            if (!closed) read(asked.accountId(), asked.id());
        } catch (RuntimeException e) {
            if (!closed) LOG.warn("Source {} of account {} could not be read", asked.id(), asked.accountId(), e);
        }
    }

    private void read(long accountId, long id) {
        var now = clock.instant();
        var source = database.write(h -> {
            var store = h.attach(SourceStore.class);
            boolean isOurs = store.begin(accountId, id, now, now.minus(SILENCE)) == 1;
            return isOurs ? store.find(accountId, id).orElse(null) : null;
        });
        if (source == null) return;
        var known = database.read(h -> h.attach(SourceStore.class).versions(accountId, id));
        var taking = new Taking(accounts.require(accountId), source);
        var reading = new Reading(known, taking, () -> closed);
        taking.reading = reading;
        String error = null;
        int gone = 0;
        try (var fetcher = new Fetcher(allowsPrivate, source.kind().equals("site"), () -> closed)) {
            connector(source, fetcher).read(reading);
            if (closed) return;
            gone = forget(source, reading);
        } catch (SourceTrouble trouble) {
            if (closed) return;
            error = trouble.getMessage();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Source {} of account {} could not be read", id, accountId, e);
            error = "It could not be read: " + e.getClass().getSimpleName();
        }
        end(source, reading, error, gone);
    }

    private void end(SourceRow source, Reading reading, String error, int gone) {
        String state = error == null ? "READ" : "FAILED";
        int found = reading.seen().size();
        database.run(h -> h.attach(SourceStore.class)
                .end(source.accountId(), source.id(), state, error, found, reading.taken(), gone, clock.instant()));
        outside.changed(source.accountId());
    }

    /** What was not seen is not there any more. */
    private int forget(SourceRow source, Reading reading) {
        return database.write(h -> {
            var store = h.attach(SourceStore.class);
            var gone = new ArrayList<>(store.keys(source.accountId(), source.id()));
            gone.removeIf(reading.seen()::contains);
            if (gone.isEmpty() || reading.seen().size() >= Reading.MOST) return 0;
            outside.close(h, source.accountId(), source.passages(), gone);
            store.deleteDocuments(source.accountId(), source.id(), gone);
            return gone.size();
        });
    }

    private Connector connector(SourceRow source, Fetcher fetcher) throws SourceTrouble {
        return switch (source.kind()) {
            case "folder" -> new FolderConnector(Path.of(source.address()), folders);
            case "site" -> new SiteConnector(source.address(), fetcher);
            case "confluence" ->
                new ConfluenceConnector(source.address(), source.place(), source.reader(), key(source), fetcher);
            case "google_docs" -> {
                String api = source.address() == null ? GoogleDocsConnector.API : source.address();
                yield new GoogleDocsConnector(source.place(), key(source), api, fetcher, clock);
            }
            default -> throw new SourceTrouble("Its files are sent to it");
        };
    }

    private String key(SourceRow source) {
        return database.read(h ->
                new String(secrets.of(h, source.accountId()).open(KEY, source.sealedKey()), StandardCharsets.UTF_8));
    }

    /** Of one document that was sent. */
    void take(Account account, SourceRow source, Found found, String html) {
        new Taking(account, source).take(found, html);
        outside.changed(account.accountId());
    }

    private final class Taking implements Reading.Sink {
        private final Account account;
        private final SourceRow source;
        private Reading reading;

        Taking(Account account, SourceRow source) {
            this.account = account;
            this.source = source;
        }

        @Override
        public void take(Found found, String html) {
            var text = new Outside.Text(
                    found.key(),
                    found.version(),
                    found.title(),
                    html,
                    source.language(),
                    source.forCustomers(),
                    found.address(),
                    found.changedAt());
            database.run(h -> {
                int passages = outside.take(h, account, source.passages(), text);
                var store = h.attach(SourceStore.class);
                store.saveDocument(account.accountId(), source.id(), found, null, passages, clock.instant());
                told(store);
            });
        }

        /** What was known of it before is not known any more: nobody can say that it still holds. */
        @Override
        public void fail(Found found, String error) {
            database.run(h -> {
                outside.close(h, account.accountId(), source.passages(), List.of(found.key()));
                var store = h.attach(SourceStore.class);
                store.saveDocument(account.accountId(), source.id(), found, error, 0, clock.instant());
                told(store);
            });
        }

        private void told(SourceStore store) {
            if (reading == null) return;
            store.progress(source.accountId(), source.id(), reading.seen().size(), reading.taken(), clock.instant());
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.shutdown();
        thread.awaitTermination(20, TimeUnit.SECONDS);
    }
}
