package dev.hilo.tickets;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Parents and children, trackers and what they track. */
final class Associations {

    static final int PARENT = 1;
    static final int CHILD = 2;
    static final int TRACKER = 3;
    static final int RELATED = 4;

    static final int MOST_RELATED = 300;

    interface Store {
        /** 0 where the ticket stands alone; no row where it is not there. */
        @SqlQuery("""
                select coalesce(association_type, 0) from tickets
                where account_id = :accountId and id = :id and not deleted and not spam
                for update
                """)
        Integer typeOf(long accountId, long id);

        @SqlQuery("""
                select id from tickets
                where account_id = :accountId and id = any(:ids) and not deleted and not spam
                  and association_type is null
                order by id
                for update
                """)
        List<Long> free(long accountId, List<Long> ids);

        @SqlUpdate("""
                update tickets set association_type = :type, prime_id = :primeId, updated_at = :now
                where account_id = :accountId and id = any(:ids)
                """)
        void associate(long accountId, List<Long> ids, int type, Long primeId, Instant now);

        @SqlUpdate("""
                update tickets t set association_type = null, updated_at = :now
                where account_id = :accountId and id = :id and association_type in (1, 3)
                  and not exists (select from tickets c where c.account_id = t.account_id and c.prime_id = t.id)
                """)
        void releaseIfAlone(long accountId, long id, Instant now);
    }

    private Associations() {}

    /** Whether a ticket can be the parent of another: it is there, and neither a child nor a tracker. */
    static void checkParent(Handle handle, long accountId, Long parentId, Problems problems) {
        if (parentId == null) return;
        Integer type = handle.attach(Store.class).typeOf(accountId, parentId);
        if (type == null) problems.add(FieldError.unknown("parent_id", "ticket"));
        else if (type != 0 && type != PARENT) {
            problems.add(FieldError.invalid("parent_id", "It should be a ticket that is not associated itself"));
        }
    }

    static void markParent(Handle handle, long accountId, Long parentId, Instant now) {
        if (parentId != null) handle.attach(Store.class).associate(accountId, List.of(parentId), PARENT, null, now);
    }

    /** The tickets that a new tracker is to track, locked. */
    static List<Long> requireFree(Handle handle, long accountId, List<Long> ids) {
        var distinct = List.copyOf(new LinkedHashSet<>(ids));
        var free = distinct.size() > MOST_RELATED
                ? List.of()
                : handle.attach(Store.class).free(accountId, distinct);
        if (distinct.isEmpty() || free.size() != distinct.size()) {
            throw new Refusal.BadRequest(
                    "cannot_create_tracker", "Tracker ticket can't be created as related_ticket_ids are invalid");
        }
        return distinct;
    }

    static void track(Handle handle, long accountId, long trackerId, List<Long> related, Instant now) {
        handle.attach(Store.class).associate(accountId, related, RELATED, trackerId, now);
    }

    static void release(Handle handle, long accountId, Long primeId, Instant now) {
        if (primeId != null) handle.attach(Store.class).releaseIfAlone(accountId, primeId, now);
    }
}
