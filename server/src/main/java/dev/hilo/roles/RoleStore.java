package dev.hilo.roles;

import dev.hilo.api.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(Role.class)
interface RoleStore {

    String SELECT = """
            select id, name, description, is_default, created_at, updated_at, agent_type
            from roles
            where account_id = :accountId
            """;

    @SqlQuery(SELECT + "order by id limit :limit offset :offset")
    List<Role> list(long accountId, int limit, long offset);

    @SqlQuery(SELECT + "and id = :id")
    Optional<Role> find(long accountId, long id);

    @SqlQuery("""
            insert into roles (account_id, name, description, is_default, agent_type, privileges, created_at, updated_at)
            values (:accountId, :name, :description, true, :agentType, :privileges, :now, :now)
            returning id
            """)
    long insert(long accountId, String name, String description, int agentType, List<String> privileges, Instant now);
}
