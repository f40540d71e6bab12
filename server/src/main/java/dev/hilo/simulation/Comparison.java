package dev.hilo.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two runs over the same tickets.
 *
 * @param right answered, and right: the second less the first
 * @param wrong answered, and wrong: the second less the first
 * @param judged of the drafts that were compared, how many no person has marked: the judge alone decided
 * @param broken right with the first, not with the second
 * @param mended the other way round
 */
public record Comparison(
        long first,
        long second,
        int tickets,
        Paired right,
        Paired wrong,
        int judged,
        List<Changed> broken,
        List<Changed> mended) {

    public record Changed(long ticketId, String subject, String before, String after) {}

    private static final double LIKELIER_RIGHT = 0.5;
    private static final int MOST_SHOWN = 50;

    /** What a run did with a ticket. @param right null when it was not answered */
    private record Outcome(SimulationCase of, Boolean right, boolean marked) {}

    static Comparison of(Report one, List<SimulationCase> ones, Report two, List<SimulationCase> twos) {
        var others = new HashMap<Long, SimulationCase>();
        for (var c : twos) others.put(c.ticketId(), c);
        var pairs = new ArrayList<Map.Entry<Outcome, Outcome>>();
        for (var c : ones) {
            var other = others.get(c.ticketId());
            if (other != null) pairs.add(Map.entry(outcome(c, other, one.gate()), outcome(other, c, two.gate())));
        }
        return new Comparison(
                one.simulation().id(),
                two.simulation().id(),
                pairs.size(),
                paired(pairs, true),
                paired(pairs, false),
                (int) pairs.stream()
                        .flatMap(p -> List.of(p.getKey(), p.getValue()).stream())
                        .filter(o -> o.right != null && !o.marked)
                        .count(),
                changed(pairs, true),
                changed(pairs, false));
    }

    /** A draft that is the same in both runs has the mark that it has in either. */
    private static Outcome outcome(SimulationCase c, SimulationCase other, double gate) {
        var mark = c.mark() == null && c.draft().equals(other.draft()) ? other.mark() : c.mark();
        if (!c.isAnswered(gate)) return new Outcome(c, null, false);
        return new Outcome(c, mark == null ? c.right() >= LIKELIER_RIGHT : mark.isRight(), mark != null);
    }

    private static Paired paired(List<Map.Entry<Outcome, Outcome>> pairs, boolean right) {
        long first = pairs.stream()
                .filter(p -> is(p.getKey(), right) && !is(p.getValue(), right))
                .count();
        long second = pairs.stream()
                .filter(p -> !is(p.getKey(), right) && is(p.getValue(), right))
                .count();
        return Paired.of(first, second, pairs.size());
    }

    private static boolean is(Outcome outcome, boolean right) {
        return outcome.right != null && outcome.right == right;
    }

    private static List<Changed> changed(List<Map.Entry<Outcome, Outcome>> pairs, boolean broken) {
        return pairs.stream()
                .filter(p -> is(p.getKey(), true) == broken && is(p.getValue(), true) != broken)
                .limit(MOST_SHOWN)
                .map(p -> new Changed(
                        p.getKey().of.ticketId(),
                        p.getKey().of.subject(),
                        p.getKey().of.draft(),
                        p.getValue().of.draft()))
                .toList();
    }
}
