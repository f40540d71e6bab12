package dev.hilo.tickets;

import dev.hilo.accounts.Accounts;
import dev.hilo.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Marks the tickets that a due time has passed by; that moves their {@code updated_at}, as recorded. */
public final class Escalation {

    private static final int BATCH = 1000;

    interface Store {
        @SqlUpdate("""
                update tickets set is_escalated = true, updated_at = :now
                where account_id = :accountId and id in (
                  select id from tickets
                  where account_id = :accountId and due_by <= :now and not is_escalated and status not in (4, 5)
                    and sla_paused_at is null and not deleted and not spam and not archived
                  limit :limit
                  for update skip locked)
                """)
        int overdue(long accountId, Instant now, int limit);

        /** Of a ticket that an agent began (source 10) nobody expects a first response. */
        @SqlUpdate("""
                update tickets set fr_escalated = true, updated_at = :now
                where account_id = :accountId and id in (
                  select id from tickets
                  where account_id = :accountId and fr_due_by <= :now and not fr_escalated
                    and first_responded_at is null and source <> 10 and status not in (4, 5)
                    and sla_paused_at is null and not deleted and not spam and not archived
                  limit :limit
                  for update skip locked)
                """)
        int unanswered(long accountId, Instant now, int limit);

        @SqlUpdate("""
                update tickets set nr_escalated = true, updated_at = :now
                where account_id = :accountId and id in (
                  select id from tickets
                  where account_id = :accountId and nr_due_by <= :now and not nr_escalated and status not in (4, 5)
                    and sla_paused_at is null and not deleted and not spam and not archived
                  limit :limit
                  for update skip locked)
                """)
        int unansweredAgain(long accountId, Instant now, int limit);
    }

    /** One of the store's statements. */
    @FunctionalInterface
    private interface Marking {
        int of(Store store, long accountId, Instant now, int limit);
    }

    private static final List<Marking> MARKINGS = List.of(Store::overdue, Store::unanswered, Store::unansweredAgain);

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;

    public Escalation(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    public void run() {
        for (var account : accounts.local()) {
            for (var marking : MARKINGS) {
                while (mark(marking, account.accountId()) == BATCH) {}
            }
        }
    }

    private int mark(Marking marking, long accountId) {
        return database.write(handle -> marking.of(handle.attach(Store.class), accountId, clock.instant(), BATCH));
    }
}
