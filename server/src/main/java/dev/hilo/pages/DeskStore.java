package dev.hilo.pages;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(Named.class)
interface DeskStore {

    @SqlQuery("""
            select a.id, c.name from agents a
            join contacts c on c.account_id = a.account_id and c.id = a.id
            where a.account_id = :accountId and not a.deactivated
            order by lower(c.name), a.id
            limit 1000
            """)
    List<Named> agents(long accountId);

    @SqlQuery("select id, name from groups where account_id = :accountId order by lower(name), id limit 1000")
    List<Named> groups(long accountId);
}
