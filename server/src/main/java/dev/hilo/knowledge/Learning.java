package dev.hilo.knowledge;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.db.Database;
import dev.hilo.models.EmbeddingModel;
import dev.hilo.models.Models;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What takes longer than somebody waits: reading the solved tickets, and making the vectors. One account after the other, on a
 * thread that is there while there is something to do; what was cut off is done the next time.
 */
final class Learning implements AutoCloseable {

    /** Characters that are compared. */
    static final int LONGEST = 1_500;

    private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
    private static final int BATCH = 64;

    private final Database database;
    private final Accounts accounts;
    private final Models models;
    private final Gather gather;
    private final Clock clock;
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor thread;
    private volatile boolean closed;

    Learning(Database database, Accounts accounts, Models models, Gather gather, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.models = models;
        this.gather = gather;
        this.clock = clock;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform()
                        .name("knowledge")
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
        thread.allowCoreThreadTimeOut(true);
    }

    void soon(long accountId) {
        if (!closed && waiting.add(accountId)) thread.execute(() -> later(accountId));
    }

    private void later(long accountId) {
        waiting.remove(accountId);
        try {
            if (!closed) learn(accounts.require(accountId), () -> closed);
        } catch (RuntimeException e) {
            if (!closed) LOG.warn("What account {} knows could not be gathered", accountId, e);
        }
    }

    void all() {
        for (long accountId : database.read(h -> h.attach(PassageStore.class).accounts())) {
            gather.library(accounts.require(accountId));
            soon(accountId);
        }
    }

    /** One at a time: two would make the same vectors. */
    synchronized void learn(Account account, BooleanSupplier stopped) {
        embed(account.accountId(), stopped);
        gather.replies(account, stopped);
        embed(account.accountId(), stopped);
        database.run(h -> h.attach(PassageStore.class).gathered(account.accountId(), clock.instant()));
    }

    private void embed(long accountId, BooleanSupplier stopped) {
        for (var served : languages(accountId).entrySet()) {
            var model = served.getKey();
            while (!stopped.getAsBoolean() && embedSome(accountId, model, served.getValue())) {}
        }
    }

    private Map<EmbeddingModel, List<String>> languages(long accountId) {
        var byModel = new LinkedHashMap<EmbeddingModel, List<String>>();
        for (String language : database.read(h -> h.attach(PassageStore.class).languages(accountId))) {
            models.forLanguage(language)
                    .ifPresent(model -> byModel.computeIfAbsent(model, m -> new ArrayList<>())
                            .add(language));
        }
        return byModel;
    }

    private boolean embedSome(long accountId, EmbeddingModel model, List<String> languages) {
        var rows = database.read(
                h -> h.attach(PassageStore.class).withoutVectors(accountId, languages, model.id(), BATCH));
        if (rows.isEmpty()) return false;
        var all =
                model.passages(rows.stream().flatMap(row -> texts(row).stream()).toList());
        var made = new ArrayList<PassageStore.Vectors>();
        int next = 0;
        for (var row : rows) {
            int count = texts(row).size();
            made.add(new PassageStore.Vectors(row.id(), model.id(), Vector.bytes(all.subList(next, next + count))));
            next += count;
        }
        database.run(h -> {
            var store = h.attach(PassageStore.class);
            long revision = store.nextRevision(accountId, clock.instant());
            store.insertVectors(accountId, made);
            store.touch(accountId, rows.stream().map(PassageRow::id).toList(), revision);
        });
        return true;
    }

    /** What is made vectors of. */
    static List<String> texts(PassageRow row) {
        String whole =
                row.compared().substring(0, Math.min(LONGEST, row.compared().length()));
        return row.hasComparedTitle() ? List.of(whole, row.title()) : List.of(whole);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.shutdown();
        thread.awaitTermination(20, TimeUnit.SECONDS);
    }
}
