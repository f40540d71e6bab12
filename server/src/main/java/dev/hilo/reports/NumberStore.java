package dev.hilo.reports;

import dev.hilo.accounts.Sight;
import dev.hilo.reports.Report.Behind;
import dev.hilo.reports.Report.Comment;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** The numbers: one statement for a measure and what it is split by, both periods at once. */
final class NumberStore {

    /** From when to when a ticket took, and whose hours count. */
    public record Span(boolean current, Instant started, Instant ended, Long groupId) {}

    private static final String AGGREGATES = """
            count(*) as tickets, count(*) filter (where f.hit) as hits,
            percentile_cont(0.5) within group (order by f.value) as median,
            percentile_cont(0.9) within group (order by f.value) as p90
            """;

    private NumberStore() {}

    static List<Parts> totals(Handle handle, Scope scope, Measure measure) {
        String sql = "with f as (" + facts(scope, measure) + ") select '' as key, null::text as label, f.current, "
                + AGGREGATES + " from f group by f.current";
        return bound(handle, sql, scope).map(ConstructorMapper.of(Parts.class)).list();
    }

    static List<Parts> parts(Handle handle, Scope scope, Measure measure, Dimension by, int limit) {
        String sql = "with f as (" + facts(scope, measure) + ") select " + by.key() + " as key, max(" + by.label()
                + "::text) as label, f.current, " + AGGREGATES + " from f " + by.join()
                + " group by 1, f.current order by count(*) desc, 1 limit :limit";
        return bound(handle, sql, scope)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Parts.class))
                .list();
    }

    static List<Span> spans(Handle handle, Scope scope, Measure measure, int limit) {
        String sql = "with f as (" + facts(scope, measure)
                + ") select f.current, f.created_at as started, f.at as ended, f.group_id from f limit :limit";
        return bound(handle, sql, scope)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Span.class))
                .list();
    }

    /** @param key null for all */
    static List<Behind> behind(
            Handle handle, Scope scope, Measure measure, Dimension by, String key, int limit, long offset) {
        String part = by == null
                ? " from f where f.current"
                : " from f " + by.join() + " where f.current and " + by.key() + " = :key";
        String sql = "with f as (" + facts(scope, measure) + ") select f.id, f.subject, f.status, f.at, f.value" + part
                + " order by f.value desc nulls last, f.at desc, f.id limit :limit offset :offset";
        return bound(handle, sql, scope)
                .bind("key", key)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(ConstructorMapper.of(Behind.class))
                .list();
    }

    static List<Comment> comments(Handle handle, Scope scope, int limit) {
        String sql = "with f as (" + facts(scope, Measure.RATINGS) + """
                ) select f.id as ticket_id, f.value::integer as rating, r.feedback, r.created_at as at from f
                join satisfaction_ratings r on r.account_id = :sight.accountId and r.ticket_id = f.id and r.created_at = f.at
                where f.current and r.feedback <> ''
                order by r.created_at desc, r.id desc limit :limit
                """;
        return bound(handle, sql, scope)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Comment.class))
                .list();
    }

    private static String facts(Scope scope, Measure measure) {
        var sql = new StringBuilder(measure.facts())
                .append(" and not t.deleted and not t.spam and t.merged_into is null");
        if (scope.sight().scope() != 1) sql.append(" and ").append(Sight.CONDITION);
        var asked = scope.asked();
        if (asked.groupId() != null) sql.append(" and t.group_id = :group");
        if (asked.agentId() != null) sql.append(" and t.responder_id = :agent");
        if (asked.channel() != null) sql.append(" and t.source = :channel");
        if (asked.type() != null) sql.append(" and t.type = :type");
        if (asked.tag() != null) sql.append(" and t.tags @> array[cast(:tag as text)]");
        return sql.toString();
    }

    private static Query bound(Handle handle, String sql, Scope scope) {
        var period = scope.period();
        var asked = scope.asked();
        return handle.createQuery(sql)
                .bindMethods("sight", scope.sight())
                .bind("start", period.start())
                .bind("end", period.end())
                .bind("before", period.before())
                .bind("moment", scope.moment())
                .bind("now", scope.now())
                .bind("zone", period.zone().getId())
                .bind("days", period.days())
                .bind("group", asked.groupId())
                .bind("agent", asked.agentId())
                .bind("channel", asked.channel())
                .bind("type", asked.type())
                .bind("tag", asked.tag());
    }
}
