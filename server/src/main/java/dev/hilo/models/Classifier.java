package dev.hilo.models;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Tells which of some classes a text belongs to, as it was taught by examples, and how likely that is. */
public final class Classifier {

    private static final int FORMAT = 2;
    /** Nearest examples that say whether a text is like anything known. */
    private static final int NEAREST = 5;

    private final List<String> labels;
    private final LinearModel model;
    private final double temperature;
    private final Neighbours examples;
    private final Quality quality;

    Classifier(List<String> labels, LinearModel model, double temperature, Neighbours examples, Quality quality) {
        this.labels = labels;
        this.model = model;
        this.temperature = temperature;
        this.examples = examples;
        this.quality = quality;
    }

    /**
     * Trains on all examples, after measuring on held-out ones how well that goes. The same examples in the same order make
     * the same classifier.
     *
     * @param withWords whether words are used also where there are vectors: more exact, and larger
     * @throws IllegalArgumentException with fewer than two classes
     */
    public static Classifier train(List<Example> examples, boolean withWords) {
        return new Trainer(examples, withWords).train();
    }

    /** The likeliest class first. */
    public List<Guess> classify(String text, float[] vector) {
        double[] p = Probabilities.softmax(model.logits(text, vector), temperature);
        var guesses = new ArrayList<Guess>(p.length);
        for (int i = 0; i < p.length; i++) guesses.add(new Guess(labels.get(i), p[i]));
        guesses.sort(Comparator.comparingDouble(Guess::probability).reversed());
        return guesses;
    }

    /**
     * How much a text is like what is known: √p × the mean cosine of its nearest examples, where it has a vector. What scores
     * below {@link Quality#known} is probably something else.
     */
    public double knownScore(double probability, float[] vector) {
        return knownScore(probability, vector, examples);
    }

    static double knownScore(double probability, float[] vector, Neighbours examples) {
        if (vector == null || examples.size() == 0) return Math.sqrt(probability);
        double mean = examples.nearest(vector, NEAREST).stream()
                .mapToDouble(Neighbours.Near::cosine)
                .average()
                .orElse(1);
        return Math.sqrt(probability) * mean;
    }

    public List<String> labels() {
        return labels;
    }

    public Quality quality() {
        return quality;
    }

    /** Without its quality, which is kept beside it. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(FORMAT);
            out.writeDouble(temperature);
            out.writeInt(labels.size());
            for (String label : labels) out.writeUTF(label);
            model.write(out);
            examples.write(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** @throws ModelUnusable where another version of Hilo wrote it in another form */
    public static Classifier of(byte[] bytes, Quality quality) {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readInt() != FORMAT) throw new ModelUnusable("it is in the form of another version");
            double temperature = in.readDouble();
            var labels = new ArrayList<String>();
            for (int left = in.readInt(); left > 0; left--) labels.add(in.readUTF());
            return new Classifier(List.copyOf(labels), LinearModel.read(in), temperature, Neighbours.read(in), quality);
        } catch (IOException e) {
            throw new ModelUnusable("it is damaged", e);
        }
    }
}
