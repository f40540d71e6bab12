package dev.hilo.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads topics from a file of this package's resources: {@code == name} begins one, {@code -- en} its texts in a
 * language, and every other line is {@code key: value}.
 */
final class TopicReader {

    private static final List<String> TOPICS = List.of("orders", "returns", "devices", "accounts", "billing", "cloud");

    private final List<Topic> topics = new ArrayList<>();
    private String name;
    private Map<String, List<String>> facts;
    private Map<Language, Lines> texts;
    private Map<String, List<String>> current;

    private TopicReader() {}

    /** Everything that customers write about day by day. */
    static List<Topic> everyday() {
        return TOPICS.stream().flatMap(file -> read(file).stream()).toList();
    }

    /** The only topic of a file. */
    static Topic single(String file) {
        return read(file).getFirst();
    }

    private static List<Topic> read(String file) {
        var reader = new TopicReader();
        try (var in = TopicReader.class.getResourceAsStream(file + ".txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(reader::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader.finish();
        return reader.topics;
    }

    private void line(String line) {
        if (line.isBlank()) return;
        if (line.startsWith("== ")) begin(line.substring(3));
        else if (line.startsWith("-- ")) language(line.substring(3));
        else entry(line);
    }

    private void begin(String topic) {
        finish();
        name = topic;
        facts = new HashMap<>();
        texts = new EnumMap<>(Language.class);
        current = facts;
    }

    private void language(String code) {
        current = new LinkedHashMap<>();
        texts.put(Language.of(code), new Lines(current));
    }

    private void entry(String line) {
        int colon = line.indexOf(": ");
        current.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                .add(line.substring(colon + 2));
    }

    private void finish() {
        if (name == null) return;
        topics.add(new Topic(
                name,
                fact("group", ""),
                fact("type", "Question"),
                Double.parseDouble(fact("weight", "1")),
                List.of(fact("tags", "").split(", ")),
                fact("kind", "order"),
                priorities(fact("priority", "2x1")),
                flows(),
                pairs(),
                fact("season", null),
                texts));
        name = null;
    }

    private String fact(String key, String otherwise) {
        return facts.containsKey(key) ? facts.get(key).getFirst() : otherwise;
    }

    /** {@code 1x4 2x5}: low four times as often as nothing, medium five times. */
    private static double[] priorities(String text) {
        var weights = new double[4];
        for (String part : text.split(" ")) {
            String[] halves = part.split("x");
            weights[Integer.parseInt(halves[0]) - 1] = Double.parseDouble(halves[1]);
        }
        return weights;
    }

    /** {@code answer < provide ask}: the answer follows from what was provided, or else from what was asked. */
    private Map<String, List<String>> pairs() {
        var pairs = new HashMap<>(Map.of("answer2", List.of("followup"), "provide", List.of("request")));
        for (String line : facts.getOrDefault("pair", List.of())) {
            String[] sides = line.split(" < ");
            pairs.put(sides[0], List.of(sides[1].split(" ")));
        }
        return pairs;
    }

    private List<Topic.Flow> flows() {
        return facts.getOrDefault("flow", List.of()).stream()
                .map(line -> List.of(line.split(" ")))
                .map(parts -> new Topic.Flow(Double.parseDouble(parts.getFirst()), parts.subList(1, parts.size())))
                .toList();
    }
}
