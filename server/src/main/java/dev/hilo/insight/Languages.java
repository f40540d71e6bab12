package dev.hilo.insight;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells languages apart by runs of letters, with OpenNLP's model of 103 languages, loaded when it is first asked. Short texts
 * look like many languages: only those that an account reckons with are considered.
 */
public final class Languages {

    private static final String MODEL = "/langdetect-183.bin";
    private static final int LONGEST = 2000;

    private volatile LanguageDetectorModel model;

    /**
     * The likeliest of the candidates, two letters each; the first of them for a text without letters.
     *
     * @throws IllegalArgumentException without a candidate
     */
    public Confident<String> of(String text, Collection<String> candidates) {
        if (candidates.isEmpty()) throw new IllegalArgumentException("No language to choose from");
        var names = new LinkedHashMap<String, String>();
        for (String code : candidates) threeLetters(code).ifPresent(name -> names.put(name, code.split("-")[0]));
        String first = candidates.iterator().next().split("-")[0];
        if (names.size() < 2 || text.codePoints().noneMatch(Character::isLetter)) return new Confident<>(first, 0.5);
        return best(text.length() > LONGEST ? text.substring(0, LONGEST) : text, names, first);
    }

    private Confident<String> best(String text, Map<String, String> names, String first) {
        var detector = new LanguageDetectorME(model());
        double all = 0;
        double most = 0;
        String best = first;
        for (var guess : detector.predictLanguages(text)) {
            String code = names.get(guess.getLang());
            if (code == null) continue;
            all += guess.getConfidence();
            if (guess.getConfidence() > most) {
                most = guess.getConfidence();
                best = code;
            }
        }
        return new Confident<>(best, all == 0 ? 0.5 : most / all);
    }

    /** OpenNLP's names are those of ISO 639-3, where Mandarin is told from other Chinese languages. */
    private static Optional<String> threeLetters(String code) {
        String two = code.split("-")[0].toLowerCase(Locale.ROOT);
        if (two.equals("zh")) return Optional.of("cmn");
        if (two.equals("et")) return Optional.of("ekk");
        if (two.equals("no") || two.equals("nb")) return Optional.of("nob");
        try {
            return Optional.of(Locale.of(two).getISO3Language()).filter(name -> !name.isEmpty());
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    private LanguageDetectorModel model() {
        var loaded = model;
        return loaded != null ? loaded : load();
    }

    private synchronized LanguageDetectorModel load() {
        if (model != null) return model;
        try (var in = Languages.class.getResourceAsStream(MODEL)) {
            model = new LanguageDetectorModel(in);
            return model;
        } catch (IOException e) {
            throw new IllegalStateException("The model of languages cannot be read", e);
        }
    }

    /** Those that an account reckons with: its own, and those that its settings for insight name. */
    static List<String> candidates(List<String> named, String own, List<String> supported) {
        var all = new LinkedHashSet<String>();
        all.add(own.split("-")[0]);
        if (named.isEmpty()) {
            supported.forEach(code -> all.add(code.split("-")[0]));
            all.add("en");
            all.add("es");
        } else {
            named.forEach(code -> all.add(code.split("-")[0]));
        }
        return List.copyOf(all);
    }
}
