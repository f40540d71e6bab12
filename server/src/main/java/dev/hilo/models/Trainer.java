package dev.hilo.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes a classifier. Held-out examples, a fifth of each class or, of few, each fifth in turn, tell its temperature and its
 * quality; these are told from one half of them and measured on the other, so that the measure is honest.
 */
final class Trainer {

    private static final long SEED = 7;
    private static final int FOLDS = 5;
    /** Up to so many examples each fold is held out in turn. */
    private static final int FEW = 3000;
    /** Held-out examples whose likeness is measured, against so many of the others. */
    private static final int COMPARED = 400;

    private static final int COMPARED_WITH = 2000;
    /** The part of the known that a score must let through. */
    private static final double LET_THROUGH = 0.95;

    private final List<Example> examples;
    private final boolean withWords;
    private final List<String> labels;
    private final int[] given;
    private final int[] fold;

    private final List<float[]> logits = new ArrayList<>();
    private final List<Integer> heldOut = new ArrayList<>();
    private final Map<Integer, Neighbours> othersOfFold = new HashMap<>();

    Trainer(List<Example> examples, boolean withWords) {
        this.examples = examples;
        this.withWords = withWords;
        this.labels = examples.stream().map(Example::label).distinct().sorted().toList();
        if (labels.size() < 2) throw new IllegalArgumentException("There are not two classes to tell apart");
        var index = new HashMap<String, Integer>();
        labels.forEach(label -> index.put(label, index.size()));
        given = examples.stream()
                .mapToInt(example -> index.get(example.label()))
                .toArray();
        fold = folds();
    }

    Classifier train() {
        for (int held = 0; held < (examples.size() <= FEW ? FOLDS : 1); held++) holdOut(held);
        int[] right = heldOut.stream().mapToInt(i -> given[i]).toArray();
        double temperature = heldOut.isEmpty() ? 1 : Probabilities.temperature(logits, right);
        var model = LinearModel.train(examples, labels, given, withWords);
        return new Classifier(labels, model, temperature, withoutFold(-1), quality(right, temperature));
    }

    /** Those of a class are dealt in turn, after shuffling. */
    private int[] folds() {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < examples.size(); i++) order.add(i);
        Collections.shuffle(order, new Random(SEED));
        int[] folds = new int[examples.size()];
        Map<Integer, Integer> dealt = new HashMap<>();
        for (int i : order) folds[i] = (dealt.merge(given[i], 1, Integer::sum) - 1) % FOLDS;
        return folds;
    }

    private void holdOut(int held) {
        var kept = new ArrayList<Example>();
        var labelsOfKept = new ArrayList<Integer>();
        for (int i = 0; i < fold.length; i++) {
            if (fold[i] == held) continue;
            kept.add(examples.get(i));
            labelsOfKept.add(given[i]);
        }
        if (kept.stream().map(Example::label).distinct().count() < 2) return;
        int[] keptLabels = labelsOfKept.stream().mapToInt(Integer::intValue).toArray();
        var model = LinearModel.train(kept, labels, keptLabels, withWords);
        for (int i = 0; i < fold.length; i++) {
            if (fold[i] != held) continue;
            heldOut.add(i);
            logits.add(model.logits(examples.get(i).text(), examples.get(i).vector()));
        }
    }

    private Quality quality(int[] right, double temperature) {
        int n = right.length;
        double[] p = new double[n];
        boolean[] hits = new boolean[n];
        for (int half = 0; half < 2; half++) {
            double learnt = n < 20 ? temperature : temperatureOfHalf(right, 1 - half);
            for (int i = half; i < n; i += 2) {
                double[] all = Probabilities.softmax(logits.get(i), learnt);
                int best = Probabilities.best(all);
                p[i] = all[best];
                hits[i] = best == right[i];
            }
        }
        return Quality.of(examples.size(), p, hits, knownFrom(temperature));
    }

    private double temperatureOfHalf(int[] right, int half) {
        var some = new ArrayList<float[]>();
        var labelsOfSome = new ArrayList<Integer>();
        for (int i = half; i < right.length; i += 2) {
            some.add(logits.get(i));
            labelsOfSome.add(right[i]);
        }
        return Probabilities.temperature(
                some, labelsOfSome.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The score that all but a twentieth of the held-out examples reach; 0 without vectors. */
    private double knownFrom(double temperature) {
        if (heldOut.isEmpty() || examples.getFirst().vector() == null) return 0;
        var scores = new ArrayList<Double>();
        int step = Math.max(1, heldOut.size() / COMPARED);
        for (int k = 0; k < heldOut.size(); k += step) {
            int i = heldOut.get(k);
            double[] p = Probabilities.softmax(logits.get(k), temperature);
            scores.add(Classifier.knownScore(
                    p[Probabilities.best(p)], examples.get(i).vector(), others(fold[i])));
        }
        Collections.sort(scores);
        return scores.get((int) (scores.size() * (1 - LET_THROUGH)));
    }

    private Neighbours others(int held) {
        return othersOfFold.computeIfAbsent(held, this::withoutFold);
    }

    private Neighbours withoutFold(int held) {
        var vectors = new ArrayList<float[]>();
        for (int i = 0; i < fold.length && vectors.size() < COMPARED_WITH; i++) {
            float[] vector = examples.get(i).vector();
            if (fold[i] != held && vector != null) vectors.add(vector);
        }
        return Neighbours.of(vectors);
    }
}
