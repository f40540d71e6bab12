package dev.hilo.models;

import java.util.ArrayList;
import java.util.List;

/**
 * How well a classifier does on examples that it has not seen.
 *
 * @param examples it was trained with, {@code heldOut} those it was measured on
 * @param accuracy how often its first guess is right
 * @param calibrationError by how much its probabilities are off on average (expected calibration error, ten bins)
 * @param known a guess is taken as one of the known classes from this score on; see {@link Classifier#knownScore}
 * @param reliability a row a tenth of probability that has examples
 */
public record Quality(
        int examples, int heldOut, double accuracy, double calibrationError, double known, List<Bin> reliability) {

    private static final int BINS = 10;

    /**
     * The guesses of a probability from here on, up to a tenth more.
     *
     * @param said their mean probability
     * @param held how many of them were right, from 0 to 1
     */
    public record Bin(double from, int guesses, double said, double held) {}

    /** @param right whether the first guess was, of each */
    public static Quality of(int examples, double[] probabilities, boolean[] right, double known) {
        double[] said = new double[BINS];
        int[] count = new int[BINS];
        int[] held = new int[BINS];
        int hits = 0;
        for (int i = 0; i < right.length; i++) {
            int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
            said[bin] += probabilities[i];
            count[bin]++;
            if (right[i]) {
                held[bin]++;
                hits++;
            }
        }
        double error = 0;
        var bins = new ArrayList<Bin>();
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] == 0) continue;
            error += Math.abs(said[bin] - held[bin]) / right.length;
            bins.add(new Bin((double) bin / BINS, count[bin], said[bin] / count[bin], (double) held[bin] / count[bin]));
        }
        return new Quality(
                examples,
                right.length,
                right.length == 0 ? 0 : (double) hits / right.length,
                error,
                known,
                List.copyOf(bins));
    }
}
