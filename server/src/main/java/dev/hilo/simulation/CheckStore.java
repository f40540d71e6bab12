package dev.hilo.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(CheckStore.Row.class)
interface CheckStore {

    /** Public for its mapping. */
    record Row(long id, JsonNode expected, Instant createdAt) {}

    @SqlQuery("select count(*) from simulation_checks where account_id = :accountId")
    int count(long accountId);

    @SqlQuery("""
            insert into simulation_checks (account_id, expected, created_by, created_at)
            values (:accountId, :expected, :agentId, :now) returning id
            """)
    long insert(long accountId, JsonNode expected, Long agentId, Instant now);

    @SqlQuery("""
            select id, expected, created_at from simulation_checks
            where account_id = :accountId order by id limit :limit offset :offset
            """)
    List<Row> page(long accountId, int limit, long offset);

    @SqlUpdate("delete from simulation_checks where account_id = :accountId and id = :id")
    int delete(long accountId, long id);
}
