package dev.hilo.events;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterRowMapper(EventStore.Mapper.class)
interface TicketEventStore {

    /** A message shows itself, its files with it; of a ticket's change counts what people set, not the bookkeeping. */
    String TOLD = """
              and e.type not in ('conversation.created', 'attachment.created')
              and (e.type <> 'ticket.updated' or e.after ??| array[
                'subject', 'description', 'status', 'priority', 'source', 'type', 'requester_id', 'responder_id',
                'group_id', 'product_id', 'company_id', 'tags', 'custom_fields', 'spam', 'archived', 'merged_into',
                'association_type', 'prime_id', 'internal_agent_id', 'internal_group_id', 'is_escalated', 'fr_escalated',
                'nr_escalated', 'due_by_manual'])
            """;

    @SqlQuery("select " + EventStore.COLUMNS + """

            from events e
            where e.account_id = :accountId and e.ticket_id = :ticketId and (e.at, e.id) < (:at, :id)
            """ + TOLD + """
            order by e.at desc, e.id desc
            limit :limit
            """)
    List<Event> before(long accountId, long ticketId, Instant at, long id, int limit);

    @SqlQuery("select " + EventStore.COLUMNS + """

            from events e
            where e.account_id = :accountId and e.ticket_id = :ticketId and (e.at, e.id) > (:at, :id)
            """ + TOLD + """
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
