package dev.hilo.knowledge;

import java.util.Arrays;
import java.util.Map;

/**
 * One order out of two: how close the meanings are, and how many of the rarer words are shared. Each is spread over 0 to 1
 * among what was found, then weighted; the ranks alone would be worse (docs/ai-quality.md).
 */
public final class Fusion {

    /** Of the meaning; the embedded model knows English, and little else. */
    private static final Map<String, Double> WEIGHTS = Map.of("en", 0.8, "es", 0.2);

    private Fusion() {}

    /** @param language that a model serves */
    public static double weight(String language) {
        return WEIGHTS.getOrDefault(language.split("-")[0], 0.8);
    }

    /**
     * @param meaning cosines; NaN where one is not known
     * @param words scores of the words; 0 where none is shared
     */
    public static double[] fuse(double[] meaning, double[] words, double weight) {
        double[] close = spread(meaning);
        double[] shared = spread(words);
        double[] fused = new double[close.length];
        for (int i = 0; i < fused.length; i++) fused[i] = weight * close[i] + (1 - weight) * shared[i];
        return fused;
    }

    private static double[] spread(double[] scores) {
        double least = Arrays.stream(scores).filter(s -> !Double.isNaN(s)).min().orElse(0);
        double most = Arrays.stream(scores).filter(s -> !Double.isNaN(s)).max().orElse(0);
        double width = most - least;
        return Arrays.stream(scores)
                .map(s -> Double.isNaN(s) ? 0 : width == 0 ? 1 : (s - least) / width)
                .toArray();
    }
}
