package dev.hilo.pages;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface LiveStore {

    @SqlQuery("select coalesce(max(id), 0) from events where account_id = :accountId")
    long newest(long accountId);

    @SqlQuery("""
            select distinct ticket_id from (
              select ticket_id from events
              where account_id = :accountId and id > :after and ticket_id is not null
              order by id desc
              limit :limit) recent
            """)
    List<Long> tickets(long accountId, long after, int limit);
}
