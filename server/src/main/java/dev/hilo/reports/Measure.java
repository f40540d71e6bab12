package dev.hilo.reports;

import java.util.Locale;

/**
 * Something that tickets are counted or timed for. Each ticket counts at one moment, which puts it into a period; the
 * definition in words is the phrase {@code reports.definition.<name>}.
 */
enum Measure {
    /** Tickets that came in. */
    CREATED(Unit.TICKETS, "t.created_at", "true", Measure.NO_VALUE, Measure.NO_HIT),
    /** Tickets that are solved or closed, at the moment when they were. */
    RESOLVED(Unit.TICKETS, "t.resolved_at", "t.resolved_at is not null", Measure.NO_VALUE, Measure.NO_HIT),
    /** Tickets that were open at the end of the period, with their age then. */
    BACKLOG(
            Unit.AGE,
            "s.moment",
            "t.created_at < s.moment and (t.resolved_at is null or t.resolved_at >= s.moment)",
            "extract(epoch from s.moment - t.created_at)",
            Measure.NO_HIT),
    FIRST_RESPONSE(
            Unit.SECONDS,
            "t.first_responded_at",
            "t.first_responded_at is not null",
            "greatest(0, extract(epoch from t.first_responded_at - t.created_at))",
            Measure.NO_HIT),
    RESOLUTION(
            Unit.SECONDS,
            "t.resolved_at",
            "t.resolved_at is not null",
            "greatest(0, extract(epoch from t.resolved_at - t.created_at))",
            Measure.NO_HIT),
    SLA_FIRST_RESPONSE(
            Unit.SHARE,
            "t.fr_due_by",
            "t.fr_due_by <= :now and (t.sla_paused_at is null or t.first_responded_at is not null)",
            Measure.NO_VALUE,
            "coalesce(t.first_responded_at <= t.fr_due_by, false)"),
    SLA_RESOLUTION(
            Unit.SHARE,
            "t.due_by",
            "t.due_by <= :now and (t.sla_paused_at is null or t.resolved_at is not null)",
            Measure.NO_VALUE,
            "coalesce(t.resolved_at <= t.due_by, false)"),
    REOPENED(
            Unit.SHARE,
            "greatest(t.resolved_at, t.reopened_at)",
            "(t.resolved_at is not null or t.reopened_at is not null)",
            Measure.NO_VALUE,
            "t.reopened_at is not null"),
    RATINGS(Unit.SHARE, "r.created_at", "r.score is not null", "r.score", "r.score > 100");

    /** What the numbers of a measure are. */
    enum Unit {
        TICKETS,
        /** A count, and the median and 90th percentile of an age in seconds. */
        AGE,
        /** Median and 90th percentile, in seconds. */
        SECONDS,
        /** Of all, those that are so: 0 to 1. */
        SHARE
    }

    static final String NO_VALUE = "null::double precision";
    static final String NO_HIT = "null::boolean";

    private final Unit unit;
    private final String at;
    private final String condition;
    private final String value;
    private final String hit;

    Measure(Unit unit, String at, String condition, String value, String hit) {
        this.unit = unit;
        this.at = at;
        this.condition = condition;
        this.value = value;
        this.hit = hit;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    Unit unit() {
        return unit;
    }

    /** Whether its time is also told in the hours in which the team works. */
    boolean hasBusinessHours() {
        return unit == Unit.SECONDS;
    }

    /** The tickets that count in the two periods, each with its moment, as a query on the account's tickets. */
    String facts() {
        return "select t.id, t.subject, t.status, t.responder_id, t.group_id, t.source, t.type, t.tags, t.created_at, "
                + at + " as at, " + current() + " as current, (" + value + ")::double precision as value, " + hit
                + " as hit from tickets t " + joined() + " where t.account_id = :sight.accountId and " + condition
                + inPeriods();
    }

    private String current() {
        return this == BACKLOG ? "s.current" : at + " >= :start";
    }

    private String inPeriods() {
        return this == BACKLOG ? "" : " and " + at + " >= :before and " + at + " < :end";
    }

    private String joined() {
        return switch (this) {
            case BACKLOG ->
                "cross join (values (true, cast(:moment as timestamptz)), (false, cast(:start as timestamptz))) s(current, moment)";
            case RATINGS -> """
                    join lateral (
                      select created_at, (ratings->>'default_question')::integer as score from satisfaction_ratings r
                      where r.account_id = t.account_id and r.ticket_id = t.id) r on true
                    """;
            default -> "";
        };
    }
}
