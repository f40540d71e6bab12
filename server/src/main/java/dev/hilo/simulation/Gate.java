package dev.hilo.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How sure the agent has to be before it answers: what each gate would have meant, and which one keeps a promise.
 */
public final class Gate {

    /**
     * A ticket as it was replayed.
     *
     * @param confidence of the draft, 0 to 1; 0 where there was none
     * @param wrong how likely the judge holds it to be wrong, and what a person said
     */
    public record Case(double confidence, Calibrated.Case wrong) {}

    /**
     * What a gate would have meant.
     *
     * @param answered of all tickets
     * @param wrongOut of all tickets: answered, and wrong
     * @param right of those answered
     * @param rightOut of all tickets: answered, and right
     */
    public record Point(double gate, Rate answered, Rate right, Rate wrongOut, Rate rightOut) {

        private boolean isWorthIt() {
            return right.n() >= FEWEST_ANSWERS && right.value() >= FEWEST_RIGHT;
        }
    }

    /**
     * @param chosen on one half of the tickets; null when no gate keeps the promise
     * @param reported the same gate on the other half, which had no part in the choice
     */
    public record Choice(double tolerance, Point chosen, Point reported) {}

    private static final int STEPS = 40;
    private static final double ERROR = 0.05;

    /** So few answers that none of them could break the promise keep it even when most of them are wrong. */
    private static final double FEWEST_RIGHT = 0.5;

    private static final int FEWEST_ANSWERS = 10;

    private Gate() {}

    /** From the strictest gate to none. */
    public static List<Point> curve(List<Case> cases) {
        return gates(cases).stream().map(gate -> at(cases, gate)).toList();
    }

    public static Point at(List<Case> cases, double gate) {
        var answered = answered(cases, gate);
        var right = answered.stream().map(Gate::not).toList();
        return new Point(
                gate,
                Rate.counted(answered.size(), cases.size()),
                Calibrated.rate(right),
                Calibrated.within(answered, cases.size()),
                Calibrated.within(right, cases.size()));
    }

    private static List<Calibrated.Case> answered(List<Case> cases, double gate) {
        return cases.stream()
                .filter(c -> c.confidence > 0 && c.confidence >= gate)
                .map(Case::wrong)
                .toList();
    }

    private static Calibrated.Case not(Calibrated.Case wrong) {
        return new Calibrated.Case(1 - wrong.judged(), wrong.marked() == null ? null : !wrong.marked());
    }

    /**
     * The most open gate under which, as far as half of the tickets show, at most the tolerated share of all tickets goes out
     * wrong, with 95 % confidence. Gates are tried from the strictest on and the first that fails ends it, so that trying
     * many does not make one of them pass by luck (fixed-sequence testing; Learn then Test, Angelopoulos et al. 2021).
     */
    public static Choice choose(List<Case> cases, double tolerance) {
        var chosenOn = new ArrayList<Case>();
        var reportedOn = new ArrayList<Case>();
        for (int i = 0; i < cases.size(); i++) (i % 2 == 0 ? chosenOn : reportedOn).add(cases.get(i));
        Point chosen = null;
        for (double next : gates(chosenOn)) {
            if (Calibrated.atMost(answered(chosenOn, next), chosenOn.size(), ERROR) > tolerance) break;
            var point = at(chosenOn, next);
            if (point.isWorthIt()) chosen = point;
        }
        var reported = chosen == null ? null : at(reportedOn, chosen.gate);
        if (reported == null || reported.right.n() == 0) return new Choice(tolerance, null, null);
        return new Choice(tolerance, chosen, reported);
    }

    /** At most forty, at equal numbers of tickets. */
    private static List<Double> gates(List<Case> cases) {
        var sorted = cases.stream()
                .map(Case::confidence)
                .filter(confidence -> confidence > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        var gates = new ArrayList<Double>();
        for (int i = 1; i <= STEPS; i++) {
            int index = Math.max(0, i * sorted.size() / STEPS - 1);
            if (sorted.isEmpty()) break;
            double gate = sorted.get(index);
            if (gates.isEmpty() || gates.getLast() > gate) gates.add(gate);
        }
        return gates;
    }
}
