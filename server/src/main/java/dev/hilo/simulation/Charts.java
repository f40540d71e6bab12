package dev.hilo.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where the lines and dots of a report's two charts lie, in the units of their boxes.
 *
 * @param line the share that goes out wrong, over the share that is answered
 * @param band its interval; empty where nobody has marked enough
 * @param here the gate that is looked at; null when it answers nothing
 * @param mostWrong what the upward axis ends at
 * @param worth what a confidence was worth: each dot with its interval
 */
public record Charts(String line, String band, List<Dot> dots, Dot here, double mostWrong, List<Whisker> worth) {

    public record Dot(double x, double y, String title) {}

    /** @param low y of the interval's lower end; null where there is none */
    public record Whisker(double x, double y, Double low, Double high, double radius, String title) {}

    static final double WIDTH = 600;
    static final double HEIGHT = 240;
    /** The chart of confidences is a square. */
    static final double SIDE = 240;

    static Charts of(Report report, Gate.Point here, Told told) {
        double most = mostWrong(report.curve());
        var dots = report.curve().stream().map(p -> dot(p, most, told)).toList();
        return new Charts(
                dots.stream().map(d -> point(d.x, d.y)).collect(Collectors.joining(" ")),
                band(report.curve(), most),
                dots,
                here.answered().n() == 0 || here.answered().value() == 0 ? null : dot(here, most, told),
                most,
                report.reliability().stream().map(r -> whisker(r, told)).toList());
    }

    /** The next tenth above the curve. */
    private static double mostWrong(List<Gate.Point> curve) {
        double most = curve.stream()
                .mapToDouble(p -> orZero(p.wrongOut().value()))
                .max()
                .orElse(0);
        return Math.clamp(Math.ceil(most * 10 + 1e-9) / 10, 0.1, 1);
    }

    private static Dot dot(Gate.Point p, double most, Told told) {
        return new Dot(orZero(p.answered().value()) * WIDTH, y(p.wrongOut().value(), most), told.gate(p));
    }

    private static double y(Double wrong, double most) {
        return HEIGHT - Math.min(1, orZero(wrong) / most) * HEIGHT;
    }

    /** There along the upper ends, back along the lower ones. */
    private static String band(List<Gate.Point> curve, double most) {
        var points = new ArrayList<String>();
        var known = curve.stream().filter(p -> p.wrongOut().low() != null).toList();
        for (var p : known)
            points.add(point(p.answered().value() * WIDTH, y(p.wrongOut().high(), most)));
        for (var p : known.reversed())
            points.add(point(p.answered().value() * WIDTH, y(p.wrongOut().low(), most)));
        return String.join(" ", points);
    }

    private static Whisker whisker(Report.Reliability r, Told told) {
        var right = r.right();
        return new Whisker(
                r.confidence() * SIDE,
                SIDE - orZero(right.value()) * SIDE,
                right.low() == null ? null : SIDE - right.low() * SIDE,
                right.low() == null ? null : SIDE - right.high() * SIDE,
                Math.clamp(2 + Math.sqrt(right.n()) / 3, 3, 9),
                told.worth(r));
    }

    private static double orZero(Double value) {
        return value == null ? 0 : value;
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
