package dev.hilo.models;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How like the nearest example of each class a text is, by their vectors, in 8 bits a number. */
final class NearestExamples {

    private final byte[][] vectors;
    private final double[] lengths;
    private final int[] labels;
    private final int classes;

    private NearestExamples(byte[][] vectors, int[] labels, int classes) {
        this.vectors = vectors;
        this.labels = labels;
        this.classes = classes;
        lengths = new double[vectors.length];
        for (int i = 0; i < lengths.length; i++) lengths[i] = length(vectors[i]);
    }

    /** @param labels from 0 to classes - 1, one a vector */
    static NearestExamples of(float[][] vectors, int[] labels, int classes) {
        byte[][] packed = new byte[vectors.length][];
        for (int i = 0; i < packed.length; i++) packed[i] = Neighbours.packed(vectors[i]);
        return new NearestExamples(packed, labels.clone(), classes);
    }

    /**
     * Adds it to the scores of the classes, brought to their own spread.
     *
     * @param weight of it beside the scores
     */
    void addTo(float[] scores, float[] vector, double weight) {
        float[] likeness = likeness(vector);
        double spread = spread(likeness);
        if (spread == 0) return;
        double scale = weight * spread(scores) / spread;
        for (int i = 0; i < scores.length; i++) scores[i] += (float) (scale * likeness[i]);
    }

    /** The greatest cosine of each class; 0 for one without examples. */
    private float[] likeness(float[] vector) {
        byte[] asked = Neighbours.packed(vector);
        double length = length(asked);
        float[] most = new float[classes];
        for (int i = 0; i < vectors.length; i++) {
            float cosine = (float) (Neighbours.dot(asked, vectors[i]) / length / lengths[i]);
            if (cosine > most[labels[i]]) most[labels[i]] = cosine;
        }
        return most;
    }

    private static double length(byte[] vector) {
        return Math.sqrt(Math.max(1, Neighbours.dot(vector, vector)));
    }

    /** The standard deviation. */
    private static double spread(float[] values) {
        double mean = 0;
        for (float value : values) mean += value / values.length;
        double squares = 0;
        for (float value : values) squares += (value - mean) * (value - mean);
        return Math.sqrt(squares / values.length);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(classes);
        out.writeInt(vectors.length);
        out.writeInt(vectors[0].length);
        for (int i = 0; i < vectors.length; i++) {
            out.writeInt(labels[i]);
            out.write(vectors[i]);
        }
    }

    static NearestExamples read(DataInputStream in) throws IOException {
        int classes = in.readInt();
        byte[][] vectors = new byte[in.readInt()][];
        int dimension = in.readInt();
        int[] labels = new int[vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            labels[i] = in.readInt();
            vectors[i] = in.readNBytes(dimension);
        }
        return new NearestExamples(vectors, labels, classes);
    }
}
