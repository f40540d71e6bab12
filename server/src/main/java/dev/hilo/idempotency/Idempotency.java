package dev.hilo.idempotency;

import dev.hilo.accounts.Accounts;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Requests that are carried out at most once. The work of such a request, its key and its answer are committed in one
 * transaction, so there is no moment at which a crash could leave one without the others: either the request has
 * happened and its answer can be told again, or nothing has happened and the key is free. While the transaction lasts it
 * holds a lock on the key, which PostgreSQL lets go by itself when the node dies.
 */
public final class Idempotency {

    /** How long an answer can be told again. */
    static final Duration KEPT = Duration.ofHours(24);

    /** @param replayed whether it had been given before */
    public record Given(KeptAnswer answer, boolean replayed) {}

    private final Database database;
    private final Clock clock;
    private final Accounts accounts;

    public Idempotency(Database database, Clock clock, Accounts accounts) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
    }

    /** The answer kept for the request, or else the work's, which is kept if the work does not throw. */
    public Given once(Claim claim, Supplier<KeptAnswer> work) {
        return database.whole(handle -> {
            var store = store(handle);
            if (!store.tryLock(claim.lock())) throw Refusal.KeyTaken.stillRunning();
            var kept = store.find(claim, since());
            if (kept.isPresent()) return replayed(claim, kept.get());
            var answer = work.get();
            store.keep(claim, answer, clock.instant(), since());
            return new Given(answer, false);
        });
    }

    private static Given replayed(Claim claim, IdempotencyStore.Row kept) {
        if (!Arrays.equals(claim.request(), kept.request())) throw Refusal.KeyTaken.byAnother();
        return new Given(kept.answer(), true);
    }

    /**
     * Keeps the refusal that the work of {@link #once} has thrown, after its transaction was undone. Whoever has taken
     * the key since then goes before: nothing has been done yet under it.
     */
    public void keep(Claim claim, KeptAnswer refusal) {
        database.run(handle -> {
            var store = store(handle);
            if (store.tryLock(claim.lock())) store.keep(claim, refusal, clock.instant(), since());
        });
    }

    /** Forgets the answers that are a day old. */
    public void forgetOld() {
        var before = since();
        for (var account : accounts.list()) {
            database.run(handle -> store(handle).forget(account.accountId(), before));
        }
    }

    private Instant since() {
        return clock.instant().minus(KEPT);
    }

    private static IdempotencyStore store(Handle handle) {
        return handle.attach(IdempotencyStore.class);
    }
}
