package dev.hilo.reports;

import dev.hilo.reports.Report.Figure;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report for spreadsheets: one number a line, those of all tickets first. */
final class ReportCsv {

    private static final String HEAD = "name,by,key,label,unit,value,before,low,high,tickets,tickets_before\r\n";

    private ReportCsv() {}

    static String of(Report report) {
        return Stream.concat(report.figures().stream(), report.rows().stream())
                .map(ReportCsv::line)
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(Figure figure) {
        return Stream.of(
                        text(figure.name()),
                        text(figure.by()),
                        text(figure.key()),
                        text(figure.label()),
                        figure.unit(),
                        number(figure.value()),
                        number(figure.before()),
                        number(figure.low()),
                        number(figure.high()),
                        "" + figure.tickets(),
                        "" + figure.ticketsBefore())
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String number(Double value) {
        if (value == null) return "";
        return value == Math.rint(value) ? "" + value.longValue() : "" + value;
    }

    /** Nothing that a spreadsheet would take for a formula. */
    private static String text(String text) {
        String said = Objects.requireNonNullElse(text, "");
        if (!said.isEmpty() && List.of('=', '+', '@', '\t', '\r').contains(said.charAt(0))) said = "'" + said;
        if (said.startsWith("-") && !said.matches("-\\d+")) said = "'" + said;
        return said.matches("(?s).*[\",\r\n].*") ? '"' + said.replace("\"", "\"\"") + '"' : said;
    }
}
