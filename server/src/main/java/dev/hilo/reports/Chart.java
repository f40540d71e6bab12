package dev.hilo.reports;

import dev.hilo.reports.Report.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a report says split by one thing: a table, and the chart that a script draws from it.
 *
 * @param by phrase {@code reports.by.<by>} is its title
 * @param kind {@code line} for days, {@code bar} for the rest
 * @param columns the names of the numbers, by a figure each
 */
public record Chart(String by, String kind, List<Figure> columns, List<Line> lines) {

    /** @param cells one for each column; null where there is no number */
    public record Line(String label, List<Figure> cells) {}

    private static final int MOST_BARS = 30;

    static List<Chart> of(Report report, Words words) {
        var charts = new LinkedHashMap<String, Map<String, Map<String, Figure>>>();
        for (var figure : report.rows()) {
            boolean ordered = List.of("day", "hour").contains(figure.by());
            charts.computeIfAbsent(figure.by(), by -> ordered ? new TreeMap<>() : new LinkedHashMap<>())
                    .computeIfAbsent(figure.key(), key -> new LinkedHashMap<>())
                    .put(figure.name(), figure);
        }
        var drawn = new ArrayList<Chart>();
        charts.forEach((by, parts) -> drawn.add(chart(by, parts, words)));
        return drawn;
    }

    private static Chart chart(String by, Map<String, Map<String, Figure>> parts, Words words) {
        var columns = new LinkedHashMap<String, Figure>();
        parts.values().forEach(part -> part.forEach(columns::putIfAbsent));
        boolean isDays = by.equals("day");
        var lines = parts.values().stream()
                .limit(isDays ? 731 : by.equals("hour") ? 168 : MOST_BARS)
                .map(part -> new Line(
                        words.part(part.values().iterator().next()),
                        columns.keySet().stream().map(part::get).toList()))
                .toList();
        return new Chart(by, isDays ? "line" : "bar", List.copyOf(columns.values()), lines);
    }
}
