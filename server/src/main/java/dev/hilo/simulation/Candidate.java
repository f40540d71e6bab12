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

    boolean isByWords() {
        return Boolean.FALSE.equals(meaning);
    }
}
