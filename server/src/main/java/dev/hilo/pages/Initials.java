package dev.hilo.pages;

import java.util.Locale;

/** What stands in for a face: up to two letters and one of eight colours, always the same for a name. */
public final class Initials {

    private static final int COLOURS = 8;

    private Initials() {}

    public static String of(String name) {
        var letters = new StringBuilder(2);
        for (String word : name == null ? new String[0] : name.strip().split("\\s+")) {
            if (word.isEmpty() || !Character.isLetterOrDigit(word.codePointAt(0))) continue;
            letters.appendCodePoint(word.codePointAt(0));
            if (letters.codePointCount(0, letters.length()) == 2) break;
        }
        return letters.isEmpty() ? "?" : letters.toString().toUpperCase(Locale.ROOT);
    }

    public static int colour(String name) {
        return name == null ? 0 : Math.floorMod(name.hashCode(), COLOURS);
    }
}
