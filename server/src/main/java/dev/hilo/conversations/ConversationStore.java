package dev.hilo.conversations;

import dev.hilo.accounts.Sight;
import dev.hilo.api.Conversation;
import dev.hilo.web.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ConversationStore {

    /** An entry that the caller may see, with its version. */
    @SqlQuery("select " + ConversationRow.COLUMNS + """
            , c.xmin::text as transaction
            from conversations c
            join tickets t on t.account_id = c.account_id and t.id = c.ticket_id
            where c.account_id = :sight.accountId and c.id = :id and not c.deleted
              and """ + Sight.CONDITION)
    @RegisterRowMapper(ConversationRow.VersionedMapper.class)
    Optional<Versioned<Conversation>> find(@BindMethods("sight") Sight sight, long id);

    /** Newest first. */
    @SqlQuery("select " + ConversationRow.COLUMNS + """
            from conversations c
            where c.account_id = :accountId and c.ticket_id = :ticketId and not c.deleted
              and (c.created_at, c.id) < (:at, :id)
            order by c.created_at desc, c.id desc
            limit :limit
            """)
    @RegisterRowMapper(ConversationRow.Mapper.class)
    List<Conversation> before(long accountId, long ticketId, Instant at, long id, int limit);

    /** Oldest first. */
    @SqlQuery("select " + ConversationRow.COLUMNS + """
            from conversations c
            where c.account_id = :accountId and c.ticket_id = :ticketId and not c.deleted
              and (c.created_at, c.id) > (:at, :id)
            order by c.created_at, c.id
            limit :limit
            """)
    @RegisterRowMapper(ConversationRow.Mapper.class)
    List<Conversation> after(long accountId, long ticketId, Instant at, long id, int limit);

    /** The ticket of an entry that the caller may see; both rows stay locked. */
    @SqlQuery("""
            select c.ticket_id, c.source, c.category, t.deleted or t.spam or t.archived as frozen, c.updated_at, c.last_edited_at,
                   c.xmin::text as transaction
            from conversations c
            join tickets t on t.account_id = c.account_id and t.id = c.ticket_id
            where c.account_id = :sight.accountId and c.id = :id and not c.deleted
              and """ + Sight.CONDITION + """
            for update of t, c
            """)
    @RegisterConstructorMapper(EntryState.class)
    Optional<EntryState> lock(@BindMethods("sight") Sight sight, long id);

    /** What decides whether an entry may be changed. */
    record EntryState(
            long ticketId,
            int source,
            int category,
            boolean frozen,
            Instant updatedAt,
            Instant lastEditedAt,
            long transaction) {

        String version() {
            return Versioned.version(transaction, updatedAt);
        }
    }

    @SqlUpdate("""
            update conversations
            set body = :html, body_text = :text, last_edited_at = :now, last_edited_user_id = :agentId, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void edit(long accountId, long id, String html, String text, long agentId, Instant now);

    @SqlUpdate("""
            update conversations
            set has_attachments = true, last_edited_at = :now, last_edited_user_id = :agentId, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void addFiles(long accountId, long id, long agentId, Instant now);

    @SqlUpdate("""
            update conversations set deleted = true, updated_at = :now where account_id = :accountId and id = :id
            """)
    void delete(long accountId, long id, Instant now);

    /** An answer by an agent; on a ticket that an agent began (source 10) there is nothing to respond to. */
    @SqlUpdate("""
            update tickets t
            set updated_at = :now,
                agent_responded_at = case when source = 10 then agent_responded_at else :now end,
                first_responded_at = case when source = 10 then first_responded_at
                                          else coalesce(first_responded_at, :now) end,
                nr_due_by = null,
                reply_cc_emails = reply_cc_emails
                  || array(select e from unnest(:ccEmails) e where e <> all (t.reply_cc_emails))
            where account_id = :accountId and id = :ticketId
            """)
    void agentResponded(long accountId, long ticketId, List<String> ccEmails, Instant now);

    /** @param nrDueBy of this message; one that waits for longer keeps its own */
    @SqlUpdate("""
            update tickets
            set updated_at = :now, requester_responded_at = :now,
                nr_escalated = nr_escalated and nr_due_by is not null, nr_due_by = coalesce(nr_due_by, :nrDueBy)
            where account_id = :accountId and id = :ticketId
            """)
    void requesterResponded(long accountId, long ticketId, Instant nrDueBy, Instant now);

    @SqlUpdate("""
            update tickets t
            set updated_at = :now,
                fwd_emails = fwd_emails || array(select e from unnest(:addresses) e where e <> all (t.fwd_emails))
            where account_id = :accountId and id = :ticketId
            """)
    void forwarded(long accountId, long ticketId, List<String> addresses, Instant now);

    @SqlQuery("select nextval('global_id')")
    long nextId();

    @SqlUpdate("""
            insert into conversations (account_id, id, ticket_id, user_id, body, body_text, incoming, private, source,
              category, support_email, from_email, to_emails, cc_emails, bcc_emails, email_config_id, auto_response,
              has_quoted_text, has_attachments, created_at, updated_at)
            values (:accountId, :m.id, :m.ticketId, :m.userId, :html, :text, :incoming, :m.isPrivate, :source,
              :category, :m.supportEmail, :m.fromEmail, :m.toEmails, :m.ccEmails, '{}', :m.mailboxId, :m.isAutomatic,
              :m.hasQuotedText, :m.hasFiles, :now, :now)
            """)
    void insertMail(
            long accountId,
            @BindMethods("m") ReceivedEntry m,
            String html,
            String text,
            boolean incoming,
            int source,
            int category,
            Instant now);

    @SqlQuery("select exists (select from agents where account_id = :accountId and id = :id)")
    boolean isAgent(long accountId, long id);

    @SqlQuery("select exists (select from contacts where account_id = :accountId and id = :id and not deleted)")
    boolean isPerson(long accountId, long id);

    @SqlQuery("""
            select id as mailbox_id, support_email, name as mailbox_name
            from mailboxes
            where account_id = :accountId and support_email = :address
            """)
    @RegisterConstructorMapper(Sender.class)
    Optional<Sender> mailbox(long accountId, String address);
}
