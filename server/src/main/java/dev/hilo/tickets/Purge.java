package dev.hilo.tickets;

import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.attachments.Attachments;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Removes tickets for good, with everything on them: those that lay in the trash for thirty days, and archived ones. */
public final class Purge {

    private static final Duration IN_TRASH = Duration.ofDays(30);
    private static final int BATCH = 200;

    interface Store {
        @SqlQuery("""
                select id from tickets
                where account_id = :accountId and deleted and deleted_at < :before
                order by deleted_at
                limit :limit
                for update skip locked
                """)
        List<Long> old(long accountId, Instant before, int limit);

        @SqlQuery("""
                select id from tickets where account_id = :accountId and requester_id = :requesterId order by id for update
                """)
        List<Long> ofRequester(long accountId, long requesterId);

        @SqlUpdate("""
                update tickets set association_type = null, prime_id = null, updated_at = :now
                where account_id = :accountId and prime_id = any(:ids)
                """)
        void releaseChildren(long accountId, List<Long> ids, Instant now);

        @SqlUpdate("""
                update tickets p set association_type = null, updated_at = :now
                where p.account_id = :accountId and p.association_type in (1, 3)
                  and p.id in (select prime_id from tickets where account_id = :accountId and id = any(:ids))
                  and not exists (
                    select from tickets c
                    where c.account_id = p.account_id and c.prime_id = p.id and c.id <> all(:ids))
                """)
        void releasePrimes(long accountId, List<Long> ids, Instant now);

        @SqlUpdate("delete from tickets where account_id = :accountId and id = any(:ids)")
        void delete(long accountId, List<Long> ids);
    }

    private final Database database;
    private final Accounts accounts;
    private final Attachments attachments;
    private final Clock clock;

    public Purge(Database database, Accounts accounts, Attachments attachments, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.attachments = attachments;
        this.clock = clock;
    }

    public void run() {
        var before = clock.instant().minus(IN_TRASH);
        for (var account : accounts.local()) {
            while (emptyTrash(account.accountId(), before) == BATCH) {}
        }
    }

    private int emptyTrash(long accountId, Instant before) {
        return database.write(handle -> {
            var ids = handle.attach(Store.class).old(accountId, before, BATCH);
            remove(handle, accountId, ids);
            return ids.size();
        });
    }

    public void removeArchived(Caller caller, long id) {
        database.run(handle -> {
            handle.attach(TicketStore.class)
                    .lock(Sight.of(caller), id)
                    .filter(TicketRow::archived)
                    .orElseThrow(Refusal.NotFound::new);
            remove(handle, caller.accountId(), List.of(id));
        });
    }

    /** Removes all that somebody has asked, who is locked and so asks nothing meanwhile. @return the tickets */
    public List<Long> removeOfRequester(Handle handle, long accountId, long requesterId) {
        var ids = handle.attach(Store.class).ofRequester(accountId, requesterId);
        remove(handle, accountId, ids);
        return ids;
    }

    /** Removes the tickets, which are locked; entries, times, ratings and the like go with them. */
    public void remove(Handle handle, long accountId, List<Long> ids) {
        if (ids.isEmpty()) return;
        var store = handle.attach(Store.class);
        attachments.deleteOfTickets(handle, accountId, ids);
        store.releasePrimes(accountId, ids, clock.instant());
        store.releaseChildren(accountId, ids, clock.instant());
        store.delete(accountId, ids);
    }
}
