package dev.hilo.reports;

import dev.hilo.reports.Report.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Numbers out of what the database counts. */
final class Figures {

    private static final double Z = 1.959964;

    /** A part in this period and in the one before; either may be missing. */
    private record Both(Parts now, Parts before) {
        Parts any() {
            return now == null ? before : now;
        }
    }

    private final ReportKind kind;
    private final String filters;

    Figures(ReportKind kind, String filters) {
        this.kind = kind;
        this.filters = filters;
    }

    /** @param by null for all tickets */
    List<Figure> of(Measure measure, Dimension by, List<Parts> parts) {
        var paired = new LinkedHashMap<String, Both>();
        for (var part : parts) {
            paired.merge(
                    part.key(),
                    part.current() ? new Both(part, null) : new Both(null, part),
                    (one, other) -> new Both(
                            one.now == null ? other.now : one.now, one.before == null ? other.before : one.before));
        }
        if (by == null && paired.isEmpty()) paired.put("", new Both(null, null));
        var figures = new ArrayList<Figure>();
        paired.forEach((key, both) -> figures.addAll(of(measure, by, key, both)));
        return figures;
    }

    private List<Figure> of(Measure measure, Dimension by, String key, Both both) {
        return switch (measure.unit()) {
            case TICKETS -> List.of(count(measure, by, key, both));
            case AGE ->
                List.of(
                        count(measure, by, key, both),
                        time(measure, "_age_median", by, key, both, median(both.now), median(both.before)),
                        time(measure, "_age_p90", by, key, both, p90(both.now), p90(both.before)));
            case SECONDS ->
                List.of(
                        time(measure, "_median", by, key, both, median(both.now), median(both.before)),
                        time(measure, "_p90", by, key, both, p90(both.now), p90(both.before)));
            case SHARE -> List.of(share(measure, by, key, both));
        };
    }

    private Figure count(Measure measure, Dimension by, String key, Both both) {
        return figure(
                measure, "", by, key, both, "tickets", (double) tickets(both.now), (double) tickets(both.before), null);
    }

    private Figure time(
            Measure measure, String suffix, Dimension by, String key, Both both, Double now, Double before) {
        return figure(measure, suffix, by, key, both, "seconds", now, before, null);
    }

    private Figure share(Measure measure, Dimension by, String key, Both both) {
        return figure(measure, "", by, key, both, "share", share(both.now), share(both.before), interval(both.now));
    }

    private Figure figure(
            Measure measure,
            String suffix,
            Dimension by,
            String key,
            Both both,
            String unit,
            Double value,
            Double before,
            double[] interval) {
        return new Figure(
                measure.text() + suffix,
                measure.text(),
                by == null ? null : by.text(),
                by == null ? null : key,
                both.any() == null ? null : both.any().label(),
                unit,
                value,
                before,
                interval == null ? null : interval[0],
                interval == null ? null : interval[1],
                tickets(both.now),
                tickets(both.before),
                path(measure, by, key));
    }

    private String path(Measure measure, Dimension by, String key) {
        var path = new StringBuilder("/api/hilo/v1/reports/" + kind.text() + "/tickets?").append(filters);
        ReportAsked.add(path, "measure", measure.text());
        if (by != null) {
            ReportAsked.add(path, "by", by.text());
            ReportAsked.add(path, "key", key);
        }
        return path.toString();
    }

    /** The median and the 90th percentile in the hours in which the team works. */
    List<Figure> business(Measure measure, List<Double> now, List<Double> before) {
        var both = new Both(counted(now, true), counted(before, false));
        return List.of(
                time(measure, "_business_median", null, "", both, at(now, 0.5), at(before, 0.5)),
                time(measure, "_business_p90", null, "", both, at(now, 0.9), at(before, 0.9)));
    }

    private static Parts counted(List<Double> values, boolean current) {
        return new Parts("", null, current, values.size(), null, null, null);
    }

    /** As {@code percentile_cont} has it: between two values in a straight line. */
    static Double at(List<Double> values, double part) {
        if (values.isEmpty()) return null;
        var sorted = values.stream().sorted().toList();
        double place = part * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        double low = sorted.get(below);
        double high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return low + (high - low) * (place - below);
    }

    /** Wilson's interval of a share. */
    private static double[] interval(Parts parts) {
        if (parts == null || parts.tickets() == 0) return null;
        double n = parts.tickets();
        double p = parts.hits() / n;
        double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
    }

    private static long tickets(Parts parts) {
        return parts == null ? 0 : parts.tickets();
    }

    private static Double median(Parts parts) {
        return parts == null ? null : parts.median();
    }

    private static Double p90(Parts parts) {
        return parts == null ? null : parts.p90();
    }

    private static Double share(Parts parts) {
        return parts == null || parts.tickets() == 0 ? null : (double) parts.hits() / parts.tickets();
    }
}
