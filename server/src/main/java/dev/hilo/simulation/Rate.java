package dev.hilo.simulation;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A share of cases, with what is known of it.
 *
 * @param value from 0 to 1; null where there are no cases
 * @param low of the interval that holds the true share in 95 of 100 such samples; null where nothing can be said
 * @param n cases that the share is of
 * @param marked how many of them a person has looked at; null where nobody needs to, because the machine counts exactly
 */
public record Rate(Double value, Double low, Double high, long n, Long marked) {

    static final double ERROR = 0.05;

    /** Of something that is counted, not judged: Wilson's interval. */
    public static Rate counted(long hits, long n) {
        if (n == 0) return new Rate(null, null, null, 0, null);
        var interval =
                BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(Math.toIntExact(n), Math.toIntExact(hits), ERROR);
        return new Rate((double) hits / n, interval.getLowerBound(), interval.getUpperBound(), n, null);
    }

    /** The largest share that so many hits leave credible, on one side (Clopper and Pearson, exact). */
    public static double atMost(long hits, long n, double error) {
        if (n == 0 || hits == n) return 1;
        return BinomialConfidenceInterval.CLOPPER_PEARSON
                .fromErrorRate(Math.toIntExact(n), Math.toIntExact(hits), 2 * error)
                .getUpperBound();
    }

    public double width() {
        return low == null ? 1 : high - low;
    }
}
