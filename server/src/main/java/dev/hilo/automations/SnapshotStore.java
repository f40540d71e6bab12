package dev.hilo.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads tickets as rules look at them. */
interface SnapshotStore {

    /** Public for the mapper. */
    record Row(long id, JsonNode ticket, JsonNode contact, JsonNode company) {
        Snapshot snapshot(Instant now) {
            return new Snapshot(ticket, present(contact), present(company), now);
        }

        private static JsonNode present(JsonNode node) {
            return Objects.requireNonNullElse(node, MissingNode.getInstance());
        }
    }

    String SELECT = """
            select t.id, to_jsonb(t) - array['description', 'structured_description'] as ticket,
              to_jsonb(r) as contact, to_jsonb(c) as company
            from tickets t
            left join contacts r on r.account_id = t.account_id and r.id = t.requester_id
            left join companies c on c.account_id = t.account_id and c.id = t.company_id
            """;

    @SqlQuery(SELECT + "where t.account_id = :accountId and t.id = any(:ids)")
    @RegisterConstructorMapper(Row.class)
    List<Row> rows(long accountId, List<Long> ids);

    /** Those that changed in a span of time, without what rules cannot act on; oldest change first. */
    @SqlQuery(SELECT + """
            where t.account_id = :accountId and (t.updated_at, t.id) > (:from, :after) and t.updated_at <= :to
              and not t.deleted and not t.spam and not t.archived
              and not exists (
                select from automation_marks m
                where m.account_id = t.account_id and m.rule_id = :ruleId and m.ticket_id = t.id
                  and m.ticket_updated_at >= t.updated_at)
            order by t.updated_at, t.id
            limit :limit
            """)
    @RegisterConstructorMapper(Row.class)
    List<Row> changed(long accountId, long ruleId, Instant from, long after, Instant to, int limit);

    /** Newest first. */
    @SqlQuery(SELECT + """
            where t.account_id = :accountId and t.created_at > :since and not t.deleted and not t.spam and not t.archived
            order by t.created_at desc, t.id desc
            limit :limit
            """)
    @RegisterConstructorMapper(Row.class)
    List<Row> created(long accountId, Instant since, int limit);

    default Map<Long, Snapshot> of(long accountId, List<Long> ids, Instant now) {
        var snapshots = new HashMap<Long, Snapshot>();
        rows(accountId, ids).forEach(row -> snapshots.put(row.id(), row.snapshot(now)));
        return snapshots;
    }
}
