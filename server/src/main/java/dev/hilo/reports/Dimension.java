package dev.hilo.reports;

import java.util.Locale;

/** What numbers are split by. */
enum Dimension {
    /** Of the account's time zone; a day of the period before stands for the one as long after it. */
    DAY(
            "to_char((f.at at time zone :zone)::date + case when f.current then 0 else :days end, 'YYYY-MM-DD')",
            "null",
            ""),
    /** {@code 1-00} to {@code 7-23}: Monday's first hour to Sunday's last. */
    HOUR("to_char(f.at at time zone :zone, 'ID-HH24')", "null", ""),
    /** {@code 0} for less than a day, then {@code 1}, {@code 3}, {@code 7}, {@code 30}: the days that it is at least old. */
    AGE("""
            case when f.value < 86400 then '0' when f.value < 3 * 86400 then '1' when f.value < 7 * 86400 then '3'
                 when f.value < 30 * 86400 then '7' else '30' end
            """, "null", ""),
    AGENT(
            "coalesce(f.responder_id::text, '')",
            "p.name",
            "left join contacts p on p.account_id = :sight.accountId and p.id = f.responder_id"),
    GROUP(
            "coalesce(f.group_id::text, '')",
            "g.name",
            "left join groups g on g.account_id = :sight.accountId and g.id = f.group_id"),
    CHANNEL("f.source::text", "null", ""),
    TYPE("coalesce(f.type, '')", "null", ""),
    TAG("tag.name", "null", "cross join lateral unnest(f.tags) as tag(name)"),
    /** As the wire has it: 103 delighted to -103 very unhappy, 100 neither. */
    RATING("f.value::integer::text", "null", "");

    private final String key;
    private final String label;
    private final String join;

    Dimension(String key, String label, String join) {
        this.key = key;
        this.label = label;
        this.join = join;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    String join() {
        return join;
    }
}
