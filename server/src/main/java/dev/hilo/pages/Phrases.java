package dev.hilo.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What pages say, in one language. The texts are in {@code resources/pages/phrases_xx.properties}. */
public final class Phrases {

    public static final List<String> LANGUAGES = List.of("en", "es");

    private static final Map<String, Phrases> KNOWN = new ConcurrentHashMap<>();

    private final String language;
    private final Properties texts;

    private Phrases(String language) {
        this.language = language;
        this.texts = read(language);
    }

    private static Properties read(String language) {
        var texts = new Properties();
        try (var in = new InputStreamReader(
                Phrases.class.getResourceAsStream("/pages/phrases_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** In the first language that is spoken here. @param wished codes such as {@code es-MX}; nulls are passed over */
    public static Phrases in(String... wished) {
        for (var wish : wished) {
            if (wish == null || wish.length() < 2) continue;
            String language = wish.substring(0, 2).toLowerCase(Locale.ROOT);
            if (LANGUAGES.contains(language)) return KNOWN.computeIfAbsent(language, Phrases::new);
        }
        return KNOWN.computeIfAbsent("en", Phrases::new);
    }

    /** A browser's {@code Accept-Language}. */
    public static Phrases accepted(String header) {
        return in(header == null ? new String[0] : header.split("\\s*,\\s*"));
    }

    public String language() {
        return language;
    }

    public Locale locale() {
        return Locale.of(language);
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** @param values stand where the text says {0}, {1} … */
    public String text(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) throw new IllegalStateException("No phrase " + key + " in " + language);
        for (int i = 0; i < values.length; i++) text = text.replace("{" + i + "}", String.valueOf(values[i]));
        return text;
    }

    /** The text of {@code key.one} or {@code key.other}, with the number as {0}. */
    public String count(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".other"), number(number));
    }

    /** A file's, in kilobytes or megabytes. */
    public String size(long bytes) {
        if (bytes < 1_000_000) return number(Math.max(1, bytes / 1000)) + " kB";
        return String.format(locale(), "%,.1f MB", bytes / 1e6);
    }

    public String number(long number) {
        return String.format(locale(), "%,d", number);
    }
}
