package dev.hilo.events;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterRowMapper(EventStore.Mapper.class)
interface TicketEventStore {

    @SqlQuery("select " + EventStore.COLUMNS + """

            from events e
            where e.account_id = :accountId and e.ticket_id = :ticketId and e.told
              and (e.at, e.id) < (:at, :id)
            order by e.at desc, e.id desc
            limit :limit
            """)
    List<Event> before(long accountId, long ticketId, Instant at, long id, int limit);

    @SqlQuery("select " + EventStore.COLUMNS + """

            from events e
            where e.account_id = :accountId and e.ticket_id = :ticketId and e.told
              and (e.at, e.id) > (:at, :id)
            order by e.at, e.id
            limit :limit
            """)
    List<Event> after(long accountId, long ticketId, Instant at, long id, int limit);

    @SqlQuery("select " + EventStore.COLUMNS + """

            from events e
            where e.account_id = :accountId and e.ticket_id = :ticketId and e.record = 'ticket' and e.at > :time
            order by e.at desc, e.id desc
            """)
    List<Event> changesSince(long accountId, long ticketId, Instant time);

    @SqlQuery("""
            select max(e.at) from events e
            where e.account_id = :accountId and e.ticket_id = :ticketId and e.record = 'ticket' and e.at <= :time
            """)
    Instant lastChange(long accountId, long ticketId, Instant time);
}
