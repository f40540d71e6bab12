package dev.hilo.tickets;

import dev.hilo.accounts.Sight;
import dev.hilo.api.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(TicketRow.class)
interface TicketStore {

    String FIND = "select " + TicketRow.COLUMNS + """
            from tickets t
            where t.account_id = :sight.accountId and t.id = :id and
            """ + Sight.CONDITION;

    @SqlQuery(FIND)
    Optional<TicketRow> find(@BindMethods("sight") Sight sight, long id);

    @SqlQuery(FIND + " for update of t")
    Optional<TicketRow> lock(@BindMethods("sight") Sight sight, long id);

    @SqlQuery("""
            update ticket_counters set last_id = last_id + 1 where account_id = :accountId returning last_id
            """)
    long nextId(long accountId);

    @SqlUpdate("""
            insert into tickets (account_id, id, subject, description, description_text, structured_description,
              status, priority, source, type, requester_id, responder_id, group_id, product_id, company_id,
              email_config_id, internal_agent_id, internal_group_id, cc_emails, reply_cc_emails, ticket_cc_emails,
              tags, custom_fields, association_type, prime_id, due_by, fr_due_by, due_by_manual, status_updated_at,
              reopened_at, resolved_at, closed_at, pending_since, sla_paused_at, created_at, updated_at)
            values (:accountId, :id, :t.subject, :t.description, :t.descriptionText, :t.structuredDescription,
              :t.status, :t.priority, :t.source, :t.type, :t.requesterId, :t.responderId, :t.groupId, :t.productId,
              :t.companyId, :t.emailConfigId, :t.internalAgentId, :t.internalGroupId, :t.ccEmails, :t.ccEmails,
              :t.ccEmails, :t.tags, :t.customFields, :t.associationType, :t.primeId, :t.dueBy, :t.frDueBy,
              :t.dueByManual, :m.statusUpdatedAt, :m.reopenedAt, :m.resolvedAt, :m.closedAt, :m.pendingSince,
              :t.slaPausedAt, :now, :now)
            """)
    void insert(long accountId, long id, @BindMethods("t") Fields t, @BindMethods("m") Milestones m, Instant now);

    @SqlUpdate("""
            update tickets
            set subject = :t.subject, description = :t.description, description_text = :t.descriptionText,
                structured_description = :t.structuredDescription, status = :t.status, priority = :t.priority,
                source = :t.source, type = :t.type, requester_id = :t.requesterId, responder_id = :t.responderId,
                group_id = :t.groupId, product_id = :t.productId, company_id = :t.companyId,
                email_config_id = :t.emailConfigId, internal_agent_id = :t.internalAgentId,
                internal_group_id = :t.internalGroupId, tags = :t.tags, custom_fields = :t.customFields,
                association_type = :t.associationType, prime_id = :t.primeId, due_by = :t.dueBy,
                fr_due_by = :t.frDueBy, nr_due_by = :t.nrDueBy, due_by_manual = :t.dueByManual, sla_paused_at = :t.slaPausedAt,
                sla_paused_seconds = :t.slaPausedSeconds,
                is_escalated = is_escalated and due_by is not distinct from :t.dueBy,
                fr_escalated = fr_escalated and fr_due_by is not distinct from :t.frDueBy,
                status_updated_at = :m.statusUpdatedAt, reopened_at = :m.reopenedAt, resolved_at = :m.resolvedAt,
                closed_at = :m.closedAt, pending_since = :m.pendingSince, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, @BindMethods("t") Fields t, @BindMethods("m") Milestones m, Instant now);

    @SqlUpdate("update tickets set updated_at = :now where account_id = :accountId and id = :id")
    void touch(long accountId, long id, Instant now);

    @SqlUpdate("""
            update tickets set deleted = true, deleted_at = :now, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void delete(long accountId, long id, Instant now);

    @SqlUpdate("""
            update tickets set deleted = false, deleted_at = null, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void restore(long accountId, long id, Instant now);

    @SqlQuery("""
            select id, name, email, mobile, phone from contacts where account_id = :accountId and id = :id
            """)
    @RegisterConstructorMapper(Ticket.Requester.class)
    Ticket.Requester requester(long accountId, long id);

    @SqlQuery("select name from companies where account_id = :accountId and id = :id")
    String companyName(long accountId, long id);

    /** The tickets associated with one: its children or related tickets, or its parent's or tracker's id. */
    @SqlQuery("""
            select id from tickets
            where account_id = :accountId and prime_id = :id and not deleted
            order by id
            """)
    List<Long> associates(long accountId, long id);
}
