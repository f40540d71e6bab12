package dev.hilo.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(MailMessage.class)
interface MailMessageStore {

    @SqlUpdate("""
            insert into mail_messages (account_id, message_id, ticket_id, conversation_id, direction, created_at)
            values (:accountId, :messageId, :ticketId, :conversationId, :direction, :now)
            on conflict do nothing
            """)
    boolean insert(
            long accountId, String messageId, long ticketId, Long conversationId, Direction direction, Instant now);

    @SqlQuery("""
            select m.message_id, m.ticket_id, m.conversation_id, m.direction, m.created_at
            from unnest(:messageIds) with ordinality as asked(id, n)
            join mail_messages m on m.account_id = :accountId and m.message_id = asked.id
            order by asked.n desc
            limit 1
            """)
    Optional<MailMessage> latestOf(long accountId, List<String> messageIds);

    @SqlQuery("""
            (select message_id, ticket_id, conversation_id, direction, created_at
             from mail_messages
             where account_id = :accountId and ticket_id = :ticketId and created_at <= :until
               and (is_public or not :publicOnly)
             order by created_at, message_id
             limit 1)
            union
            (select message_id, ticket_id, conversation_id, direction, created_at
             from mail_messages
             where account_id = :accountId and ticket_id = :ticketId and created_at <= :until
               and (is_public or not :publicOnly)
             order by created_at desc, message_id desc
             limit :limit)
            order by created_at, message_id
            """)
    List<MailMessage> thread(long accountId, long ticketId, boolean publicOnly, Instant until, int limit);
}
