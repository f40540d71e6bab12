package dev.hilo.pages;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface FilterStore {

    @SqlQuery("""
            select id, name, query, shared, agent_id = :agentId as own from saved_filters
            where account_id = :accountId and (agent_id = :agentId or shared)
            order by lower(name), id
            limit 100
            """)
    @RegisterConstructorMapper(SavedFilter.class)
    List<SavedFilter> list(long accountId, long agentId);

    @SqlUpdate("""
            insert into saved_filters (account_id, agent_id, name, query, shared, created_at, updated_at)
            values (:accountId, :agentId, :name, :query, :shared, :now, :now)
            on conflict (account_id, agent_id, name)
            do update set query = excluded.query, shared = excluded.shared, updated_at = excluded.updated_at
            """)
    void save(long accountId, long agentId, String name, String query, boolean shared, Instant now);

    @SqlUpdate("delete from saved_filters where account_id = :accountId and agent_id = :agentId and id = :id")
    void delete(long accountId, long agentId, long id);
}
