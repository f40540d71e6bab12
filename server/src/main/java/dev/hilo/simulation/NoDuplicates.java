package dev.hilo.simulation;

import dev.hilo.answers.draft.Passage;
import dev.hilo.answers.draft.Passages;
import dev.hilo.answers.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was known, without the ticket's own doubles: the same text sent twice, merged or split tickets, one outage reported in
 * the same words. To find those again is no knowledge, so a simulation may not count on it.
 */
final class NoDuplicates implements Passages {

    private static final int RUN = 3;
    private static final double DOUBLE = 0.6;
    /** So many more are asked for, since some go. */
    private static final int SPARE = 4;

    private final Passages all;

    NoDuplicates(Passages all) {
        this.all = all;
    }

    @Override
    public List<Passage> find(Asked asked) {
        var more = new Asked(
                asked.accountId(),
                asked.text(),
                asked.language(),
                asked.audience(),
                asked.asOf(),
                asked.most() + SPARE);
        var runs = runs(asked.text());
        return all.find(more).stream()
                .filter(passage -> !isDouble(runs, passage))
                .limit(asked.most())
                .toList();
    }

    private static boolean isDouble(Set<String> runs, Passage passage) {
        if (!passage.kind().equals(Passage.PAST_REPLY) || runs.isEmpty()) return false;
        var others = runs(passage.title() + " " + passage.text());
        long shared = runs.stream().filter(others::contains).count();
        return shared >= DOUBLE * runs.size();
    }

    /** Each three words that follow one another. */
    private static Set<String> runs(String text) {
        var words = Words.of(text);
        var runs = new HashSet<String>();
        for (int i = 0; i + RUN <= words.size(); i++) runs.add(String.join(" ", words.subList(i, i + RUN)));
        return runs;
    }
}
