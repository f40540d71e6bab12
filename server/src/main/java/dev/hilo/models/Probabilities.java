package dev.hilo.models;

import java.util.List;

/** From scores to probabilities, and how far those can be believed. */
final class Probabilities {

    private Probabilities() {}

    /** @param temperature above 1 makes them humbler, below 1 surer */
    static double[] softmax(float[] logits, double temperature) {
        double most = Double.NEGATIVE_INFINITY;
        for (float z : logits) most = Math.max(most, z);
        double[] p = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) sum += p[i] = Math.exp((logits[i] - most) / temperature);
        for (int i = 0; i < p.length; i++) p[i] /= sum;
        return p;
    }

    /** The temperature at which the labels of held-out examples are least surprising, found by golden sections. */
    static double temperature(List<float[]> logits, int[] labels) {
        double low = Math.log(0.02);
        double high = Math.log(50);
        double golden = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < 40; i++) {
            double a = high - golden * (high - low);
            double b = low + golden * (high - low);
            if (surprise(logits, labels, Math.exp(a)) < surprise(logits, labels, Math.exp(b))) high = b;
            else low = a;
        }
        return Math.exp((low + high) / 2);
    }

    /** The mean of -log p of the right label. */
    static double surprise(List<float[]> logits, int[] labels, double temperature) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum -= Math.log(Math.max(1e-12, softmax(logits.get(i), temperature)[labels[i]]));
        }
        return sum / labels.length;
    }

    static int best(double[] p) {
        int best = 0;
        for (int i = 1; i < p.length; i++) if (p[i] > p[best]) best = i;
        return best;
    }
}
