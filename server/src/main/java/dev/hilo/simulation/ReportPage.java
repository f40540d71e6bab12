package dev.hilo.simulation;

import dev.hilo.pages.Phrases;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A report in the words and figures of one language, for a template that only puts them in place.
 *
 * @param mayAct whether there are buttons that lead on: not in a file
 * @param mostWrong what the upward axis of the curve ends at
 */
public record ReportPage(
        Phrases phrases,
        Report report,
        Look look,
        boolean mayAct,
        List<Figure> figures,
        List<Row> topics,
        List<Row> languages,
        List<Choice> choices,
        Charts charts,
        String mostWrong,
        List<Reliable> reliability,
        List<Advised> advice,
        List<Ahead> ahead) {

    /** One of the rates. @param bar where its interval lies, in hundredths; null where it is no share */
    public record Figure(String title, String meaning, String value, String interval, Bar bar) {}

    /** @param from in hundredths; null where there is no interval */
    public record Bar(Integer from, Integer width, Integer at) {}

    /** @param choice what to do with it; null where that is not asked */
    public record Row(String key, String name, int tickets, List<Cell> cells, Choice choice) {}

    public record Cell(String value, String interval) {}

    /** @param gate null when no gate keeps the promise */
    public record Choice(String tolerance, String mode, String gate, Cell answered, Cell right, Cell wrongOut) {}

    public record Reliable(String confidence, Cell right) {}

    /** A share of the month ahead. @param name a phrase */
    public record Ahead(String name, String value, String interval) {}

    /** @param marks in words */
    public record Advised(String width, String marks) {}

    public static ReportPage of(Report report, Phrases phrases, Look look, boolean mayAct) {
        var told = new Told(phrases);
        var charts = Charts.of(report, report.here(), told);
        return new ReportPage(
                phrases,
                report,
                look,
                mayAct,
                figures(report, told, look),
                topics(report, told, look),
                report.byLanguage().stream()
                        .map(r -> new Row(r.name(), r.name(), r.tickets(), cells(r, told, look), null))
                        .toList(),
                report.recommended().stream().map(r -> choice(r, told)).toList(),
                charts,
                told.percent(charts.mostWrong()),
                report.reliability().stream()
                        .map(r -> new Reliable(told.percent(r.confidence()), told.cell(r.right())))
                        .toList(),
                report.advice().stream().map(a -> advised(a, told)).toList(),
                ahead(report.monthAhead(), told));
    }

    private static List<Ahead> ahead(MonthAhead month, Told told) {
        if (month == null) return List.of();
        return List.of(
                ahead("simulation.answered", month.answered(), told),
                ahead("simulation.ahead.right", month.rightOut(), told),
                ahead("simulation.wrong", month.wrongOut(), told));
    }

    private static Ahead ahead(String name, MonthAhead.Share share, Told told) {
        return new Ahead(
                name, told.percent(share.value()), told.percent(share.low()) + " – " + told.percent(share.high()));
    }

    /** The report as a page that opens without Hilo. */
    public String alone(String account) {
        var html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("simulations/alone.jte", Map.of("page", this, "account", account), html);
        return html.toString();
    }

    private static List<Figure> figures(Report report, Told told, Look look) {
        var overall = report.overall();
        var saved = told.minutes(report.here().rightOut(), look.minutes());
        return List.of(
                figure(told, "answerable", overall.answerable()),
                figure(told, "answered", overall.answered()),
                figure(told, "right", overall.rightWhenAnswered()),
                figure(told, "wrong", overall.wrongOut()),
                new Figure(
                        told.phrases().text("simulation.saved"),
                        told.phrases().text("simulation.saved.meaning"),
                        saved.value(),
                        saved.interval(),
                        null));
    }

    private static Figure figure(Told told, String key, Rate rate) {
        return new Figure(
                told.phrases().text("simulation." + key),
                told.phrases().text("simulation." + key + ".meaning"),
                told.value(rate),
                told.interval(rate),
                bar(rate));
    }

    private static List<Row> topics(Report report, Told told, Look look) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < report.byTopic().size(); i++) {
            var rates = report.byTopic().get(i);
            var recommended = report.recommendedByTopic().get(i).recommended().stream()
                    .filter(r -> r.tolerance() == look.tolerance())
                    .findFirst()
                    .map(r -> choice(r, told))
                    .orElse(null);
            String name = rates.name().isEmpty() ? told.phrases().text("simulation.no_topic") : rates.name();
            rows.add(new Row(rates.name(), name, rates.tickets(), cells(rates, told, look), recommended));
        }
        return rows;
    }

    private static List<Cell> cells(Report.Rates r, Told told, Look look) {
        return List.of(
                told.cell(r.answerable()),
                told.cell(r.answered()),
                told.cell(r.rightWhenAnswered()),
                told.cell(r.wrongOut()),
                told.minutes(r.rightOut(), look.minutes()));
    }

    private static Choice choice(Report.Recommended recommended, Told told) {
        String tolerance = told.percent(recommended.tolerance());
        String mode = recommended.mode().name().toLowerCase();
        var reported = recommended.reported();
        if (reported == null) return new Choice(tolerance, mode, null, null, null, null);
        return new Choice(
                tolerance,
                mode,
                told.gate(reported.gate()),
                told.cell(reported.answered()),
                told.cell(reported.right()),
                told.cell(reported.wrongOut()));
    }

    private static Advised advised(Report.Advice advice, Told told) {
        String marks;
        if (advice.marks() == null) marks = told.phrases().text("simulation.advice.never");
        else if (advice.marks() == 0) marks = told.phrases().text("simulation.advice.now");
        else marks = told.phrases().text("simulation.advice.more", advice.marks());
        return new Advised("± " + told.percent(advice.width() / 2), marks);
    }

    private static Bar bar(Rate rate) {
        if (rate.value() == null) return new Bar(null, null, null);
        int at = (int) Math.round(100 * rate.value());
        if (rate.low() == null) return new Bar(null, null, at);
        int from = (int) Math.round(100 * rate.low());
        return new Bar(from, Math.max(1, (int) Math.round(100 * rate.high()) - from), at);
    }
}
