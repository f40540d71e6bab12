package dev.hilo.simulation;

import dev.hilo.answers.draft.Similarity;
import dev.hilo.answers.text.Sentences;
import dev.hilo.answers.text.Words;
import dev.hilo.answers.voice.Voice;
import java.util.Comparator;
import java.util.List;

/**
 * Holds a text against what people really wrote. It compares meaning where the language is understood and words elsewhere,
 * and it is often wrong about a single ticket: its figures count only as far as people's marks bear them out
 * ({@link Calibrated}).
 */
final class Judge {

    private static final int FEWEST_WORDS = 4;
    private static final int MOST_COMPARED = 2;

    /** Where agreement and none are as likely, and how fast that changes. */
    private static final double SAME_MEANING = 0.78;

    private static final double MEANING_STEEPNESS = 22;
    private static final double SAME_WORDS = 0.34;
    private static final double WORDS_STEEPNESS = 14;

    private final Similarity similarity;

    Judge(Similarity similarity) {
        this.similarity = similarity;
    }

    /** Whether a reply says enough to be compared with. */
    static boolean saysEnough(String reply) {
        return Words.content(substance(reply)).size() >= FEWEST_WORDS;
    }

    /** @return how likely both say the same, from 0 to 1 */
    double agreement(String language, String reply, String text) {
        return best(language, reply, List.of(text));
    }

    /** @return how likely one of the texts holds what the reply says */
    double best(String language, String reply, List<String> texts) {
        String said = substance(reply);
        var others =
                texts.stream().map(Judge::substance).filter(t -> !t.isBlank()).toList();
        if (others.isEmpty() || said.isBlank()) return 0;
        double best = 0;
        others = likeliest(said, others);
        var meanings = similarity.of(language, said, others);
        for (int i = 0; i < others.size(); i++) {
            double likely = meanings == null
                    ? logistic(overlap(said, others.get(i)), SAME_WORDS, WORDS_STEEPNESS)
                    : logistic(meanings[i], SAME_MEANING, MEANING_STEEPNESS);
            best = Math.max(best, likely);
        }
        return best;
    }

    /** To compare meanings is dear: only the texts with most words in common are. */
    private static List<String> likeliest(String said, List<String> texts) {
        return texts.stream()
                .sorted(Comparator.comparingDouble((String text) -> -overlap(said, text)))
                .limit(MOST_COMPARED)
                .toList();
    }

    /** The share of the shorter text's words that the other has, at least a little weighed by the longer one's. */
    private static double overlap(String a, String b) {
        var one = Words.content(a);
        var two = Words.content(b);
        if (one.isEmpty() || two.isEmpty()) return 0;
        double shared = one.stream().filter(two::contains).count();
        return shared / Math.sqrt((double) one.size() * two.size());
    }

    /** Without greeting and farewell. */
    static String substance(String text) {
        return String.join(
                " ",
                Sentences.of(text).stream()
                        .filter(sentence -> !Voice.isCourtesy(sentence))
                        .toList());
    }

    private static double logistic(double value, double middle, double steepness) {
        return 1 / (1 + Math.exp((middle - value) * steepness));
    }
}
