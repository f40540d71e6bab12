package dev.hilo.simulation;

import dev.hilo.answers.draft.Passage;
import dev.hilo.answers.draft.Passages;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a candidate may know of what is known. */
record OnlySome(Passages all, Candidate candidate) implements Passages {

    /** So many times more are asked for, since some go. */
    private static final int SPARE = 4;

    static Passages of(Passages all, Candidate candidate) {
        return candidate == null ? all : new OnlySome(all, candidate);
    }

    @Override
    public List<Passage> find(Asked asked) {
        if (candidate.kinds() == null)
            return all.find(asked).stream().map(this::seen).toList();
        var more = new Asked(
                asked.accountId(),
                asked.text(),
                asked.language(),
                asked.audience(),
                asked.asOf(),
                asked.most() * SPARE);
        return all.find(more).stream()
                .filter(passage -> candidate.kinds().contains(passage.kind()))
                .limit(asked.most())
                .map(this::seen)
                .toList();
    }

    private Passage seen(Passage p) {
        if (!candidate.isByWords()) return p;
        return new Passage(p.id(), p.kind(), p.title(), p.address(), p.language(), p.text(), p.score(), null);
    }

    @Override
    public void prepare(long accountId, BooleanSupplier stopped) {
        all.prepare(accountId, stopped);
    }
}
