package dev.hilo.models;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * What scores the classes of a text: vectors where there are any, words, or both added up; of few examples the nearest of each
 * class counts too.
 *
 * @param nearest null where there are many examples, or no vectors
 */
record LinearModel(SoftmaxRegression vectors, LinearWords words, float weightOfWords, NearestExamples nearest) {

    /** From so many examples a class on words count for more. */
    private static final int MANY = 30;
    /** How much the margins of words count beside the logits of vectors; tuned on a part of Banking77's training data. */
    private static final float WEIGHT_OF_WORDS = 2;

    private static final float WEIGHT_OF_FEW_WORDS = 0.5f;
    /** Of the nearest example of a class beside all else; tuned on a part of Banking77's training data. */
    private static final double WEIGHT_OF_NEAREST = 0.8;

    private static final double COST = 1;
    private static final long SEED = 7;

    /** @param withWords whether words are used also where there are vectors */
    static LinearModel train(List<Example> examples, List<String> labels, int[] given, boolean withWords) {
        int perClass = examples.size() / labels.size();
        boolean hasVectors = examples.stream().allMatch(example -> example.vector() != null);
        SoftmaxRegression vectors = null;
        LinearWords words = null;
        NearestExamples nearest = null;
        if (hasVectors) {
            float[][] inputs = examples.stream().map(Example::vector).toArray(float[][]::new);
            vectors = SoftmaxRegression.train(inputs, given, labels.size(), decay(perClass), SEED);
            if (perClass < MANY) nearest = NearestExamples.of(inputs, given, labels.size());
        }
        if (!hasVectors || withWords) {
            var texts = examples.stream().map(Example::text).toList();
            words = LinearWords.train(texts, given, labels.size(), COST);
        }
        return new LinearModel(vectors, words, perClass < MANY ? WEIGHT_OF_FEW_WORDS : WEIGHT_OF_WORDS, nearest);
    }

    /** Few examples are held on to less firmly; tuned on a part of Banking77's training data. */
    private static double decay(int perClass) {
        return Math.clamp(0.3 / Math.max(1, perClass), 0.002, 0.1);
    }

    float[] logits(String text, float[] vector) {
        if (vectors == null) return words.logits(text);
        float[] logits = vectors.logits(vector);
        if (words != null) {
            float[] more = words.logits(text);
            for (int i = 0; i < logits.length; i++) logits[i] += weightOfWords * more[i];
        }
        if (nearest != null) nearest.addTo(logits, vector, WEIGHT_OF_NEAREST);
        return logits;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeFloat(weightOfWords);
        out.writeBoolean(vectors != null);
        if (vectors != null) vectors.write(out);
        out.writeBoolean(words != null);
        if (words != null) words.write(out);
        out.writeBoolean(nearest != null);
        if (nearest != null) nearest.write(out);
    }

    static LinearModel read(DataInputStream in) throws IOException {
        float weightOfWords = in.readFloat();
        var vectors = in.readBoolean() ? SoftmaxRegression.read(in) : null;
        var words = in.readBoolean() ? LinearWords.read(in) : null;
        var nearest = in.readBoolean() ? NearestExamples.read(in) : null;
        return new LinearModel(vectors, words, weightOfWords, nearest);
    }
}
