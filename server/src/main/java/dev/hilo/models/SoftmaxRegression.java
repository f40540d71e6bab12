package dev.hilo.models;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;

/**
 * A linear classifier of dense vectors (multinomial logistic regression), trained by Adam on small batches. The same seed and
 * examples give the same weights.
 */
final class SoftmaxRegression {

    private static final int BATCH = 64;
    private static final int FEWEST_STEPS = 400;
    private static final int EPOCHS = 12;

    private final int dimension;
    private final int classes;
    private final float[] mean;
    private final float scale;
    /** Of a dimension the weights of all classes in a row, the biases in the last: an order that vectorises. */
    private final float[] weights;

    private SoftmaxRegression(int dimension, int classes, float[] mean, float scale, float[] weights) {
        this.dimension = dimension;
        this.classes = classes;
        this.mean = mean;
        this.scale = scale;
        this.weights = weights;
    }

    /**
     * @param labels from 0 to classes - 1, one a vector
     * @param decay how strongly weights are drawn to zero
     */
    static SoftmaxRegression train(float[][] vectors, int[] labels, int classes, double decay, long seed) {
        int dimension = vectors[0].length;
        float[] mean = mean(vectors);
        float scale = scale(vectors, mean);
        var untrained = new SoftmaxRegression(dimension, classes, mean, scale, new float[(dimension + 1) * classes]);
        float[][] inputs = new float[vectors.length][];
        for (int i = 0; i < vectors.length; i++) inputs[i] = untrained.input(vectors[i]);
        untrained.descend(inputs, labels, decay, new Random(seed));
        return untrained;
    }

    private void descend(float[][] inputs, int[] labels, double decay, Random random) {
        int batches = (inputs.length + BATCH - 1) / BATCH;
        int steps = Math.max(FEWEST_STEPS, EPOCHS * batches);
        int[] order = new int[inputs.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        var adam = new Adam(weights.length);
        float[] gradient = new float[weights.length];
        for (int step = 0, at = order.length; step < steps; step++) {
            if (at >= order.length) {
                shuffle(order, random);
                at = 0;
            }
            int end = Math.min(at + BATCH, order.length);
            for (int i = 0; i < weights.length; i++) gradient[i] = (float) decay * weights[i];
            for (int i = at; i < end; i++) addGradient(inputs[order[i]], labels[order[i]], 1f / (end - at), gradient);
            adam.step(weights, gradient, 0.03 * (1 + Math.cos(Math.PI * step / steps)) / 2);
            at = end;
        }
    }

    private void addGradient(float[] input, int label, float weight, float[] gradient) {
        float[] delta = new float[classes];
        logitsOf(input, delta);
        double[] p = Probabilities.softmax(delta, 1);
        for (int c = 0; c < classes; c++) delta[c] = weight * (float) (p[c] - (c == label ? 1 : 0));
        for (int d = 0; d <= dimension; d++) {
            float x = input[d];
            int row = d * classes;
            for (int c = 0; c < classes; c++) gradient[row + c] += x * delta[c];
        }
    }

    float[] logits(float[] vector) {
        float[] out = new float[classes];
        logitsOf(input(vector), out);
        return out;
    }

    private void logitsOf(float[] input, float[] out) {
        for (int d = 0; d <= dimension; d++) {
            float x = input[d];
            int row = d * classes;
            for (int c = 0; c < classes; c++) out[c] += x * weights[row + c];
        }
    }

    private float[] input(float[] vector) {
        float[] input = new float[dimension + 1];
        for (int d = 0; d < dimension; d++) input[d] = (vector[d] - mean[d]) * scale;
        input[dimension] = 1;
        return input;
    }

    private static float[] mean(float[][] vectors) {
        float[] mean = new float[vectors[0].length];
        for (float[] vector : vectors) {
            for (int d = 0; d < mean.length; d++) mean[d] += vector[d] / vectors.length;
        }
        return mean;
    }

    /** Brings the numbers to a variance of 1 on the whole. */
    private static float scale(float[][] vectors, float[] mean) {
        double sum = 0;
        for (float[] vector : vectors) {
            for (int d = 0; d < mean.length; d++) sum += (vector[d] - mean[d]) * (vector[d] - mean[d]);
        }
        return sum == 0 ? 1 : (float) Math.sqrt((double) vectors.length * mean.length / sum);
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(dimension);
        out.writeInt(classes);
        out.writeFloat(scale);
        for (float x : mean) out.writeFloat(x);
        for (float x : weights) out.writeShort(Float.floatToFloat16(x));
    }

    static SoftmaxRegression read(DataInputStream in) throws IOException {
        int dimension = in.readInt();
        int classes = in.readInt();
        float scale = in.readFloat();
        float[] mean = new float[dimension];
        for (int i = 0; i < dimension; i++) mean[i] = in.readFloat();
        float[] weights = new float[(dimension + 1) * classes];
        for (int i = 0; i < weights.length; i++) weights[i] = Float.float16ToFloat(in.readShort());
        return new SoftmaxRegression(dimension, classes, mean, scale, weights);
    }
}
