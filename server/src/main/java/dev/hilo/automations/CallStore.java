package dev.hilo.automations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface CallStore {

    /** Public for the mapper. */
    record Row(long id, String method, String url, JsonNode headers, String body, int attempts) {
        OneOffCall call() {
            return new OneOffCall(method, url, headers, body);
        }
    }

    /** Takes some calls for a while: another node takes those that this one dies over. */
    @SqlQuery("""
            update automation_calls set due_at = :until, attempts = attempts + 1
            where account_id = :accountId and id = any(array(
              select id from automation_calls
              where account_id = :accountId and state = 'WAITING' and due_at <= :now
              order by due_at, id
              limit :limit
              for update skip locked))
            returning id, method, url, headers, body, attempts
            """)
    @RegisterConstructorMapper(Row.class)
    List<Row> claim(long accountId, Instant now, Instant until, int limit);

    @SqlUpdate("""
            update automation_calls set state = :state, status = :status, reason = :reason, due_at = :due
            where account_id = :accountId and id = :id
            """)
    void settle(long accountId, long id, String state, Integer status, String reason, Instant due);

    @SqlUpdate("""
            delete from automation_calls where account_id = :accountId and state <> 'WAITING' and due_at < :before
            """)
    void forget(long accountId, Instant before);
}
