package dev.hilo.bench;

import dev.hilo.bench.AiData.Labelled;
import dev.hilo.insight.Languages;
import dev.hilo.models.Classifier;
import dev.hilo.models.EmbeddingModel;
import dev.hilo.models.Example;
import dev.hilo.models.Models;
import dev.hilo.models.Quality;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How well messages are understood and answers found, with the shipped classifiers, models and search, on public data. Nothing
 * of the test parts is learnt from.
 */
@Command(name = "ai", mixinStandardHelpOptions = true, description = "Understanding and search, on public data")
final class AiBench implements Callable<Integer> {

    private static final int FEW = 10;
    private static final int SEEDS = 5;

    @Option(
            names = "--data",
            description = "A folder with train.csv and test.csv (text,category) and xquad.en.json, xquad.es.json; "
                    + "the kept copies of Banking77 and XQuAD unless told")
    Path data;

    enum Part {
        SPEED,
        INTENTS,
        LANGUAGES,
        ACCOUNT
    }

    @Option(
            names = "--only",
            split = ",",
            defaultValue = "speed,intents,languages,account",
            description = "Of ${DEFAULT-VALUE}: account is search, insight, drafts and memory")
    Set<Part> parts;

    @Override
    public Integer call() throws Exception {
        var sets = new AiData(data);
        try (var models = new Models(Path.of("nowhere"))) {
            if (parts.contains(Part.SPEED)) speed(models.embedded(), sets);
            var taught = parts.contains(Part.INTENTS) ? intents(models.embedded(), sets) : null;
            if (parts.contains(Part.LANGUAGES)) languages(sets);
            if (parts.contains(Part.ACCOUNT)) new AiStage(sets, models).measure(taught);
        }
        return 0;
    }

    private static void speed(EmbeddingModel model, AiData sets) throws Exception {
        var passages = sets.xquad("en").paragraphs();
        model.passages(passages.subList(0, 20));
        long begun = System.nanoTime();
        model.passages(passages);
        row("passages embedded a second", passages.size() / ((System.nanoTime() - begun) / 1e9), "80");
    }

    /** @return what learnt from all training data */
    private static Classifier intents(EmbeddingModel model, AiData sets) {
        var train = examples(model, sets.banking77("train"));
        var test = examples(model, sets.banking77("test"));
        long begun = System.nanoTime();
        var full = Classifier.train(train, true);
        double seconds = (System.nanoTime() - begun) / 1e9;
        var quality = measured(full, test);
        row("Banking77, all %,d examples, accuracy %%".formatted(train.size()), 100 * quality.accuracy(), "93.5");
        row("  calibration error %", 100 * quality.calibrationError(), "3 at most");
        row(
                "  the same as told by its own held-out examples %",
                100 * full.quality().calibrationError(), null);
        row("  seconds of training", seconds, null);
        few(train, test);
        return full;
    }

    private static void few(List<Example> train, List<Example> test) {
        var accuracies = new ArrayList<Double>();
        var errors = new ArrayList<Double>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var quality = measured(Classifier.train(some(train, seed), true), test);
            accuracies.add(100 * quality.accuracy());
            errors.add(100 * quality.calibrationError());
        }
        double mean = mean(accuracies);
        double spread = Math.sqrt(
                DoubleStream.of(accuracies.stream().mapToDouble(a -> a).toArray())
                        .map(a -> (a - mean) * (a - mean))
                        .average()
                        .orElse(0));
        row("Banking77, 10 a class, accuracy %, mean of 5 seeds", mean, "87");
        row("  standard deviation", spread, null);
        row("  calibration error %, mean", mean(errors), "3 at most");
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElse(0);
    }

    private static List<Example> some(List<Example> all, int seed) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        Map<String, Integer> taken = new HashMap<>();
        return shuffled.stream()
                .filter(example -> taken.merge(example.label(), 1, Integer::sum) <= FEW)
                .toList();
    }

    private static Quality measured(Classifier classifier, List<Example> test) {
        double[] p = new double[test.size()];
        boolean[] right = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            var best = classifier
                    .classify(test.get(i).text(), test.get(i).vector())
                    .getFirst();
            p[i] = best.probability();
            right[i] = best.label().equals(test.get(i).label());
        }
        return Quality.of(classifier.quality().examples(), p, right, 0);
    }

    private static List<Example> examples(EmbeddingModel model, List<Labelled> lines) {
        var vectors = model.passages(lines.stream().map(Labelled::text).toList());
        var examples = new ArrayList<Example>();
        for (int i = 0; i < lines.size(); i++) {
            examples.add(new Example(
                    lines.get(i).text(), vectors.get(i), lines.get(i).label()));
        }
        return examples;
    }

    private static void languages(AiData sets) throws Exception {
        var languages = new Languages();
        for (var candidates : List.of(List.of("en", "es"), List.of("en", "es", "pt", "fr", "it", "de"))) {
            int right = 0;
            int all = 0;
            for (String language : List.of("en", "es")) {
                for (var question : sets.xquad(language).questions()) {
                    all++;
                    if (languages.of(question.text(), candidates).value().equals(language)) right++;
                }
            }
            row(
                    "language of %,d XQuAD questions, of %d, %%".formatted(all, candidates.size()),
                    100.0 * right / all,
                    "97");
        }
    }

    /** @param target null where there is none */
    static void row(String name, double value, String target) {
        System.out.printf("%-52s %10.1f%s%n", name, value, target == null ? "" : "  (to reach: " + target + ")");
    }
}
