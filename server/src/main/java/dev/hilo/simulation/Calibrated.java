package dev.hilo.simulation;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A rate that a judge estimates on every case and that people correct on a random sample of them: the regression estimator of
 * two-phase sampling (Cochran, Sampling Techniques, 1977, chapter 12), known anew as prediction-powered inference
 * (Angelopoulos et al., Science 2023). A judge that agrees with people narrows the interval, one that does not is given no
 * weight; the judge's errors never bias the rate.
 */
public final class Calibrated {

    /**
     * One case.
     *
     * @param judged what the judge holds for how likely it is, 0 to 1
     * @param marked what a person said; null where nobody has looked
     */
    public record Case(double judged, Boolean marked) {}

    /** With fewer marks, only the marks count. */
    private static final int FEWEST_MARKS = 50;

    private static final double ASSUMED = 8;

    private static final double TWO_SIDED =
            NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - Rate.ERROR / 2);

    /**
     * @param value of the rate
     * @param variance of the value over samples
     * @param residual variance of one mark around what the judge said
     * @param judges variance that the number of cases leaves, which no further mark takes away
     */
    record Estimate(double value, double variance, double residual, double judges) {}

    private Calibrated() {}

    /** The marks are a random sample of the cases. */
    public static Rate rate(List<Case> cases) {
        long marked = cases.stream().filter(c -> c.marked != null).count();
        if (marked == 0) return new Rate(unchecked(cases), null, null, cases.size(), 0L);
        if (marked < FEWEST_MARKS) return ofMarksAlone(cases, marked);
        var estimate = estimate(cases);
        var interval = interval(estimate, cases.size(), TWO_SIDED);
        return new Rate(estimate.value, interval[0], interval[1], cases.size(), marked);
    }

    /** What the judge says; nobody has checked it, so it has no interval. */
    private static Double unchecked(List<Case> cases) {
        return cases.isEmpty()
                ? null
                : mean(cases.stream().mapToDouble(Case::judged).toArray());
    }

    private static Rate ofMarksAlone(List<Case> cases, long marked) {
        long hits = cases.stream().filter(c -> Boolean.TRUE.equals(c.marked)).count();
        var interval = clopperPearson(cases, TWO_SIDED);
        return new Rate((double) hits / marked, interval[0], interval[1], cases.size(), marked);
    }

    /** A rate among some of the tickets, as a share of all of them; the others are known not to count. */
    public static Rate within(List<Case> some, int all) {
        var rate = rate(some);
        if (all == 0 || rate.value() == null) return Rate.counted(0, all);
        double share = (double) some.size() / all;
        if (rate.low() == null) return new Rate(share * rate.value(), null, null, all, 0L);
        return new Rate(
                share * rate.value(), bound(some, all, -TWO_SIDED), bound(some, all, TWO_SIDED), all, rate.marked());
    }

    /** The largest such share that is credible, on one side. */
    public static double atMost(List<Case> some, int all, double error) {
        if (some.isEmpty()) return Rate.atMost(0, all, error);
        return bound(some, all, NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - error));
    }

    /** @param z how many deviations off: above the share when positive, below it when negative */
    private static double bound(List<Case> some, int all, double z) {
        double share = (double) some.size() / all;
        int side = z > 0 ? 1 : 0;
        if (some.stream().filter(c -> c.marked != null).count() < FEWEST_MARKS) {
            return share * clopperPearson(some, z)[side];
        }
        var part = estimate(some);
        double variance = share * share * part.variance + part.value * part.value * share * (1 - share) / all;
        var whole = new Estimate(share * part.value, variance, part.residual, part.judges);
        return interval(whole, all, Math.abs(z))[side];
    }

    private static double[] clopperPearson(List<Case> cases, double z) {
        long marked = cases.stream().filter(c -> c.marked != null).count();
        long hits = cases.stream().filter(c -> Boolean.TRUE.equals(c.marked)).count();
        if (marked == 0) return new double[] {0, 1};
        double error = 2 * (1 - NormalDistribution.of(0, 1).cumulativeProbability(Math.abs(z)));
        var interval = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate((int) marked, (int) hits, error);
        return new double[] {interval.getLowerBound(), interval.getUpperBound()};
    }

    static Estimate estimate(List<Case> cases) {
        var judged = cases.stream().mapToDouble(Case::judged).toArray();
        var sample = cases.stream().filter(c -> c.marked != null).toList();
        var seen = sample.stream().mapToDouble(c -> c.marked ? 1 : 0).toArray();
        var said = sample.stream().mapToDouble(Case::judged).toArray();
        double weight = weight(seen, said);
        var rest = new double[seen.length];
        for (int i = 0; i < rest.length; i++) rest[i] = seen[i] - weight * said[i];
        double value = mean(seen) + weight * (mean(judged) - mean(said));
        double n = sample.size();
        double residual = cautious(variance(rest), seen);
        double all = cases.size();
        double judges = Math.max(0, variance(seen) - residual) / all;
        return new Estimate(Math.clamp(value, 0, 1), judges + residual / n, residual, judges);
    }

    /**
     * Few marks hold few of the judge's errors, or none, and then make it look better than it is: eight more are assumed for
     * which it was no use.
     */
    private static double cautious(double residual, double[] seen) {
        double n = seen.length;
        double p = (n * mean(seen) + ASSUMED / 2) / (n + ASSUMED);
        return Math.min(
                ((n - 1) * residual + ASSUMED * p * (1 - p)) / (n - 1 + ASSUMED), Math.max(p * (1 - p), residual));
    }

    /** How far the judge is to be trusted: 0 when its figures say nothing about the marks. */
    private static double weight(double[] seen, double[] said) {
        double spread = variance(said);
        return spread == 0 ? 0 : Math.clamp(covariance(seen, said) / spread, 0, 2);
    }

    /**
     * Wilson's interval for as many independent cases as would leave the same variance: near 0 and 1, where a plain normal
     * interval is too short, it still holds what it promises.
     */
    private static double[] interval(Estimate estimate, int cases, double z) {
        double p = estimate.value;
        double bernoulli = Math.max(p * (1 - p), 0.25 / cases);
        double n = estimate.variance > 0 ? Math.min(cases, bernoulli / estimate.variance) : cases;
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
    }

    /**
     * How many more marks narrow the interval to a width.
     *
     * @return 0 when it is that narrow already; null when no number of marks on these cases does it
     */
    public static Integer marksFor(List<Case> cases, double width) {
        int marked = (int) cases.stream().filter(c -> c.marked != null).count();
        if (rate(cases).low() != null && rate(cases).width() <= width) return 0;
        double wanted = Math.pow(width / (2 * TWO_SIDED), 2);
        var known = marked < FEWEST_MARKS ? new Estimate(0.5, 0, 0.25, 0) : estimate(cases);
        double left = wanted - known.judges;
        if (left <= 0) return cases.size() / wanted > 0 && 0.25 / cases.size() < wanted ? cases.size() - marked : null;
        int needed = (int) Math.ceil(known.residual / left);
        return needed > cases.size() ? null : Math.max(1, needed - marked);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return values.length == 0 ? 0 : sum / values.length;
    }

    private static double variance(double[] values) {
        return covariance(values, values);
    }

    private static double covariance(double[] a, double[] b) {
        if (a.length < 2) return 0;
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += (a[i] - meanA) * (b[i] - meanB);
        return sum / (a.length - 1);
    }
}
