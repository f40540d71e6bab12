package dev.hilo.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run says: four rates, never one, each with its interval and the number of tickets behind it; what each gate would
 * have meant; where knowledge is missing. The definitions are in {@code docs/simulation.md}.
 *
 * @param definitions their version
 * @param gate that the rates are of
 * @param here the same gate as a point of the curve
 * @param curve from the strictest gate to none
 * @param recommended what to do for each tolerated share of wrong answers
 * @param reliability what a confidence was worth
 * @param advice how many more marks narrow "right when answered" to what is wanted
 * @param monthAhead null where too few weeks were replayed to tell
 */
public record Report(
        int definitions,
        SimulationView simulation,
        double gate,
        Rates overall,
        Gate.Point here,
        List<Rates> byTopic,
        List<Rates> byLanguage,
        List<Gate.Point> curve,
        List<Recommended> recommended,
        List<TopicRecommended> recommendedByTopic,
        List<Reliability> reliability,
        List<Gap> gaps,
        List<Advice> advice,
        MonthAhead monthAhead) {

    static final int DEFINITIONS = 2;
    static final List<Double> TOLERANCES = List.of(0.01, 0.02, 0.05, 0.1);
    private static final List<Double> WIDTHS = List.of(0.2, 0.1, 0.06);
    private static final int TENTHS = 10;

    /**
     * @param name of the topic or language; {@code all} for all tickets together
     * @param answerable what was known would have been enough
     * @param answered the agent was sure enough
     * @param rightWhenAnswered of those answered
     * @param wrongOut of all: answered, and wrong
     * @param rightOut of all: answered, and right
     */
    public record Rates(
            String name,
            int tickets,
            Rate answerable,
            Rate answered,
            Rate rightWhenAnswered,
            Rate wrongOut,
            Rate rightOut) {}

    /** Drafts of about one confidence, and how many of them were right. */
    public record Reliability(double confidence, Rate right) {}

    /**
     * @param mode as far as these tickets and marks allow
     * @param chosen on one half of the tickets; null when no gate keeps the promise
     * @param reported the same gate on the other half
     */
    public record Recommended(double tolerance, Mode mode, Gate.Point chosen, Gate.Point reported) {}

    public record TopicRecommended(String topic, int tickets, List<Recommended> recommended) {}

    /** How far an agent may go. */
    public enum Mode {
        /** It has nothing to say. */
        OFF,
        /** Drafts are made and kept, and nobody sees them. */
        SHADOW,
        /** More than half of its drafts are right for sure: people may look at them. */
        COMPOSER,
        /** A gate keeps the promise on one half of the tickets, and held it on the other. */
        REPLY
    }

    /** @param marks how many more; 0 when it is that narrow, null when no number on these tickets does it */
    public record Advice(double width, Integer marks) {}

    private static final double MOSTLY_RIGHT = 0.5;

    static Report of(SimulationView simulation, List<SimulationCase> cases, double gate) {
        var gateCases = gateCases(cases);
        var answered = answered(cases, gate);
        return new Report(
                DEFINITIONS,
                simulation,
                gate,
                rates("all", cases, gate),
                Gate.at(gateCases, gate),
                grouped(cases, SimulationCase::topic, gate),
                grouped(cases, SimulationCase::language, gate),
                Gate.curve(gateCases),
                recommended(cases, gate),
                recommendedByTopic(cases, gate),
                reliability(cases),
                Gaps.of(cases, gate),
                advice(answered.stream().map(SimulationCase::rightCase).toList()),
                MonthAhead.of(cases, gate));
    }

    private static List<Advice> advice(List<Calibrated.Case> answered) {
        return WIDTHS.stream()
                .map(width -> new Advice(width, Calibrated.marksFor(answered, width)))
                .toList();
    }

    private static List<Recommended> recommended(List<SimulationCase> cases, double gate) {
        var gateCases = gateCases(cases);
        var now = Gate.at(gateCases, gate);
        return TOLERANCES.stream()
                .map(tolerance -> recommended(Gate.choose(gateCases, tolerance), now))
                .toList();
    }

    private static Recommended recommended(Gate.Choice choice, Gate.Point now) {
        boolean held = choice.reported() != null && choice.reported().wrongOut().value() <= choice.tolerance();
        var right = now.right();
        Mode mode;
        if (held) mode = Mode.REPLY;
        else if (right.low() != null && right.low() > MOSTLY_RIGHT) mode = Mode.COMPOSER;
        else mode = now.right().n() == 0 ? Mode.OFF : Mode.SHADOW;
        return new Recommended(choice.tolerance(), mode, choice.chosen(), choice.reported());
    }

    private static List<TopicRecommended> recommendedByTopic(List<SimulationCase> cases, double gate) {
        return cases.stream().collect(Collectors.groupingBy(SimulationCase::topic)).entrySet().stream()
                .map(topic -> new TopicRecommended(
                        topic.getKey(), topic.getValue().size(), recommended(topic.getValue(), gate)))
                .sorted(Comparator.comparingInt(TopicRecommended::tickets)
                        .reversed()
                        .thenComparing(TopicRecommended::topic))
                .toList();
    }

    static List<Gate.Case> gateCases(List<SimulationCase> cases) {
        return cases.stream()
                .map(c -> new Gate.Case(c.confidence(), c.wrongCase()))
                .toList();
    }

    private static List<SimulationCase> answered(List<SimulationCase> cases, double gate) {
        return cases.stream().filter(c -> c.isAnswered(gate)).toList();
    }

    private static Rates rates(String name, List<SimulationCase> cases, double gate) {
        var answerable = cases.stream().map(SimulationCase::answerableCase).toList();
        var point = Gate.at(gateCases(cases), gate);
        return new Rates(
                name,
                cases.size(),
                Calibrated.rate(answerable),
                point.answered(),
                point.right(),
                point.wrongOut(),
                point.rightOut());
    }

    private static List<Rates> grouped(List<SimulationCase> cases, Function<SimulationCase, String> by, double gate) {
        return cases.stream().collect(Collectors.groupingBy(by)).entrySet().stream()
                .map(group -> rates(group.getKey(), group.getValue(), gate))
                .sorted(Comparator.comparingInt(Rates::tickets).reversed().thenComparing(Rates::name))
                .toList();
    }

    private static List<Reliability> reliability(List<SimulationCase> cases) {
        var tenths = new ArrayList<Reliability>();
        for (int i = 0; i < TENTHS; i++) {
            int tenth = i;
            var here = cases.stream()
                    .filter(c -> c.confidence() > 0)
                    .filter(c -> Math.min(TENTHS - 1, (int) (c.confidence() * TENTHS)) == tenth)
                    .toList();
            if (here.isEmpty()) continue;
            double mean = here.stream()
                    .mapToDouble(SimulationCase::confidence)
                    .average()
                    .orElse(0);
            tenths.add(new Reliability(
                    mean,
                    Calibrated.rate(here.stream().map(SimulationCase::rightCase).toList())));
        }
        return tenths;
    }
}
