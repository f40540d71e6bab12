package dev.hilo.answers.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sentences of a text, in their order. */
public final class Sentences {

    private static final Set<String> SHORT = Set.of(
            "mr", "mrs", "ms", "dr", "st", "no", "nr", "e.g", "i.e", "vs", "etc", "approx", "sr", "sra", "ud", "uds",
            "pág", "núm", "tel", "p.ej", "av", "avda", "art", "aprox");
    private static final int LONGEST = 600;

    private Sentences() {}

    public static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        for (String line : text.split("\\R+")) addLine(line.strip(), sentences);
        return sentences;
    }

    private static void addLine(String line, List<String> sentences) {
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            if (isEnd(line, from, i) || i - from >= LONGEST) {
                add(line.substring(from, i + 1), sentences);
                from = i + 1;
            }
        }
        add(line.substring(from), sentences);
    }

    private static void add(String sentence, List<String> sentences) {
        if (!sentence.isBlank()) sentences.add(sentence.strip());
    }

    private static boolean isEnd(String line, int from, int at) {
        char c = line.charAt(at);
        if (c != '.' && c != '!' && c != '?' && c != '…') return false;
        if (at + 1 < line.length() && !Character.isWhitespace(line.charAt(at + 1))) return false;
        if (c != '.') return true;
        int word = Math.max(line.lastIndexOf(' ', at), from - 1) + 1;
        String before = line.substring(word, at).toLowerCase();
        if (SHORT.contains(before.replaceFirst("^[(\"¿¡]+", ""))) return false;
        return !(before.length() == 1 && Character.isLetter(before.charAt(0))) && !before.matches("\\d{1,2}")
                || at + 1 == line.length();
    }
}
