package dev.hilo.answers.draft;

import dev.hilo.accounts.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface TicketStore {

    /** Public for its mapping. @param isFrozen whether it is in the trash, spam or archived */
    record Head(
            String subject,
            String description,
            int source,
            Instant createdAt,
            boolean isFrozen,
            String name,
            String email,
            String phone,
            String mobile,
            String language) {}

    record Entry(boolean incoming, boolean isPrivate, String body, Instant createdAt) {}

    @SqlQuery("""
            select t.subject, t.description, t.source, t.created_at, t.deleted or t.spam or t.archived as is_frozen, r.name,
                   r.email, r.phone, r.mobile, r.language
            from tickets t join contacts r on r.account_id = t.account_id and r.id = t.requester_id
            where t.account_id = :sight.accountId and t.id = :ticketId and
            """ + Sight.CONDITION)
    @RegisterConstructorMapper(Head.class)
    Optional<Head> head(@BindMethods("sight") Sight sight, long ticketId);

    /** Newest first; what machines wrote and what was only forwarded is no part of the conversation. */
    @SqlQuery("""
            select c.incoming, c.private as is_private, left(c.body, 50000) as body, c.created_at
            from conversations c
            where c.account_id = :accountId and c.ticket_id = :ticketId and not c.deleted and not c.auto_response
              and c.category in (1, 2, 3, 7) and c.source in (0, 2, 6)
              and c.created_at <= coalesce(:asOf::timestamptz, 'infinity')
            order by c.created_at desc, c.id desc
            limit :limit
            """)
    @RegisterConstructorMapper(Entry.class)
    List<Entry> entries(long accountId, long ticketId, Instant asOf, int limit);
}
