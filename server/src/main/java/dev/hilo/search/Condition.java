package dev.hilo.search;

import dev.hilo.errors.Problems;
import java.util.Map;

/**
 * A query as SQL.
 *
 * @param sql of the where clause; everything that the caller wrote is in the binds
 * @param binds by the names that the SQL has for them
 */
public record Condition(String sql, Map<String, Object> binds) {

    /** Reads a query; everything that is wrong with its fields is told at once. */
    public static Condition of(String query, SearchFields fields) {
        var expression = QueryParser.parse(query);
        var problems = new Problems();
        var writer = new ConditionWriter(fields, problems);
        String sql = writer.sql(expression);
        problems.refuse();
        return new Condition(sql, writer.binds());
    }
}
