package dev.hilo.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(SimulationStore.Row.class)
@RegisterConstructorMapper(SimulationStore.Pending.class)
@RegisterConstructorMapper(SimulationStore.CaseRow.class)
interface SimulationStore {

    /** @param replayed how many of the tickets are done */
    record Row(
            long id,
            String name,
            JsonNode plan,
            String state,
            int tickets,
            int replayed,
            int marked,
            double cost,
            Instant createdAt,
            Instant finishedAt) {}

    record Pending(int number, long ticketId) {}

    record CaseRow(
            int number,
            long ticketId,
            Instant asOf,
            JsonNode replayed,
            String mark,
            Boolean knowledgeExisted,
            String reason) {}

    String ROW = """
            select s.id, s.name, s.plan, s.state, s.tickets, s.cost, s.created_at, s.finished_at,
              (select count(*) from simulation_cases c where c.account_id = s.account_id and c.simulation_id = s.id
                 and c.replayed is not null) as replayed,
              (select count(*) from simulation_cases c where c.account_id = s.account_id and c.simulation_id = s.id
                 and c.mark is not null) as marked
            from simulations s
            """;

    String CASES = """
            select number, ticket_id, as_of, replayed, mark, knowledge_existed, reason from simulation_cases
            where account_id = :accountId and simulation_id = :id and replayed is not null
            """;

    @SqlQuery("""
            insert into simulations (account_id, created_by, name, plan, state, tickets, created_at)
            values (:accountId, :agentId, :name, :plan, 'RUNNING', :tickets, :now)
            returning id
            """)
    long insert(long accountId, Long agentId, String name, JsonNode plan, int tickets, Instant now);

    @SqlUpdate("""
            insert into simulation_cases (account_id, simulation_id, number, ticket_id)
            select :accountId, :id, ordinality, ticket_id
            from unnest(:ticketIds) with ordinality as drawn (ticket_id, ordinality)
            """)
    void insertCases(long accountId, long id, List<Long> ticketIds);

    @SqlQuery("""
            select ticket_id from simulation_cases where account_id = :accountId and simulation_id = :id order by number
            """)
    List<Long> tickets(long accountId, long id);

    /** @param of null for those of every run */
    @SqlQuery(ROW + """
             where s.account_id = :accountId and s.plan ->> 'shadow_of' is not null
               and (cast(:of as bigint) is null or (s.plan ->> 'shadow_of')::bigint = :of)
               and (not :running or s.state = 'RUNNING')
             order by s.id limit 200
            """)
    List<Row> shadows(long accountId, Long of, boolean running);

    @SqlUpdate("""
            insert into simulation_cases (account_id, simulation_id, number, ticket_id)
            select :accountId, :id,
              (select coalesce(max(number), 0) from simulation_cases
               where account_id = :accountId and simulation_id = :id) + ordinality, ticket_id
            from unnest(:ticketIds) with ordinality as answered (ticket_id, ordinality)
            on conflict do nothing
            """)
    int append(long accountId, long id, List<Long> ticketIds);

    @SqlUpdate("""
            update simulations set tickets = (
              select count(*) from simulation_cases where account_id = :accountId and simulation_id = :id)
            where account_id = :accountId and id = :id
            """)
    void count(long accountId, long id);

    @SqlQuery(ROW + " where s.account_id = :accountId and s.id = :id")
    Optional<Row> find(long accountId, long id);

    @SqlQuery(ROW + " where s.account_id = :accountId order by s.id desc limit :limit offset :offset")
    List<Row> list(long accountId, int limit, long offset);

    @SqlQuery("""
            select number, ticket_id from simulation_cases
            where account_id = :accountId and simulation_id = :id and replayed is null
            order by number limit :limit
            """)
    List<Pending> pending(long accountId, long id, int limit);

    @SqlBatch("""
            update simulation_cases set replayed = :replayed, as_of = :asOf
            where account_id = :accountId and simulation_id = :id and number = :number and replayed is null
            """)
    void replayed(long accountId, long id, List<Integer> number, List<Instant> asOf, List<JsonNode> replayed);

    /** Tickets that were deleted for good while the run went on. */
    @SqlUpdate("""
            delete from simulation_cases
            where account_id = :accountId and simulation_id = :id and ticket_id = any(:ticketIds)
            """)
    void drop(long accountId, long id, List<Long> ticketIds);

    @SqlUpdate("update simulations set cost = cost + :cost where account_id = :accountId and id = :id")
    void spend(long accountId, long id, double cost);

    @SqlUpdate("""
            update simulations set state = :state, finished_at = :now
            where account_id = :accountId and id = :id and state = 'RUNNING'
            """)
    int finish(long accountId, long id, String state, Instant now);

    @SqlUpdate("delete from simulations where account_id = :accountId and id = :id")
    int delete(long accountId, long id);

    @SqlQuery(CASES + " order by number")
    List<CaseRow> all(long accountId, long id);

    /** Drafts that nobody has marked. */
    @SqlQuery(CASES + " and mark is null and (replayed ->> 'confidence')::float8 > 0 order by number limit :limit")
    List<CaseRow> unmarked(long accountId, long id, int limit);

    @SqlQuery(CASES + " and number = :number")
    Optional<CaseRow> one(long accountId, long id, int number);

    @SqlQuery(CASES + " order by number limit :limit offset :offset")
    List<CaseRow> page(long accountId, long id, int limit, long offset);

    @SqlUpdate("""
            update simulation_cases
            set mark = :mark, knowledge_existed = :knowledgeExisted, reason = :reason, marked_by = :agentId, marked_at = :now
            where account_id = :accountId and simulation_id = :id and number = :number and replayed is not null
            """)
    int mark(
            long accountId,
            long id,
            int number,
            String mark,
            Boolean knowledgeExisted,
            String reason,
            Long agentId,
            Instant now);
}
