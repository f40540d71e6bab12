package dev.hilo.insight;

import dev.hilo.models.Classifier;
import dev.hilo.models.EmbeddingModel;
import dev.hilo.models.Example;
import dev.hilo.models.Models;
import java.util.ArrayList;
import java.util.Locale;

/**
 * Tells how a message feels: by its words, and where a model serves its language also by its likeness to some examples. What
 * can be trusted is negative or not, and only with the confidence that comes with it.
 */
final class Feelings {

    private static final double WEIGHT_OF_WORDS = 0.5;

    private final Models models;
    private final SentimentWords words = new SentimentWords();
    private Classifier examples;

    Feelings(Models models) {
        this.models = models;
    }

    /** @param vector of the embedded model, null where it does not serve the language */
    Confident<Feeling> of(String text, String language, float[] vector) {
        double[] p = {1.0 / 3, 1.0 / 3, 1.0 / 3};
        boolean spoken = words.speak(language);
        if (spoken) p = ofWords(words.compound(text, language));
        if (vector != null && language.equals("en")) {
            double share = spoken ? WEIGHT_OF_WORDS : 0;
            for (var guess : examples().classify(text, vector)) {
                int feeling = Feeling.valueOf(guess.label()).ordinal();
                p[feeling] = share * p[feeling] + (1 - share) * guess.probability();
            }
        }
        int best = Feeling.NEUTRAL.ordinal();
        for (int i = 0; i < p.length; i++) if (p[i] > p[best]) best = i;
        return new Confident<>(Feeling.values()[best], p[best]);
    }

    /** A third each at a compound of a quarter or so. */
    private static double[] ofWords(double compound) {
        double bad = Math.exp(-4 * compound - 1);
        double good = Math.exp(4 * compound - 1);
        double sum = bad + good + 1;
        return new double[] {bad / sum, 1 / sum, good / sum};
    }

    private synchronized Classifier examples() {
        if (examples == null) {
            EmbeddingModel model = models.embedded();
            var lines = SentimentWords.read("sentiment/en.examples").lines().toList();
            var vectors = model.passages(lines.stream().map(Feelings::text).toList());
            var given = new ArrayList<Example>();
            for (int i = 0; i < lines.size(); i++) {
                given.add(new Example(text(lines.get(i)), vectors.get(i), label(lines.get(i))));
            }
            examples = Classifier.train(given, false);
        }
        return examples;
    }

    private static String label(String line) {
        return line.substring(0, line.indexOf('\t')).toUpperCase(Locale.ROOT);
    }

    private static String text(String line) {
        return line.substring(line.indexOf('\t') + 1);
    }
}
