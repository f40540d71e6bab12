package dev.hilo.sla;

import dev.hilo.calendars.Calendars;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** When a customer's further message is to be answered, by the account's policies (reference §3.6). */
public final class NextResponses {

    @RegisterConstructorMapper(Promise.Facts.class)
    interface Store {
        /** Of a ticket whose first response was given; before that, the first one is what is due. */
        @SqlQuery("""
                select priority, source, type, group_id, company_id, product_id from tickets
                where account_id = :accountId and id = :ticketId and first_responded_at is not null
                """)
        Optional<Promise.Facts> answered(long accountId, long ticketId);
    }

    private final SlaPolicies policies;
    private final Calendars calendars;

    public NextResponses(SlaPolicies policies, Calendars calendars) {
        this.policies = policies;
        this.calendars = calendars;
    }

    /** @return null where nothing is promised */
    public Instant dueBy(Handle handle, long accountId, long ticketId, Instant asked) {
        return handle.attach(Store.class)
                .answered(accountId, ticketId)
                .map(facts -> Promise.of(policies.of(accountId), facts, calendars.hoursOf(accountId, facts.groupId())))
                .map(promise -> promise.respondAgainBy(asked))
                .orElse(null);
    }
}
