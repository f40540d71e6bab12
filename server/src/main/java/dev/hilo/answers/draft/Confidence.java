package dev.hilo.answers.draft;

import dev.hilo.answers.text.Words;

/** How sure one may be that a passage answers a question. */
final class Confidence {

    /**
     * Where an answer and none are as likely, and how fast that changes; of the embedded model. Of the demo's English
     * questions it lets 75 % through at a confidence of 0.7 and 42 % at 0.9; of the same with their article gone 18 % and 1 %.
     */
    private static final double MIDDLE = 0.68;

    private static final double STEEPNESS = 30;
    /** Shared words say little: never sure. */
    private static final double MOST_BY_WORDS = 0.9;

    private static final int MANY_SHARED = 4;
    private static final int FEW_ASKED = 2;
    /** That a customer once asked in the same words says nothing of the answer. */
    private static final double MOST_OF_PAST_REPLY = 0.6;

    private Confidence() {}

    static double of(String question, Passage passage) {
        return passage.similarity() != null ? ofMeaning(passage.similarity()) : ofWords(question, passage);
    }

    private static double ofMeaning(double similarity) {
        return 1 / (1 + Math.exp((MIDDLE - similarity) * STEEPNESS));
    }

    private static double ofWords(String question, Passage passage) {
        var asked = Words.content(question);
        var title = Words.content(passage.title());
        var text = Words.content(passage.text());
        double ofTitle = title.isEmpty()
                ? 0
                : (double) title.stream().filter(asked::contains).count() / title.size();
        long shared = asked.stream()
                .filter(w -> text.contains(w) || title.contains(w))
                .count();
        double ofAsked = Math.min(1.0, (double) shared / Math.clamp(asked.size(), FEW_ASKED, MANY_SHARED));
        double most = passage.isPastReply() ? MOST_OF_PAST_REPLY : MOST_BY_WORDS;
        return Math.min(most, 0.5 * ofTitle + 0.5 * ofAsked);
    }
}
