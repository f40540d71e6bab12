package dev.hilo.reports;

import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a report's address says.
 *
 * @param from first day, such as {@code 2026-01-01}, in the account's time zone
 * @param to last day; both are part of the period. The four weeks that end today when absent
 * @param channel the number of a source
 * @param measure and what follows are for the tickets behind a number: by what it is split, and which of the parts
 */
public record ReportAsked(
        @Bounds(10) String from,
        @Bounds(10) String to,
        Long groupId,
        Long agentId,
        Integer channel,
        @Bounds(255) String type,
        @Bounds(255) String tag,

        @Among({"json", "csv"}) String format,

        @Bounds(40) String measure,
        @Bounds(40) String by,
        @Bounds(255) String key) {

    /** The query of the filters, without a beginning. */
    String filters(Period period) {
        var query =
                new StringBuilder("from=").append(period.from()).append("&to=").append(period.to());
        add(query, "group_id", groupId);
        add(query, "agent_id", agentId);
        add(query, "channel", channel);
        add(query, "type", type);
        add(query, "tag", tag);
        return query.toString();
    }

    static void add(StringBuilder query, String name, Object value) {
        if (value == null) return;
        query.append('&').append(name).append('=').append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
}
