package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The queue of what is to be written elsewhere. */
@RegisterConstructorMapper(OutgoingWrite.class)
public interface OutgoingStore {

    String SELECT = """
            select id, ticket_id, kind, conversation_id, fields, before, state, twins, remote_id, attempts, trouble, due_at,
              created_at, updated_at
            from outgoing where account_id = :accountId
            """;

    @SqlQuery(SELECT + "order by id desc limit :limit offset :offset")
    List<OutgoingWrite> list(long accountId, int limit, long offset);

    @SqlQuery(SELECT + "and id = :id")
    Optional<OutgoingWrite> find(long accountId, long id);

    /** The first of each ticket alone: what comes after it waits for it. */
    @SqlQuery("select * from (" + SELECT + """
              and state in ('WAITING', 'SENDING')) o
            where o.due_at <= :now and o.id = (
              select min(f.id) from outgoing f
              where f.account_id = :accountId and f.ticket_id = o.ticket_id and f.state in ('WAITING', 'SENDING'))
            order by o.id limit :limit
            """)
    List<OutgoingWrite> due(long accountId, Instant now, int limit);

    @SqlUpdate("""
            insert into outgoing (account_id, ticket_id, kind, conversation_id, fields, before, due_at, created_at, updated_at)
            select :accountId, :ticketId, :kind, :conversationId, :fields, :before, :now, :now, :now
            where exists (select from links where account_id = :accountId)
            """)
    int insert(
            long accountId,
            long ticketId,
            OutgoingWrite.Kind kind,
            Long conversationId,
            JsonNode fields,
            JsonNode before,
            Instant now);

    @SqlUpdate("""
            update outgoing set state = 'SENDING', attempts = attempts + 1, twins = :twins, updated_at = :now
            where account_id = :accountId and id = :id and state in ('WAITING', 'SENDING')
            """)
    int sending(long accountId, long id, List<Long> twins, Instant now);

    @SqlUpdate("""
            update outgoing set state = :state, trouble = :trouble, remote_id = :remoteId, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void end(long accountId, long id, OutgoingWrite.State state, Long remoteId, String trouble, Instant now);

    @SqlUpdate("""
            update outgoing set state = :state, due_at = :dueAt, trouble = :trouble, updated_at = :now
            where account_id = :accountId and id = :id and state in ('WAITING', 'SENDING')
            """)
    void later(long accountId, long id, OutgoingWrite.State state, Instant dueAt, String trouble, Instant now);

    /** Only what has not been sent yet. */
    @SqlUpdate("""
            update outgoing set state = 'CANCELLED', updated_at = :now
            where account_id = :accountId and id = :id and state = 'WAITING'
            """)
    int cancel(long accountId, long id, Instant now);

    /** Entries there that are known to be what others of the queue became. */
    @SqlQuery("""
            select remote_id from outgoing
            where account_id = :accountId and ticket_id = :ticketId and remote_id is not null
            """)
    List<Long> claimed(long accountId, long ticketId);

    /** An entry that is to be written there. @param userId its author */
    record Entry(
            long id,
            Long userId,
            String body,
            boolean isPrivate,
            List<String> toEmails,
            List<String> ccEmails,
            List<String> bccEmails,
            boolean deleted) {}

    @SqlQuery("""
            select id, user_id, body, private as is_private, to_emails, cc_emails, bcc_emails, deleted from conversations
            where account_id = :accountId and id = :id
            """)
    @RegisterConstructorMapper(Entry.class)
    Optional<Entry> entry(long accountId, long id);

    /** The entry goes by the number that it has there, unless it was read under it meanwhile. */
    @SqlUpdate("""
            update conversations set id = :remoteId
            where account_id = :accountId and id = :id
              and not exists (select from conversations where account_id = :accountId and id = :remoteId)
            """)
    int rename(long accountId, long id, long remoteId);

    @SqlUpdate("""
            update attachments set owner_id = :remoteId
            where account_id = :accountId and owner_kind = 'CONVERSATION' and owner_id = :id
            """)
    void renameOwner(long accountId, long id, long remoteId);

    @SqlUpdate("""
            update outgoing set conversation_id = :remoteId
            where account_id = :accountId and conversation_id = :id and kind in ('EDIT', 'REMOVAL')
            """)
    void renameLater(long accountId, long id, long remoteId);

    /** The number there of an entry that was written here under this one. */
    @SqlQuery("""
            select remote_id from outgoing
            where account_id = :accountId and conversation_id = :id and kind in ('REPLY', 'NOTE') and remote_id is not null
            """)
    Optional<Long> thereOf(long accountId, long id);

    @SqlUpdate("update conversations set deleted = true where account_id = :accountId and id = :id and not deleted")
    void hide(long accountId, long id);

    @SqlUpdate("delete from conversations where account_id = :accountId and id = :id")
    void drop(long accountId, long id);
}
