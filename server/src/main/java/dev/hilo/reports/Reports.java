package dev.hilo.reports;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.accounts.TimeZones;
import dev.hilo.api.FieldError;
import dev.hilo.calendars.Calendars;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.Phrases;
import dev.hilo.reports.Report.Definition;
import dev.hilo.reports.Report.Figure;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The numbers of an account, of the tickets that the reader sees. */
public final class Reports {

    private static final int MOST_PARTS = 3_000;
    private static final int MOST_COMMENTS = 50;
    /** With more, the hours in which the team works are not counted. */
    private static final int MOST_SPANS = 50_000;

    private final Database database;
    private final Calendars calendars;
    private final Clock clock;

    public Reports(Database database, Calendars calendars, Clock clock) {
        this.database = database;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param phrases in whose language the definitions are */
    Report report(Caller caller, ReportKind kind, ReportAsked asked, Phrases phrases) {
        var scope = scope(caller, asked);
        var figures = new Figures(kind, asked.filters(scope.period()));
        return database.read(h -> {
            var totals = new ArrayList<Figure>();
            var rows = new ArrayList<Figure>();
            for (var measure : kind.measures()) {
                totals.addAll(figures.of(measure, null, NumberStore.totals(h, scope, measure)));
                if (measure.hasBusinessHours()) totals.addAll(business(h, caller, scope, measure, figures));
                for (var by : kind.dimensions()) {
                    rows.addAll(figures.of(measure, by, NumberStore.parts(h, scope, measure, by, MOST_PARTS)));
                }
            }
            var comments = kind == ReportKind.RATINGS ? NumberStore.comments(h, scope, MOST_COMMENTS) : null;
            return told(kind, scope.period(), phrases, totals, rows, comments);
        });
    }

    private static Report told(
            ReportKind kind,
            Period period,
            Phrases phrases,
            List<Figure> totals,
            List<Figure> rows,
            List<Report.Comment> comments) {
        return new Report(
                kind.text(),
                period.zone().getId(),
                period.from(),
                period.to(),
                period.beforeFrom(),
                period.from().minusDays(1),
                kind.measures().stream()
                        .map(measure ->
                                new Definition(measure.text(), phrases.text("reports.definition." + measure.text())))
                        .toList(),
                totals,
                rows,
                comments);
    }

    private List<Figure> business(Handle handle, Caller caller, Scope scope, Measure measure, Figures figures) {
        var spans = NumberStore.spans(handle, scope, measure, MOST_SPANS + 1);
        if (spans.size() > MOST_SPANS) return List.of();
        return figures.business(measure, worked(caller, spans, true), worked(caller, spans, false));
    }

    private List<Double> worked(Caller caller, List<NumberStore.Span> spans, boolean current) {
        return spans.stream()
                .filter(span -> span.current() == current)
                .map(span -> (double) calendars
                        .hoursOf(caller.accountId(), span.groupId())
                        .between(span.started(), span.ended())
                        .toSeconds())
                .toList();
    }

    /** The tickets behind a number; those of the report's first measure when none is named. */
    Page<Report.Behind> behind(Caller caller, ReportKind kind, ReportAsked asked, Paging paging) {
        var measure = measure(kind, asked.measure());
        var by = asked.by() == null ? null : dimension(kind, asked.by());
        String key = asked.key() == null ? "" : asked.key();
        var rows = database.read(
                h -> NumberStore.behind(h, scope(caller, asked), measure, by, key, paging.limit(), paging.offset()));
        return Page.of(rows, paging);
    }

    private static Measure measure(ReportKind kind, String name) {
        if (name == null) return kind.measures().getFirst();
        return kind.measures().stream()
                .filter(measure -> measure.text().equals(name))
                .findFirst()
                .orElseThrow(() -> oneOf(
                        "measure", kind.measures().stream().map(Measure::text).toList()));
    }

    private static Dimension dimension(ReportKind kind, String name) {
        return Arrays.stream(Dimension.values())
                .filter(by -> kind.dimensions().contains(by) && by.text().equals(name))
                .findFirst()
                .orElseThrow(() -> oneOf(
                        "by", kind.dimensions().stream().map(Dimension::text).toList()));
    }

    private static Refusal oneOf(String field, List<String> names) {
        return new Refusal.Invalid(List.of(
                FieldError.invalid(field, "It should be one of these values: '" + String.join(",", names) + "'")));
    }

    private Scope scope(Caller caller, ReportAsked asked) {
        var now = clock.instant();
        var zone = TimeZones.zone(caller.account().timeZone());
        return new Scope(Sight.of(caller), Period.of(asked.from(), asked.to(), zone, now), asked, now);
    }

    Period period(Caller caller, ReportAsked asked) {
        return scope(caller, asked).period();
    }
}
