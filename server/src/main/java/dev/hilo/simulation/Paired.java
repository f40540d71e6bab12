package dev.hilo.simulation;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * Two configurations on the same tickets.
 *
 * @param onlyFirst tickets on which the first alone was right
 * @param onlySecond tickets on which the second alone was right
 * @param difference of the shares that are right, second less first
 * @param low of its 95 % interval
 * @param p how likely so uneven a split is when both are as good (McNemar's test, exact)
 */
public record Paired(long onlyFirst, long onlySecond, long n, double difference, double low, double high, double p) {

    private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - Rate.ERROR / 2);

    /** The interval is Agresti and Min's: half a case is added to each of the four cells. */
    public static Paired of(long onlyFirst, long onlySecond, long n) {
        if (n == 0) return new Paired(0, 0, 0, 0, -1, 1, 1);
        double b = onlyFirst + 0.5;
        double c = onlySecond + 0.5;
        double all = n + 2.0;
        double centre = (c - b) / all;
        double half = Z * Math.sqrt(b + c - (c - b) * (c - b) / all) / all;
        double difference = (double) (onlySecond - onlyFirst) / n;
        return new Paired(onlyFirst, onlySecond, n, difference, centre - half, centre + half, p(onlyFirst, onlySecond));
    }

    private static double p(long onlyFirst, long onlySecond) {
        int changed = Math.toIntExact(onlyFirst + onlySecond);
        if (changed == 0) return 1;
        return BinomialTest.withDefaults()
                .with(AlternativeHypothesis.TWO_SIDED)
                .test(changed, Math.toIntExact(onlySecond), 0.5)
                .getPValue();
    }
}
