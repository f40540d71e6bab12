package dev.hilo.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What a run says: four rates, never one, each with its interval and the number of tickets behind it; what each gate would
 * have meant; where knowledge is missing. The definitions are in {@code docs/simulation.md}.
 *
 * @param definitions their version
 * @param gate that the rates are of
 * @param curve from the strictest gate to none
 * @param recommended the most open gate for each tolerated share of wrong answers
 * @param reliability what a confidence was worth
 * @param marksWanted how many more marks narrow "right when answered" to ten points; null when none do
 */
public record Report(
        int definitions,
        SimulationView simulation,
        double gate,
        Rates overall,
        List<Rates> byTopic,
        List<Rates> byLanguage,
        List<Gate.Point> curve,
        List<Gate.Choice> recommended,
        List<Reliability> reliability,
        List<Gap> gaps,
        Integer marksWanted) {

    static final int DEFINITIONS = 1;
    private static final double[] TOLERANCES = {0.01, 0.02, 0.05};
    private static final double WANTED_WIDTH = 0.10;
    private static final int TENTHS = 10;

    /**
     * @param name of the topic or language; {@code all} for all tickets together
     * @param answerable what was known would have been enough
     * @param answered the agent was sure enough
     * @param rightWhenAnswered of those answered
     * @param wrongOut of all: answered, and wrong
     */
    public record Rates(
            String name, int tickets, Rate answerable, Rate answered, Rate rightWhenAnswered, Rate wrongOut) {}

    /** Drafts of about one confidence, and how many of them were right. */
    public record Reliability(double confidence, Rate right) {}

    static Report of(SimulationView simulation, List<SimulationCase> cases, double gate) {
        var gateCases = gateCases(cases);
        var answered = answered(cases, gate);
        return new Report(
                DEFINITIONS,
                simulation,
                gate,
                rates("all", cases, gate),
                grouped(cases, SimulationCase::topic, gate),
                grouped(cases, SimulationCase::language, gate),
                Gate.curve(gateCases),
                DoubleStream.of(TOLERANCES)
                        .mapToObj(tolerance -> Gate.choose(gateCases, tolerance))
                        .toList(),
                reliability(cases),
                Gaps.of(cases, gate),
                Calibrated.marksFor(
                        answered.stream().map(SimulationCase::rightCase).toList(), WANTED_WIDTH));
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
        var answered = answered(cases, gate);
        var wrong = answered.stream().map(SimulationCase::wrongCase).toList();
        return new Rates(
                name,
                cases.size(),
                Calibrated.rate(
                        cases.stream().map(SimulationCase::answerableCase).toList()),
                Rate.counted(answered.size(), cases.size()),
                Calibrated.rate(answered.stream().map(SimulationCase::rightCase).toList()),
                Calibrated.within(wrong, cases.size()));
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
