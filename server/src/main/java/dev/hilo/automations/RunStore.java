package dev.hilo.automations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Sight;
import dev.hilo.api.AutomationRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface RunStore {

    /** A run as it is written. Public for its binding. */
    record NewRun(
            long ruleId,
            String ruleName,
            int ruleType,
            long ticketId,
            Long eventId,
            int depth,
            String outcome,
            JsonNode reasons,
            JsonNode actions) {}

    @SqlUpdate("""
            insert into automation_runs (account_id, rule_id, rule_name, rule_type, ticket_id, event_id, depth, outcome,
              reasons, actions, created_at)
            select :accountId, :r.ruleId, :r.ruleName, :r.ruleType, :r.ticketId, :r.eventId, :r.depth, :r.outcome,
              :r.reasons, :r.actions, :now
            from tickets where account_id = :accountId and id = :r.ticketId
            """)
    void insert(long accountId, @BindMethods("r") NewRun r, Instant now);

    @SqlQuery("""
            select depth from automation_runs
            where account_id = :accountId and event_id = :eventId and rule_id = :ruleId
            """)
    Optional<Integer> depth(long accountId, long eventId, long ruleId);

    /** What rules have done to a ticket of late. @param stopped whether they were stopped */
    record Recent(int runs, boolean stopped) {}

    @SqlQuery("""
            select count(*)::integer as runs, coalesce(bool_or(outcome = 'STOPPED'), false) as stopped
            from automation_runs
            where account_id = :accountId and ticket_id = :ticketId and created_at > :since
            """)
    @RegisterConstructorMapper(Recent.class)
    Recent recent(long accountId, long ticketId, Instant since);

    String SELECT = """
            select id, rule_id, rule_name, rule_type as automation_type_id, ticket_id, event_id, depth,
              lower(outcome) as outcome, reasons, actions, created_at
            from automation_runs
            """;

    @SqlQuery(SELECT + """
            where account_id = :accountId and ticket_id = :ticketId
            order by created_at desc, id desc
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(AutomationRun.class)
    List<AutomationRun> ofTicket(long accountId, long ticketId, int limit, long offset);

    @SqlQuery(SELECT + """
            where account_id = :accountId and rule_id = :ruleId
            order by created_at desc, id desc
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(AutomationRun.class)
    List<AutomationRun> ofRule(long accountId, long ruleId, int limit, long offset);

    @SqlQuery("""
            select exists (
              select from tickets t where t.account_id = :sight.accountId and t.id = :ticketId and
            """ + Sight.CONDITION + ")")
    boolean sees(@BindMethods("sight") Sight sight, long ticketId);

    @SqlUpdate("""
            insert into automation_marks (account_id, rule_id, ticket_id, ticket_updated_at)
            select account_id, :ruleId, id, updated_at from tickets where account_id = :accountId and id = :ticketId
            on conflict (account_id, rule_id, ticket_id) do update set ticket_updated_at = excluded.ticket_updated_at
            """)
    void mark(long accountId, long ruleId, long ticketId);

    @SqlQuery("select creation_rules from automation_settings where account_id = :accountId")
    Optional<String> creationRules(long accountId);

    @SqlUpdate("""
            insert into automation_settings (account_id, creation_rules, updated_at)
            values (:accountId, :creationRules, :now)
            on conflict (account_id) do update set creation_rules = :creationRules, updated_at = :now
            """)
    void saveCreationRules(long accountId, String creationRules, Instant now);
}
