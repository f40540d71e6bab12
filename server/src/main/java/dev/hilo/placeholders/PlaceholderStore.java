package dev.hilo.placeholders;

import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface PlaceholderStore {

    @SqlQuery("""
            select t.id, t.requester_id, t.subject, t.description, t.description_text, t.status, t.priority, t.type, t.tags,
                   t.custom_fields, t.due_by, r.name as requester_name, r.email as requester_email,
                   r.phone as requester_phone, r.mobile as requester_mobile,
                   r.unique_external_id as requester_external_id, co.name as company_name, a.name as agent_name,
                   a.email as agent_email, g.name as group_name, p.name as product_name, c.body as comment_body,
                   w.name as commenter_name, w.email as commenter_email, ac.name as account_name, ac.subdomain
            from tickets t
            join accounts ac on ac.account_id = t.account_id
            left join contacts r on r.account_id = t.account_id and r.id = t.requester_id
            left join companies co on co.account_id = t.account_id and co.id = t.company_id
            left join contacts a on a.account_id = t.account_id and a.id = t.responder_id
            left join groups g on g.account_id = t.account_id and g.id = t.group_id
            left join products p on p.account_id = t.account_id and p.id = t.product_id
            left join conversations c
              on c.account_id = t.account_id and c.id = :conversationId and c.ticket_id = t.id
            left join contacts w on w.account_id = t.account_id and w.id = c.user_id
            where t.account_id = :accountId and t.id = :ticketId
            """)
    @RegisterConstructorMapper(TicketToTell.class)
    Optional<TicketToTell> ticket(long accountId, long ticketId, Long conversationId);

    @SqlQuery("""
            select w.name, c.body
            from conversations c
            left join contacts w on w.account_id = c.account_id and w.id = c.user_id
            where c.account_id = :accountId and c.ticket_id = :ticketId and not c.deleted and c.private = :isPrivate
            order by c.created_at desc, c.id desc
            limit 1
            """)
    @RegisterConstructorMapper(TicketToTell.Said.class)
    Optional<TicketToTell.Said> latestComment(long accountId, long ticketId, boolean isPrivate);
}
