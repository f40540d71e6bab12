package dev.hilo.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A report's rates and a run's cases as CSV. */
public final class Tables {

    private Tables() {}

    /** A row for each rate of each group. */
    public static String rates(Report report) {
        var csv = new StringBuilder(line("group", "name", "rate", "value", "low", "high", "n", "marked"));
        rates(csv, "all", report.overall());
        report.byTopic().forEach(rates -> rates(csv, "topic", rates));
        report.byLanguage().forEach(rates -> rates(csv, "language", rates));
        return csv.toString();
    }

    private static void rates(StringBuilder csv, String group, Report.Rates rates) {
        rate(csv, group, rates.name(), "answerable", rates.answerable());
        rate(csv, group, rates.name(), "answered", rates.answered());
        rate(csv, group, rates.name(), "right_when_answered", rates.rightWhenAnswered());
        rate(csv, group, rates.name(), "wrong_out", rates.wrongOut());
        rate(csv, group, rates.name(), "right_out", rates.rightOut());
    }

    private static void rate(StringBuilder csv, String group, String name, String rate, Rate is) {
        csv.append(line(group, name, rate, is.value(), is.low(), is.high(), is.n(), is.marked()));
    }

    public static String cases(List<SimulationCase> cases) {
        var csv = new StringBuilder(line(
                "number",
                "ticket_id",
                "as_of",
                "topic",
                "language",
                "subject",
                "question",
                "reply",
                "draft",
                "confidence",
                "right",
                "answerable",
                "abstains",
                "mark",
                "knowledge_existed",
                "reason"));
        for (var c : cases) {
            csv.append(line(
                    c.number(),
                    c.ticketId(),
                    c.asOf(),
                    c.topic(),
                    c.language(),
                    c.subject(),
                    c.question(),
                    c.reply(),
                    c.draft(),
                    c.confidence(),
                    c.right(),
                    c.answerable(),
                    c.abstains(),
                    c.mark(),
                    c.knowledgeExisted(),
                    c.reason()));
        }
        return csv.toString();
    }

    private static String line(Object... cells) {
        return Arrays.stream(cells).map(Tables::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe: customers write what they like. */
    private static String cell(Object value) {
        if (value == null) return "";
        if (!(value instanceof String text)) return value.toString();
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
