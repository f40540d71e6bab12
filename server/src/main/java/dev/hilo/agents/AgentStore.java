package dev.hilo.agents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(AgentRow.class)
interface AgentStore {

    String SELECT = """
            select a.id, a.ticket_scope, a.occasional, a.type, a.signature, a.focus_mode, a.contribution_group_ids,
                   array(select m.group_id from group_agents m
                         where m.account_id = a.account_id and m.agent_id = a.id order by m.group_id) as group_ids,
                   array(select r.role_id from agent_roles r
                         where r.account_id = a.account_id and r.agent_id = a.id order by r.role_id) as role_ids,
                   a.available, a.available_since, a.availability_updated_at, a.deactivated, a.api_key_enabled,
                   a.last_active_at, a.created_at, a.updated_at,
                   c.active as contact_active, c.email as contact_email, c.job_title as contact_job_title,
                   c.language as contact_language, a.last_login_at as contact_last_login_at,
                   c.mobile as contact_mobile, c.name as contact_name, c.phone as contact_phone,
                   c.time_zone as contact_time_zone, c.created_at as contact_created_at,
                   c.updated_at as contact_updated_at
            from agents a
            join contacts c on c.account_id = a.account_id and c.id = a.id
            where a.account_id = :accountId
            """;

    /** A condition without a value holds for every agent. */
    String FILTER = """
            and (:email::text is null or c.email = lower(:email))
            and (:mobile::text is null or c.mobile = :mobile)
            and (:phone::text is null or c.phone = :phone)
            and (:occasional::boolean is null or a.occasional = :occasional)
            order by lower(c.name), a.id limit :limit offset :offset
            """;

    @SqlQuery(SELECT + FILTER)
    List<AgentRow> list(long accountId, @BindMethods AgentFilter filter, int limit, long offset);

    @SqlQuery(SELECT + "and a.id = :id")
    Optional<AgentRow> find(long accountId, long id);

    @SqlQuery(SELECT + "and a.id = :id for update of a")
    Optional<AgentRow> findForUpdate(long accountId, long id);

    record Found(long id, String name, String email) {}

    /** @param prefix in lower case, with LIKE's own characters escaped */
    @SqlQuery("""
            select a.id, c.name, c.email
            from agents a
            join contacts c on c.account_id = a.account_id and c.id = a.id
            where a.account_id = :accountId
              and (lower(c.name) like :prefix || '%' or lower(c.name) like '% ' || :prefix || '%'
                   or c.email like :prefix || '%')
            order by lower(c.name), a.id
            limit :limit
            """)
    @RegisterConstructorMapper(Found.class)
    List<Found> autocomplete(long accountId, String prefix, int limit);

    @SqlUpdate("""
            insert into agents
              (account_id, id, ticket_scope, occasional, type, signature, focus_mode, contribution_group_ids,
               created_at, updated_at)
            values
              (:accountId, :id, :ticketScope, :occasional, :type, :signature, :focusMode, :contributionGroupIds,
               :now, :now)
            """)
    void insert(long accountId, long id, @BindMethods AgentFields fields, Instant now);

    @SqlUpdate("""
            update agents set
              ticket_scope = :ticketScope, occasional = :occasional, signature = :signature,
              focus_mode = :focusMode, contribution_group_ids = :contributionGroupIds, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, @BindMethods AgentFields fields, Instant now);

    /** Groups, roles and keys of the agent go with the row; tickets lose their agent. */
    @SqlUpdate("delete from agents where account_id = :accountId and id = :id")
    int delete(long accountId, long id);

    @SqlUpdate("""
            delete from agent_roles
            where account_id = :accountId and agent_id = :id and not role_id = any(:roleIds)
            """)
    void keepRoles(long accountId, long id, List<Long> roleIds);

    @SqlUpdate("""
            insert into agent_roles (account_id, agent_id, role_id)
            select :accountId, :id, unnest(:roleIds)
            on conflict do nothing
            """)
    void addRoles(long accountId, long id, List<Long> roleIds);

    @SqlUpdate("""
            delete from group_agents
            where account_id = :accountId and agent_id = :id and not group_id = any(:groupIds)
            """)
    void keepGroups(long accountId, long id, List<Long> groupIds);

    @SqlUpdate("""
            insert into group_agents (account_id, group_id, agent_id)
            select :accountId, unnest(:groupIds), :id
            on conflict do nothing
            """)
    void addGroups(long accountId, long id, List<Long> groupIds);

    /** A role that an agent is to hold. */
    record Role(long id, int agentType, List<String> privileges) {}

    @SqlQuery("""
            select id, agent_type, privileges from roles
            where account_id = :accountId and id = any(:ids) for key share
            """)
    @RegisterConstructorMapper(Role.class)
    List<Role> roles(long accountId, List<Long> ids);

    @SqlQuery("select id from roles where account_id = :accountId and name = :name and is_default")
    List<Long> defaultRole(long accountId, String name);

    @SqlQuery("select id from groups where account_id = :accountId and id = any(:ids) for key share")
    List<Long> groupsAmong(long accountId, List<Long> ids);
}
