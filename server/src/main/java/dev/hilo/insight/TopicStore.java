package dev.hilo.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Topic.class)
interface TopicStore {

    String SELECT = """
            select id, name, description, examples, created_at, updated_at from insight_topics
            where account_id = :accountId
            """;

    @SqlQuery(SELECT + "order by lower(name) limit :limit offset :offset")
    List<Topic> list(long accountId, int limit, long offset);

    @SqlQuery(SELECT + "and id = :id")
    Optional<Topic> find(long accountId, long id);

    @SqlQuery(SELECT + "and lower(name) = lower(:name)")
    Optional<Topic> named(long accountId, String name);

    @SqlQuery("select count(*) from insight_topics where account_id = :accountId")
    int count(long accountId);

    @SqlQuery("""
            insert into insight_topics (account_id, name, description, examples, created_at, updated_at)
            values (:accountId, :name, :description, :examples, :now, :now)
            on conflict do nothing
            returning id
            """)
    Optional<Long> insert(long accountId, String name, String description, List<String> examples, Instant now);

    @SqlUpdate("""
            update insight_topics
            set name = :name, description = :description, examples = :examples, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, String name, String description, List<String> examples, Instant now);

    @SqlUpdate("delete from insight_topics where account_id = :accountId and id = :id")
    int delete(long accountId, long id);

    @SqlUpdate("""
            insert into insight_ticket_topics (account_id, ticket_id, topic_id, agent_id, at)
            values (:accountId, :ticketId, :topicId, :agentId, :now)
            on conflict (account_id, ticket_id) do update
            set topic_id = excluded.topic_id, agent_id = excluded.agent_id, at = excluded.at
            """)
    void put(long accountId, long ticketId, long topicId, long agentId, Instant now);

    @SqlUpdate("delete from insight_ticket_topics where account_id = :accountId and ticket_id = :ticketId")
    void takeOff(long accountId, long ticketId);

    @SqlQuery("""
            select p.name from insight_ticket_topics x
            join insight_topics p on p.account_id = x.account_id and p.id = x.topic_id
            where x.account_id = :accountId and x.ticket_id = :ticketId
            """)
    Optional<String> of(long accountId, long ticketId);
}
