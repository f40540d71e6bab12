package dev.hilo.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Suggested values against the ones that people settled on.
 *
 * @param macroF1 the mean over the values of the harmonic mean of precision and recall: rare values count as much as common
 *     ones
 * @param top1 share of tickets whose first suggestion was the final value
 * @param top3 share of tickets with the final value among the first three
 */
public record Agreement(double macroF1, Rate top1, Rate top3) {

    /** @param suggested the likeliest first; empty when nothing was suggested */
    public record Case(String settled, List<String> suggested) {}

    public static Agreement of(List<Case> cases) {
        long first = cases.stream()
                .filter(c -> !c.suggested.isEmpty() && c.suggested.getFirst().equals(c.settled))
                .count();
        long three = cases.stream()
                .filter(c -> c.suggested.stream().limit(3).anyMatch(c.settled::equals))
                .count();
        return new Agreement(macroF1(cases), Rate.counted(first, cases.size()), Rate.counted(three, cases.size()));
    }

    /** What always suggesting the commonest values would have reached. */
    public static Agreement ofMajority(List<String> earlier, List<String> settled) {
        var commonest = new LinkedHashMap<String, Long>();
        for (var value : earlier) commonest.merge(value, 1L, Long::sum);
        var suggestion = commonest.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(3)
                .toList();
        return of(settled.stream().map(value -> new Case(value, suggestion)).toList());
    }

    private static double macroF1(List<Case> cases) {
        var values = cases.stream().map(Case::settled).distinct().toList();
        return values.stream().mapToDouble(value -> f1(cases, value)).average().orElse(0);
    }

    private static double f1(List<Case> cases, String value) {
        long both = 0;
        long either = 0;
        for (var c : cases) {
            boolean was = c.settled.equals(value);
            boolean said = !c.suggested.isEmpty() && c.suggested.getFirst().equals(value);
            if (was && said) both++;
            either += (was ? 1 : 0) + (said ? 1 : 0);
        }
        return either == 0 ? 0 : 2.0 * both / either;
    }
}
