package dev.hilo.automations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Rule.class)
interface RuleStore {

    String SELECT = """
            select id, type, name, description, position, active, operator, performer, events, conditions, actions,
              credentials, last_updated_by, created_at, updated_at
            from automation_rules
            where account_id = :accountId
            """;

    @SqlQuery(SELECT + "and type = :type order by position, id limit :limit offset :offset")
    List<Rule> list(long accountId, int type, int limit, long offset);

    @SqlQuery(SELECT + "and active and type = any(:types) order by type, position, id")
    List<Rule> active(long accountId, List<Long> types);

    @SqlQuery(SELECT + "and type = :type and id = :id")
    Optional<Rule> find(long accountId, int type, long id);

    @SqlQuery("select exists (select from automation_rules where account_id = :accountId and id = :id)")
    boolean exists(long accountId, long id);

    /** Changes of an account's rules come one after the other, so that positions stay without gaps. */
    @SqlQuery("select account_id from accounts where account_id = :accountId for no key update")
    long lock(long accountId);

    /** @param count of all. @param active of those that are switched on */
    record Counts(int count, int active) {}

    @SqlQuery("""
            select count(*) as count, count(*) filter (where active) as active
            from automation_rules where account_id = :accountId and type = :type
            """)
    @RegisterConstructorMapper(Counts.class)
    Counts count(long accountId, int type);

    @SqlQuery("""
            insert into automation_rules (account_id, type, position, name, description, active, operator, performer,
              events, conditions, actions, credentials, last_updated_by, created_at, updated_at)
            values (:accountId, :type, :position, :r.name, :r.description, :r.active, :r.operator, :r.performer,
              :r.events, :r.conditions, :r.actions, :r.credentials, :agentId, :now, :now)
            returning id
            """)
    long insert(long accountId, int type, int position, @BindMethods("r") RuleFields r, Long agentId, Instant now);

    @SqlUpdate("""
            update automation_rules
            set position = :position, name = :r.name, description = :r.description, active = :r.active,
                operator = :r.operator, performer = :r.performer, events = :r.events, conditions = :r.conditions,
                actions = :r.actions, credentials = :r.credentials, last_updated_by = :agentId, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, int position, @BindMethods("r") RuleFields r, long agentId, Instant now);

    /** Moves those from a place on, up to another. */
    @SqlUpdate("""
            update automation_rules set position = position + :by
            where account_id = :accountId and type = :type and position between :from and :to
            """)
    void shift(long accountId, int type, int from, int to, int by);

    @SqlUpdate("delete from automation_rules where account_id = :accountId and id = :id")
    void delete(long accountId, long id);

    @SqlQuery("""
            select rule_id, count(distinct ticket_id)::integer as tickets
            from automation_runs
            where account_id = :accountId and rule_id = any(:ids) and created_at > :since
              and outcome in ('DONE', 'PARTLY')
            group by rule_id
            """)
    @KeyColumn("rule_id")
    @ValueColumn("tickets")
    Map<Long, Integer> affected(long accountId, List<Long> ids, Instant since);

    /** A record that a rule names. @param noun agent, group, product, company or email_config */
    record Reference(String noun, long id) {}

    /** Which of these are there. */
    @SqlQuery("""
            select 'agent' as noun, id from agents where account_id = :accountId and id = any(:ids)
            union all select 'group', id from groups where account_id = :accountId and id = any(:ids)
            union all select 'product', id from products where account_id = :accountId and id = any(:ids)
            union all select 'company', id from companies where account_id = :accountId and id = any(:ids)
            union all select 'email_config', id from mailboxes where account_id = :accountId and id = any(:ids)
            """)
    @RegisterConstructorMapper(Reference.class)
    Set<Reference> known(long accountId, List<Long> ids);
}
