package dev.hilo.automations;

import dev.hilo.accounts.Accounts;
import dev.hilo.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Makes the calls that rules have queued: at least once, tried again after 5, 30 and 60 minutes (reference §4.30), then given
 * up. Without a sender they wait.
 */
public final class SendCalls {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofMinutes(60));
    private static final Duration HELD = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int SOME = 5;
    private static final int ROUNDS = 20;

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;
    private volatile CallSender sender;

    public SendCalls(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** From now on calls are made by this. */
    public void through(CallSender sender) {
        this.sender = sender;
    }

    public void run() {
        var by = sender;
        if (by == null) return;
        for (var account : accounts.list()) {
            for (int i = 0; i < ROUNDS && some(account.accountId(), by); i++) {}
            database.run(h -> h.attach(CallStore.class)
                    .forget(account.accountId(), clock.instant().minus(KEPT)));
        }
    }

    /** Whether there may be more. */
    private boolean some(long accountId, CallSender by) {
        var now = clock.instant();
        var calls = database.write(h -> h.attach(CallStore.class).claim(accountId, now, now.plus(HELD), SOME));
        for (var row : calls) settle(accountId, row, by.send(accountId, row.call()));
        return calls.size() == SOME;
    }

    private void settle(long accountId, CallStore.Row row, CallSender.Outcome outcome) {
        boolean isLast = row.attempts() > PAUSES.size();
        String state = outcome.isDone() ? "DONE" : isLast ? "FAILED" : "WAITING";
        var now = clock.instant();
        var due = state.equals("WAITING") ? now.plus(PAUSES.get(row.attempts() - 1)) : now;
        database.run(h ->
                h.attach(CallStore.class).settle(accountId, row.id(), state, outcome.status(), outcome.reason(), due));
    }
}
