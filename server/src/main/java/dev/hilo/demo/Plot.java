package dev.hilo.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes each ticket's flow a little different from the others of its kind. */
record Plot(Lines lines, Dice dice) {

    private static final Duration FRESH = Duration.ofDays(20);

    /** Some customers come back with one more question, and some of the fresh tickets are not that far yet. */
    List<String> varied(List<String> steps, Duration age) {
        var varied = new ArrayList<>(steps);
        if (allowsMore(steps) && dice.chance(0.22)) varied.addAll(List.of("followup", "answer2"));
        if (dice.chance(0.26)) varied.add(dice.between(0, varied.size() - 1), dice.chance(0.3) ? "vip" : "note");
        boolean isFresh = age.compareTo(FRESH) < 0;
        return isFresh && dice.chance(0.45) ? begun(varied) : varied;
    }

    private boolean allowsMore(List<String> steps) {
        return lines.has("followup") && lines.has("answer2") && !steps.contains("followup") && steps.contains("answer");
    }

    private List<String> begun(List<String> steps) {
        var begun = new ArrayList<>(steps.subList(0, dice.between(0, steps.size() - 1)));
        begun.add("stuck");
        return begun;
    }
}
