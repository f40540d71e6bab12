package dev.hilo.tickets;

import dev.hilo.accounts.Accounts;
import dev.hilo.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Archives the tickets that have been closed and untouched for 120 days (reference §3.16). */
public final class Archiving {

    private static final Duration UNTOUCHED = Duration.ofDays(120);
    private static final int BATCH = 1000;

    interface Store {
        @SqlUpdate("""
                update tickets set archived = true
                where account_id = :accountId and id in (
                  select id from tickets
                  where account_id = :accountId and status = 5 and not archived and not deleted and not spam
                    and updated_at < :before and (closed_at is null or closed_at < :before)
                  order by updated_at
                  limit :limit
                  for update skip locked)
                """)
        int archive(long accountId, Instant before, int limit);
    }

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;

    public Archiving(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    public void run() {
        var before = clock.instant().minus(UNTOUCHED);
        for (var account : accounts.local()) {
            while (archive(account.accountId(), before) == BATCH) {}
        }
    }

    private int archive(long accountId, Instant before) {
        return database.write(handle -> handle.attach(Store.class).archive(accountId, before, BATCH));
    }
}
