package dev.hilo.bulknotes;

import dev.hilo.api.BulkNoteTicket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(BulkNoteRow.class)
@RegisterConstructorMapper(BulkNoteRow.Counts.class)
@RegisterConstructorMapper(BulkNoteTicket.class)
interface BulkNoteStore {

    @SqlQuery("""
            insert into bulk_notes
              (account_id, agent_id, query, kind, body, private, status, tickets, created_at, updated_at)
            values (:accountId, :agentId, :query, :kind, :body, :isPrivate, 'preview', :tickets, :now, :now)
            returning id
            """)
    long insert(
            long accountId,
            long agentId,
            String query,
            String kind,
            String body,
            boolean isPrivate,
            int tickets,
            Instant now);

    @SqlUpdate("""
            insert into bulk_note_tickets (account_id, bulk_note_id, ticket_id)
            select :accountId, :id, ticket_id from unnest(:ticketIds) ticket_id
            """)
    void insertTickets(long accountId, long id, List<Long> ticketIds);

    String FIND = """
            select b.id, b.agent_id, b.query, b.kind, b.body, b.private, b.status, b.tickets, b.job_id, b.created_at,
                   b.updated_at,
                   b.status in ('running', 'undoing') and exists (
                     select from jobs j
                     where j.account_id = b.account_id and j.id = b.job_id and j.status = 'FAILED') as job_failed
            from bulk_notes b
            where b.account_id = :accountId and b.id = :id
            """;

    @SqlQuery(FIND)
    Optional<BulkNoteRow> find(long accountId, long id);

    @SqlQuery(FIND + " for update of b")
    Optional<BulkNoteRow> lock(long accountId, long id);

    @SqlQuery("""
            select count(*) filter (where outcome = 'pending') as pending,
                   count(*) filter (where outcome = 'written') as written,
                   count(*) filter (where outcome = 'skipped') as skipped,
                   count(*) filter (where outcome = 'refused') as refused,
                   count(*) filter (where outcome = 'undone') as undone,
                   count(*) filter (where outcome = 'kept') as kept
            from bulk_note_tickets
            where account_id = :accountId and bulk_note_id = :id
            """)
    BulkNoteRow.Counts counts(long accountId, long id);

    @SqlUpdate("""
            update bulk_notes set status = :status, job_id = :jobId, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void begin(long accountId, long id, String status, UUID jobId, Instant now);

    @SqlUpdate("""
            update bulk_notes set status = :after, updated_at = :now
            where account_id = :accountId and id = :id and status = :before
            """)
    void end(long accountId, long id, String before, String after, Instant now);

    @SqlQuery("""
            select ticket_id, outcome, reason, conversation_id, at
            from bulk_note_tickets
            where account_id = :accountId and bulk_note_id = :id
            order by ticket_id
            limit :limit offset :offset
            """)
    List<BulkNoteTicket> tickets(long accountId, long id, int limit, long offset);

    @SqlQuery("""
            select ticket_id from bulk_note_tickets
            where account_id = :accountId and bulk_note_id = :id and outcome = :outcome
            order by ticket_id
            limit :limit
            """)
    List<Long> with(long accountId, long id, String outcome, int limit);

    /** Locks the row of a step, so that it is done once; empty when it has been done. */
    @SqlQuery("""
            select ticket_id, outcome, reason, conversation_id, at
            from bulk_note_tickets
            where account_id = :accountId and bulk_note_id = :id and ticket_id = :ticketId and outcome = :outcome
            for update
            """)
    Optional<BulkNoteTicket> claim(long accountId, long id, long ticketId, String outcome);

    @SqlUpdate("""
            update bulk_note_tickets
            set outcome = :outcome, reason = :reason, conversation_id = coalesce(:conversationId, conversation_id),
                at = :now
            where account_id = :accountId and bulk_note_id = :id and ticket_id = :ticketId
            """)
    void settle(
            long accountId, long id, long ticketId, String outcome, String reason, Long conversationId, Instant now);

    @SqlUpdate("""
            delete from bulk_notes
            where account_id = :accountId
              and updated_at < case when status = 'preview' then :previewsBefore else :othersBefore end
            """)
    int forget(long accountId, Instant previewsBefore, Instant othersBefore);
}
