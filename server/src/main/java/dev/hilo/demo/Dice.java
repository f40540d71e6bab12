package dev.hilo.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that can be repeated: the same seed gives the same throws. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Dice of their own for one thing among many, so that a change to one does not change the others. */
    static Dice of(long seed, String kind, long number) {
        return new Dice(seed * 0x9E3779B97F4A7C15L ^ (kind.hashCode() * 0xC2B2AE3D27D4EB4FL + number));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends are possible. */
    int between(int lowest, int highest) {
        return random.nextInt(lowest, highest + 1);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** An index, each as probable as its weight. */
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) sum += weight;
        double thrown = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            thrown -= weights[i];
            if (thrown < 0) return i;
        }
        return weights.length - 1;
    }

    /** Mostly near the median, sometimes far above: how long people take. */
    double around(double median, double spread) {
        return median * Math.exp(spread * random.nextGaussian());
    }
}
