package dev.hilo.timeentries;

import dev.hilo.accounts.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(TimeEntryRow.class)
public interface TimeEntryStore {

    String VISIBLE = """
            select e.id, e.ticket_id, t.company_id, e.agent_id, e.billable, e.note, e.start_time, e.time_spent,
                   e.timer_running, e.executed_at, e.created_at, e.updated_at
            from time_entries e
            join tickets t on t.account_id = e.account_id and t.id = e.ticket_id
            where e.account_id = :sight.accountId and
            """ + Sight.CONDITION;

    @SqlQuery(VISIBLE + " and e.ticket_id = :ticketId order by e.executed_at, e.id limit :limit offset :offset")
    List<TimeEntryRow> ofTicket(@BindMethods("sight") Sight sight, long ticketId, int limit, long offset);

    @SqlQuery(VISIBLE + """
              and not t.deleted and not t.spam
              and (:f.companyId::bigint is null or t.company_id = :f.companyId)
              and (:f.agentId::bigint is null or e.agent_id = :f.agentId)
              and (:f.executedAfter::timestamptz is null or e.executed_at > :f.executedAfter)
              and (:f.executedBefore::timestamptz is null or e.executed_at < :f.executedBefore)
              and (:f.billable::boolean is null or e.billable = :f.billable)
            order by e.executed_at, e.id
            limit :limit offset :offset
            """)
    List<TimeEntryRow> list(
            @BindMethods("sight") Sight sight, @BindMethods("f") TimeEntryFilter filter, int limit, long offset);

    String CHANGEABLE = VISIBLE + " and e.id = :id and not t.deleted and not t.spam and not t.archived";

    @SqlQuery(CHANGEABLE)
    Optional<TimeEntryRow> find(@BindMethods("sight") Sight sight, long id);

    @SqlQuery(CHANGEABLE + " for update of e")
    Optional<TimeEntryRow> lock(@BindMethods("sight") Sight sight, long id);

    @SqlQuery("select t.id from tickets t where t.account_id = :sight.accountId and t.id = :ticketId and "
            + Sight.CONDITION)
    Optional<Long> findTicket(@BindMethods("sight") Sight sight, long ticketId);

    /** Whether the ticket takes no changes; no row where the caller may not see it. */
    @SqlQuery("""
            select t.deleted or t.spam
            from tickets t
            where t.account_id = :sight.accountId and t.id = :ticketId and not t.archived and
            """ + Sight.CONDITION)
    Optional<Boolean> isFrozen(@BindMethods("sight") Sight sight, long ticketId);

    /** Keeps others from starting a timer of this agent until the transaction ends; no row where there is no such agent. */
    @SqlQuery("select id from agents where account_id = :accountId and id = :agentId for no key update")
    Optional<Long> lockAgent(long accountId, long agentId);

    @SqlUpdate("""
            update time_entries
            set timer_running = false, updated_at = :now,
                time_spent = time_spent + greatest(0, floor(extract(epoch from :now - start_time)))::bigint
            where account_id = :accountId and agent_id = :agentId and timer_running and id <> :except
            """)
    void stopTimers(long accountId, long agentId, long except, Instant now);

    @SqlQuery("""
            insert into time_entries (account_id, ticket_id, agent_id, billable, note, start_time, time_spent,
              timer_running, executed_at, created_at, updated_at)
            values (:accountId, :ticketId, :e.agentId, :e.billable, :e.note, :e.startTime, :e.timeSpent,
              :e.timerRunning, :e.executedAt, :now, :now)
            returning id
            """)
    long insert(long accountId, long ticketId, @BindMethods("e") TimeEntryFields entry, Instant now);

    @SqlUpdate("""
            update time_entries
            set agent_id = :e.agentId, billable = :e.billable, note = :e.note, start_time = :e.startTime,
                time_spent = :e.timeSpent, timer_running = :e.timerRunning, executed_at = :e.executedAt,
                updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, @BindMethods("e") TimeEntryFields entry, Instant now);

    @SqlUpdate("delete from time_entries where account_id = :accountId and id = :id")
    void delete(long accountId, long id);
}
