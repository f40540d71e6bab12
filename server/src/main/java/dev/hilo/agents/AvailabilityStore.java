package dev.hilo.agents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(AvailabilityStore.Row.class)
interface AvailabilityStore {

    /**
     * @param load unresolved tickets of the agent
     * @param roundRobin whether a group of the agent's assigns by itself
     */
    record Row(
            long id,
            String name,
            String email,
            String jobTitle,
            String phone,
            String mobile,
            String twitterId,
            String description,
            String timeZone,
            String language,
            String address,
            String uniqueExternalId,
            Long companyId,
            boolean active,
            Instant createdAt,
            Instant updatedAt,
            boolean available,
            boolean deactivated,
            int assignmentLimit,
            String availabilityControl,
            Instant availabilityUpdatedAt,
            int load,
            boolean roundRobin) {}

    String SELECT = """
            select a.id, c.name, c.email, c.job_title, c.phone, c.mobile, c.twitter_id, c.description, c.time_zone,
                   c.language, c.address, c.unique_external_id, c.company_id, c.active, c.created_at, c.updated_at,
                   a.available, a.deactivated, a.assignment_limit, a.availability_control,
                   a.availability_updated_at,
                   (select count(*) from tickets t
                    where t.account_id = a.account_id and t.responder_id = a.id and t.status not in (4, 5)
                      and not t.deleted and not t.spam and not t.archived) as load,
                   exists (select from group_agents m
                           join groups g on g.account_id = m.account_id and g.id = m.group_id
                           where m.account_id = a.account_id and m.agent_id = a.id
                             and g.auto_ticket_assign <> 0) as round_robin
            from agents a
            join contacts c on c.account_id = a.account_id and c.id = a.id
            where a.account_id = :accountId
            """;

    @SqlQuery(SELECT + AgentStore.FILTER)
    List<Row> list(long accountId, @BindMethods AgentFilter filter, int limit, long offset);

    @SqlQuery(SELECT + "and a.id = :id")
    Optional<Row> find(long accountId, long id);

    @SqlUpdate("""
            update agents set assignment_limit = coalesce(:limit, assignment_limit),
              availability_control = coalesce(:control, availability_control), availability_updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, Integer limit, String control, Instant now);
}
