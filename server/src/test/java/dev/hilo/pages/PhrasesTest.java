package dev.hilo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** That both languages say everything, and the same. */
class PhrasesTest {

    private static final Pattern USED = Pattern.compile("(?:text|count|phrase)\\(\"([a-zA-Z.]+)\"[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void both_languages_have_the_same_phrases() {
        assertThat(Phrases.in("es").keys()).isEqualTo(Phrases.in("en").keys());
    }

    @Test
    void a_phrase_takes_the_same_values_in_both() {
        var english = Phrases.in("en");
        for (var key : english.keys()) {
            assertThat(places(Phrases.in("es").text(key))).as(key).isEqualTo(places(english.text(key)));
            assertThat(Phrases.in("es").text(key)).as(key).isNotBlank();
        }
    }

    @Test
    void every_phrase_that_a_template_names_is_there() throws IOException {
        var missing = new TreeSet<String>();
        for (var root : new String[] {"src/main/jte", "src/main/java"}) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    if (root.endsWith("java") && !Files.readString(file).contains("dev.hilo.pages")) continue;
                    var used = USED.matcher(Files.readString(file));
                    while (used.find())
                        if (!isThere(used.group(1))) missing.add(file.getFileName() + ": " + used.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isThere(String key) {
        var phrases = Phrases.in("en");
        return phrases.has(key) || phrases.has(key + ".one") && phrases.has(key + ".other") || key.endsWith(".");
    }

    private static TreeSet<String> places(String text) {
        var found = new TreeSet<String>();
        var places = PLACE.matcher(text);
        while (places.find()) found.add(places.group());
        return found;
    }
}
