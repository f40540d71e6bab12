package dev.hilo.simulation;

import dev.hilo.pages.Phrases;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report in the words and figures of one language, for a template that only puts them in place. */
public record ReportPage(
        Phrases phrases,
        Report report,
        List<Figure> figures,
        List<Row> topics,
        List<Row> languages,
        List<Choice> choices,
        String curve,
        List<Dot> dots,
        List<Reliable> reliability) {

    /** One of the four rates. @param bar where its interval lies, in hundredths */
    public record Figure(String title, String meaning, String value, String interval, Bar bar) {}

    /** @param from in hundredths; null where there is no interval */
    public record Bar(Integer from, Integer width, Integer at) {}

    public record Row(String name, int tickets, List<Cell> cells) {}

    public record Cell(String value, String interval) {}

    /** @param chosen null when no gate keeps the promise */
    public record Choice(String tolerance, String chosen, Cell answered, Cell right, Cell wrongOut) {}

    /** A gate on the curve: the share answered to the right, the share that goes out wrong upwards. */
    public record Dot(double x, double y, String title) {}

    public record Reliable(String confidence, Cell right, Bar bar) {}

    private static final double WIDTH = 600;
    private static final double HEIGHT = 240;
    /** Of the curve's upward axis. */
    private static final double MOST_WRONG = 0.5;

    public static ReportPage of(Report report, Phrases phrases) {
        var overall = report.overall();
        return new ReportPage(
                phrases,
                report,
                List.of(
                        figure(phrases, "answerable", overall.answerable()),
                        figure(phrases, "answered", overall.answered()),
                        figure(phrases, "right", overall.rightWhenAnswered()),
                        figure(phrases, "wrong", overall.wrongOut())),
                rows(phrases, report.byTopic()),
                rows(phrases, report.byLanguage()),
                report.recommended().stream().map(c -> choice(phrases, c)).toList(),
                report.curve().stream()
                        .map(p -> "%.1f,%.1f".formatted(x(p), y(p)))
                        .collect(Collectors.joining(" ")),
                report.curve().stream().map(p -> dot(phrases, p)).toList(),
                report.reliability().stream()
                        .map(r -> new Reliable(
                                percent(phrases, r.confidence()), cell(phrases, r.right()), bar(r.right())))
                        .toList());
    }

    /** The report as a page that opens without Hilo. */
    public String alone(String account) {
        var html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("simulations/alone.jte", Map.of("page", this, "account", account), html);
        return html.toString();
    }

    private static Figure figure(Phrases phrases, String key, Rate rate) {
        return new Figure(
                phrases.text("simulation." + key),
                phrases.text("simulation." + key + ".meaning"),
                value(phrases, rate),
                interval(phrases, rate),
                bar(rate));
    }

    private static List<Row> rows(Phrases phrases, List<Report.Rates> rates) {
        return rates.stream()
                .map(r -> new Row(
                        r.name().isEmpty() ? phrases.text("simulation.no_topic") : r.name(),
                        r.tickets(),
                        List.of(
                                cell(phrases, r.answerable()),
                                cell(phrases, r.answered()),
                                cell(phrases, r.rightWhenAnswered()),
                                cell(phrases, r.wrongOut()))))
                .toList();
    }

    private static Choice choice(Phrases phrases, Gate.Choice choice) {
        String tolerance = percent(phrases, choice.tolerance());
        var reported = choice.reported();
        if (reported == null) return new Choice(tolerance, null, null, null, null);
        return new Choice(
                tolerance,
                "%.2f".formatted(reported.gate()),
                cell(phrases, reported.answered()),
                cell(phrases, reported.right()),
                cell(phrases, reported.wrongOut()));
    }

    private static Dot dot(Phrases phrases, Gate.Point point) {
        String title = phrases.text(
                "simulation.gate_title",
                "%.2f".formatted(point.gate()),
                value(phrases, point.answered()),
                value(phrases, point.wrongOut()));
        return new Dot(x(point), y(point), title);
    }

    private static double x(Gate.Point point) {
        return point.answered().value() * WIDTH;
    }

    private static double y(Gate.Point point) {
        double wrong = point.wrongOut().value() == null ? 0 : point.wrongOut().value();
        return HEIGHT - Math.min(MOST_WRONG, wrong) / MOST_WRONG * HEIGHT;
    }

    private static Cell cell(Phrases phrases, Rate rate) {
        return new Cell(value(phrases, rate), interval(phrases, rate));
    }

    private static String value(Phrases phrases, Rate rate) {
        return rate.value() == null ? "–" : percent(phrases, rate.value());
    }

    private static String interval(Phrases phrases, Rate rate) {
        if (rate.value() == null) return phrases.text("simulation.none");
        if (rate.low() == null) return phrases.text("simulation.unchecked", rate.n());
        String range = percent(phrases, rate.low()) + " – " + percent(phrases, rate.high());
        return rate.marked() == null
                ? phrases.text("simulation.interval", range, rate.n())
                : phrases.text("simulation.interval_marked", range, rate.n(), rate.marked());
    }

    private static Bar bar(Rate rate) {
        if (rate.value() == null) return new Bar(null, null, null);
        int at = (int) Math.round(100 * rate.value());
        if (rate.low() == null) return new Bar(null, null, at);
        int from = (int) Math.round(100 * rate.low());
        return new Bar(from, Math.max(1, (int) Math.round(100 * rate.high()) - from), at);
    }

    private static String percent(Phrases phrases, double share) {
        Locale locale = phrases.locale();
        boolean isSmall = share > 0 && share < 0.1;
        return String.format(locale, isSmall ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
