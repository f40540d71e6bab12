package dev.hilo.models;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** A linear classifier of the words of a text: a support vector machine a class, by liblinear. */
final class LinearWords {

    private final WordFeatures features;
    private final int classes;
    /** In steps of {@link #step}: of a place the weights of all classes in a row. */
    private final byte[] weights;

    private final float step;

    private LinearWords(WordFeatures features, int classes, byte[] weights, float step) {
        this.features = features;
        this.classes = classes;
        this.weights = weights;
        this.step = step;
    }

    /** @param cost of an example on the wrong side; high ones fit more closely */
    static LinearWords train(List<String> texts, int[] labels, int classes, double cost) {
        Linear.disableDebugOutput();
        var features = WordFeatures.learn(texts);
        var problem = new Problem();
        problem.l = texts.size();
        problem.n = WordFeatures.PLACES;
        problem.x = texts.stream().map(text -> nodes(features.of(text))).toArray(Feature[][]::new);
        problem.y = new double[labels.length];
        for (int i = 0; i < labels.length; i++) problem.y[i] = labels[i];
        var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, 0.1);
        parameter.setRandom(new Random(1));
        var model = Linear.train(problem, parameter);
        return packed(features, classes, model.getFeatureWeights(), model.getLabels());
    }

    private static Feature[] nodes(WordFeatures.Sparse sparse) {
        var nodes = new Feature[sparse.places().length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new FeatureNode(sparse.places()[i] + 1, sparse.values()[i]);
        }
        return nodes;
    }

    /** liblinear keeps one row for two classes, and its classes in the order it met them. */
    private static LinearWords packed(WordFeatures features, int classes, double[] trained, int[] order) {
        double most = 1e-9;
        for (double w : trained) most = Math.max(most, Math.abs(w));
        float step = (float) (most / 127);
        byte[] weights = new byte[WordFeatures.PLACES * classes];
        int columns = order.length == 2 ? 1 : order.length;
        for (int place = 0; place < WordFeatures.PLACES; place++) {
            for (int column = 0; column < columns; column++) {
                byte w = (byte) Math.round(trained[place * columns + column] / step);
                weights[place * classes + order[column]] = w;
                if (columns == 1) weights[place * classes + order[1]] = (byte) -w;
            }
        }
        return new LinearWords(features, classes, weights, step);
    }

    float[] logits(String text) {
        var sparse = features.of(text);
        float[] out = new float[classes];
        for (int i = 0; i < sparse.places().length; i++) {
            int row = sparse.places()[i] * classes;
            float x = sparse.values()[i] * step;
            for (int c = 0; c < classes; c++) out[c] += x * weights[row + c];
        }
        return out;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(classes);
        out.writeFloat(step);
        for (float x : features.rarity()) out.writeShort(Float.floatToFloat16(x));
        out.write(weights);
    }

    static LinearWords read(DataInputStream in) throws IOException {
        int classes = in.readInt();
        float step = in.readFloat();
        float[] rarity = new float[WordFeatures.PLACES];
        for (int i = 0; i < rarity.length; i++) rarity[i] = Float.float16ToFloat(in.readShort());
        byte[] weights = in.readNBytes(WordFeatures.PLACES * classes);
        return new LinearWords(new WordFeatures(rarity), classes, weights, step);
    }
}
