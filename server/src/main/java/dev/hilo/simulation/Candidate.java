package dev.hilo.simulation;

import java.util.List;

/**
 * A configuration that is tried beside the account's own. What is null is as the account has it.
 *
 * @param gate the confidence from which it answers
 * @param kinds of passages that it may know: {@code article}, {@code canned response}, {@code past reply} …
 * @param meaning false to compare by shared words alone
 */
public record Candidate(Double gate, List<String> kinds, Boolean meaning) {

    private static final int MOST_KINDS = 20;
    private static final int LONGEST_KIND = 100;

    boolean isPossible() {
        boolean few = kinds == null
                || kinds.size() <= MOST_KINDS && kinds.stream().noneMatch(kind -> kind.length() > LONGEST_KIND);
        return few && (gate == null || gate >= 0 && gate <= 1);
    }

    boolean isByWords() {
        return Boolean.FALSE.equals(meaning);
    }
}
