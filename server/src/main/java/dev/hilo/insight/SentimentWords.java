package dev.hilo.insight;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How the words of a text feel, after VADER: each word's worth, turned by negations, strengthened by adverbs, capitals and marks. */
final class SentimentWords {

    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'’-]*|!+|[\\p{So}\\x{2764}]");
    private static final Map<String, Set<String>> NEGATIONS = Map.of(
            "en",
            Set.of(
                    "not", "no", "never", "nobody", "nothing", "neither", "nor", "without", "hardly", "barely",
                    "cannot"),
            "es",
            Set.of("no", "nunca", "jamás", "nadie", "nada", "ni", "sin", "tampoco", "apenas"));
    private static final Map<String, Set<String>> STRONG = Map.of(
            "en",
            Set.of(
                    "very",
                    "really",
                    "so",
                    "extremely",
                    "absolutely",
                    "totally",
                    "completely",
                    "incredibly",
                    "too",
                    "most"),
            "es",
            Set.of("muy", "tan", "totalmente", "realmente", "demasiado", "completamente", "absolutamente", "bastante"));
    private static final Map<String, String> BUT = Map.of("en", "but", "es", "pero");
    /** After VADER's measurements. */
    private static final double TURNED = -0.74;

    private static final double STRONGER = 0.293;
    private static final double LOUDER = 0.733;
    private static final double EVENING = 15;

    private final Map<String, Map<String, Double>> worths = new HashMap<>();

    /** Whether there are words for a language. */
    boolean speak(String language) {
        return NEGATIONS.containsKey(language);
    }

    /** From -1, all bad, to 1, all good; 0 for a text without a word that is known. */
    double compound(String text, String language) {
        var worth = worths(language);
        var words = words(text);
        boolean shouts = text.equals(text.toUpperCase(Locale.ROOT));
        List<Double> values = new ArrayList<>();
        int but = -1;
        double marks = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            if (word.equals(BUT.get(language))) but = values.size();
            if (word.startsWith("!")) marks += Math.min(word.length(), 4) * STRONGER;
            Double value = worth.get(word);
            if (value != null) values.add(inPlace(words, i, value, language, shouts));
        }
        double sum = 0;
        for (int i = 0; i < values.size(); i++) sum += values.get(i) * (but < 0 ? 1 : i < but ? 0.5 : 1.5);
        sum += Math.signum(sum) * Math.min(marks, 4 * STRONGER);
        return sum / Math.sqrt(sum * sum + EVENING);
    }

    private static double inPlace(List<String> words, int at, double value, String language, boolean shouts) {
        double placed = value;
        String word = words.get(at);
        if (!shouts && word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT)))
            placed += Math.signum(value) * LOUDER;
        for (int back = 1; back <= 3 && at - back >= 0; back++) {
            String before = words.get(at - back).toLowerCase(Locale.ROOT);
            if (STRONG.get(language).contains(before)) {
                placed += Math.signum(placed) * STRONGER * (1 - 0.05 * (back - 1));
            }
            if (NEGATIONS.get(language).contains(before) || before.endsWith("n't")) return placed * TURNED;
        }
        return placed;
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(text.replace('’', '\''));
        while (matcher.find()) words.add(matcher.group());
        return words;
    }

    private synchronized Map<String, Double> worths(String language) {
        return worths.computeIfAbsent(language, SentimentWords::load);
    }

    private static Map<String, Double> load(String language) {
        var worths = new HashMap<String, Double>();
        for (String name : List.of("emoji", language)) {
            read("sentiment/" + name + ".tsv").lines().forEach(line -> {
                int tab = line.indexOf('\t');
                worths.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
            });
        }
        return worths;
    }

    static String read(String name) {
        try (InputStream in = SentimentWords.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + name, e);
        }
    }
}
