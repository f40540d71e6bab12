package dev.hilo.automations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ActionStore {

    /** What actions need to know of their ticket. Public for the mapper. */
    record Target(List<String> tags, Long responderId, Long groupId) {}

    /** The row stays locked. */
    @SqlQuery("""
            select tags, responder_id, group_id from tickets
            where account_id = :accountId and id = :id and not deleted and not spam and not archived
            for update
            """)
    @RegisterConstructorMapper(Target.class)
    Optional<Target> lock(long accountId, long id);

    @SqlUpdate("""
            update tickets t
            set cc_emails = cc_emails || array(select e from unnest(:addresses) e where e <> all (t.cc_emails)),
                reply_cc_emails =
                  reply_cc_emails || array(select e from unnest(:addresses) e where e <> all (t.reply_cc_emails)),
                updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void addCc(long accountId, long id, List<String> addresses, Instant now);

    @SqlUpdate("""
            insert into ticket_watchers (account_id, ticket_id, agent_id)
            select account_id, :id, id from agents where account_id = :accountId and id = any(:agentIds)
            on conflict do nothing
            """)
    void watch(long accountId, long id, List<Long> agentIds);

    @SqlUpdate("""
            update tickets set spam = true, updated_at = :now where account_id = :accountId and id = :id
            """)
    void markAsSpam(long accountId, long id, Instant now);

    @SqlQuery("""
            select c.email
            from agents a join contacts c on c.account_id = a.account_id and c.id = a.id
            where a.account_id = :accountId and not a.deactivated and c.email is not null
              and (a.id = any(:agentIds) or exists (
                select from group_agents g
                where g.account_id = a.account_id and g.agent_id = a.id and g.group_id = any(:groupIds)))
            order by c.email
            limit 100
            """)
    List<String> addresses(long accountId, List<Long> agentIds, List<Long> groupIds);

    @SqlUpdate("""
            insert into automation_calls (account_id, rule_id, ticket_id, method, url, headers, body, due_at, created_at)
            values (:accountId, :ruleId, :ticketId, :c.method, :c.url, :c.headers, :c.body, :now, :now)
            """)
    void queue(long accountId, long ruleId, long ticketId, @BindMethods("c") OneOffCall c, Instant now);
}
