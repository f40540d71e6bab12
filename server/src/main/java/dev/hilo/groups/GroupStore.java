package dev.hilo.groups;

import dev.hilo.api.Avatar;
import dev.hilo.api.GroupAgent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(GroupRow.class)
interface GroupStore {

    String SELECT = """
            select g.id, g.name, g.description, g.escalate_to, g.unassigned_for, g.business_hour_id, g.group_type,
                   g.auto_ticket_assign, g.capping_limit, g.allow_agents_to_change_availability,
                   array(select m.agent_id from group_agents m
                         where m.account_id = g.account_id and m.group_id = g.id order by m.agent_id) as agent_ids,
                   g.created_at, g.updated_at
            from groups g
            where g.account_id = :accountId
            """;

    @SqlQuery(SELECT + "order by lower(g.name), g.id limit :limit offset :offset")
    List<GroupRow> list(long accountId, int limit, long offset);

    @SqlQuery(SELECT + "and g.id = :id")
    Optional<GroupRow> find(long accountId, long id);

    @SqlQuery(SELECT + "and g.id = :id for update")
    Optional<GroupRow> findForUpdate(long accountId, long id);

    @SqlQuery("""
            insert into groups
              (account_id, name, description, escalate_to, unassigned_for, business_hour_id, group_type,
               auto_ticket_assign, capping_limit, allow_agents_to_change_availability, created_at, updated_at)
            values
              (:accountId, :name, :description, :escalateTo, :unassignedFor, :businessHourId, :groupType,
               :autoTicketAssign, :cappingLimit, :allowAgentsToChangeAvailability, :now, :now)
            returning id
            """)
    long insert(long accountId, @BindMethods GroupFields fields, Instant now);

    @SqlUpdate("""
            update groups set
              name = :name, description = :description, escalate_to = :escalateTo, unassigned_for = :unassignedFor,
              business_hour_id = :businessHourId, auto_ticket_assign = :autoTicketAssign,
              capping_limit = :cappingLimit,
              allow_agents_to_change_availability = :allowAgentsToChangeAvailability, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, @BindMethods GroupFields fields, Instant now);

    @SqlUpdate("delete from groups where account_id = :accountId and id = :id")
    int delete(long accountId, long id);

    @SqlUpdate("""
            update agents set contribution_group_ids = array_remove(contribution_group_ids, :id)
            where account_id = :accountId and :id = any(contribution_group_ids)
            """)
    void deleteContributions(long accountId, long id);

    /** Those of the ids that are agents; they stay agents until the transaction ends. */
    @SqlQuery("select id from agents where account_id = :accountId and id = any(:ids) for key share")
    List<Long> agentsAmong(long accountId, List<Long> ids);

    @SqlQuery("select id from business_hours where account_id = :accountId and id = :id for key share")
    Optional<Long> calendar(long accountId, long id);

    @SqlQuery("select id from business_hours where account_id = :accountId and is_default")
    Optional<Long> defaultCalendar(long accountId);

    @SqlUpdate("""
            insert into group_agents (account_id, group_id, agent_id)
            select :accountId, :groupId, unnest(:agentIds)
            on conflict do nothing
            """)
    void addAgents(long accountId, long groupId, List<Long> agentIds);

    @SqlUpdate("""
            delete from group_agents
            where account_id = :accountId and group_id = :groupId and agent_id = any(:agentIds)
            """)
    void removeAgents(long accountId, long groupId, List<Long> agentIds);

    @SqlUpdate("""
            delete from group_agents
            where account_id = :accountId and group_id = :groupId and not agent_id = any(:agentIds)
            """)
    void keepAgents(long accountId, long groupId, List<Long> agentIds);

    /** An agent of a group. */
    record Member(
            long id,
            int ticketScope,
            List<Long> roleIds,
            String name,
            String email,
            Instant createdAt,
            Instant updatedAt) {

        GroupAgent wire(Avatar avatar) {
            var person = new GroupAgent.Person(name, avatar, email);
            return new GroupAgent(id, ticketScope, true, roleIds, person, createdAt, updatedAt);
        }
    }

    @SqlQuery("""
            select a.id, a.ticket_scope, c.name, c.email, a.created_at, a.updated_at,
                   array(select r.role_id from agent_roles r
                         where r.account_id = a.account_id and r.agent_id = a.id order by r.role_id) as role_ids
            from group_agents m
            join agents a on a.account_id = m.account_id and a.id = m.agent_id
            join contacts c on c.account_id = a.account_id and c.id = a.id
            where m.account_id = :accountId and m.group_id = :groupId
            order by lower(c.name), a.id
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(Member.class)
    List<Member> members(long accountId, long groupId, int limit, long offset);
}
