package dev.hilo.automations;

import dev.hilo.accounts.Accounts;
import dev.hilo.db.Database;
import dev.hilo.fields.Forms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs the rules of time on the tickets that changed within the last thirty days, page by page; a rule that has acted on a
 * ticket waits until something about the ticket changes.
 */
public final class TimeRules {

    private static final Duration SPAN = Duration.ofDays(30);
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 1000;

    private final Database database;
    private final Accounts accounts;
    private final Forms forms;
    private final Automations automations;
    private final Clock clock;

    public TimeRules(Database database, Accounts accounts, Forms forms, Automations automations, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.forms = forms;
        this.automations = automations;
        this.clock = clock;
    }

    public void run() {
        for (var account : accounts.local()) {
            long accountId = account.accountId();
            var programs = database.read(h -> Program.active(h, forms, accountId, List.of(RuleType.TIME)));
            programs.forEach(program -> run(accountId, program));
        }
    }

    private void run(long accountId, Program program) {
        var now = clock.instant();
        var from = now.minus(SPAN);
        long after = 0;
        for (int i = 0; i < MOST_PAGES; i++) {
            var page = page(accountId, program.rule().id(), from, after, now);
            page.stream()
                    .filter(row -> program.judge(row.snapshot(now)).holds())
                    .forEach(row -> automations.runInTime(program, accountId, row.id(), now));
            if (page.size() < PAGE) return;
            from = page.getLast().snapshot(now).time("updated_at");
            after = page.getLast().id();
        }
    }

    private List<SnapshotStore.Row> page(long accountId, long ruleId, Instant from, long after, Instant to) {
        return database.read(h -> h.attach(SnapshotStore.class).changed(accountId, ruleId, from, after, to, PAGE));
    }
}
