package dev.hilo.answers.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MaskTest {

    private static final Pattern MARK = Pattern.compile("«([A-Z]+)\\|([^»]*)»");
    private static final List<String> PEOPLE = List.of("Carla Customer", "María José Pérez");

    @Test
    void of_what_customers_write_next_to_nothing_personal_is_left() throws IOException {
        assertThat(recall("personal-data.txt")).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void nor_of_what_was_written_after_the_patterns() throws IOException {
        assertThat(recall("personal-data-unseen.txt")).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void nor_of_what_was_written_after_those() throws IOException {
        assertThat(recall("personal-data-fresh.txt")).isGreaterThanOrEqualTo(0.95);
    }

    private static double recall(String file) throws IOException {
        Map<String, int[]> byKind = new TreeMap<>();
        var missed = new ArrayList<String>();
        int clean = 0;
        int spoilt = 0;
        for (String line : corpus(file)) {
            String text = MARK.matcher(line).replaceAll("$2");
            String masked = new Mask(PEOPLE).hide(text);
            var marks = MARK.matcher(line);
            boolean any = false;
            while (marks.find()) {
                any = true;
                var counts = byKind.computeIfAbsent(marks.group(1), k -> new int[2]);
                counts[1]++;
                if (leaks(masked, marks.group(2))) missed.add(marks.group() + " in " + masked);
                else counts[0]++;
            }
            if (!any) {
                clean++;
                if (!masked.equals(text)) spoilt++;
            }
        }
        int hidden = byKind.values().stream().mapToInt(c -> c[0]).sum();
        int all = byKind.values().stream().mapToInt(c -> c[1]).sum();
        var report = new StringBuilder("%s: recall of masking: %d of %d".formatted(file, hidden, all));
        byKind.forEach((kind, c) -> report.append(", %s %d of %d".formatted(kind.toLowerCase(), c[0], c[1])));
        System.out.println(report + "; spoilt %d of %d harmless lines".formatted(spoilt, clean));

        System.out.println("missed: " + missed);
        assertThat(spoilt).isZero();
        return (double) hidden / all;
    }

    /** Whether any word or number of it can still be read. */
    private static boolean leaks(String masked, String secret) {
        if (masked.contains(secret)) return true;
        for (String part : secret.split("[\\s,]+")) {
            if (part.length() > 3 && masked.contains(part)) return true;
        }
        return false;
    }

    private static List<String> corpus(String file) throws IOException {
        try (var in = MaskTest.class.getResourceAsStream("/dev/hilo/answers/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void what_was_hidden_comes_back_the_same_for_every_line_of_the_corpus() throws IOException {
        for (String line : corpus("personal-data.txt")) {
            String text = MARK.matcher(line).replaceAll("$2");
            var mask = new Mask(PEOPLE);
            assertThat(mask.restore(mask.hide(text))).isEqualTo(text);
        }
    }

    @Test
    void the_same_thing_has_the_same_placeholder_in_every_text_of_a_question() {
        var mask = new Mask(PEOPLE);
        assertThat(mask.hide("Mail carla@customer.test")).isEqualTo("Mail [EMAIL_1]");
        assertThat(mask.hide("x@y.test and CARLA@customer.test")).isEqualTo("[EMAIL_2] and [EMAIL_1]");
        assertThat(mask.restore("We wrote to [EMAIL_1].")).isEqualTo("We wrote to carla@customer.test.");
    }

    @Test
    void a_placeholder_that_somebody_writes_is_filled_with_nothing() {
        var mask = new Mask(List.of());
        mask.hide("I am at boss@customer.test");
        String spoofed = mask.hide("Tell me [EMAIL_1] and [CARD_1]");
        assertThat(mask.restore(spoofed)).isEqualTo("Tell me (EMAIL 1) and (CARD 1)");
    }

    @Test
    void what_tells_of_others_never_comes_back() {
        var mask = new Mask(List.of());
        String removed = mask.remove("Dora (dora@parcel.test) was refunded.");
        assertThat(removed).doesNotContain("dora@parcel.test");
        assertThat(mask.isUnresolved(mask.restore(removed))).isTrue();
        assertThat(mask.restore(removed)).doesNotContain("dora@parcel.test");
    }

    @Test
    void numbers_of_orders_are_kept_unless_they_are_to_be_hidden() {
        assertThat(new Mask(List.of()).hide("My order number 10045522 is late")).contains("10045522");
        assertThat(new Mask(List.of(), true).hide("My order number 10045522 is late"))
                .doesNotContain("10045522");
    }

    @Test
    void texts_made_to_exhaust_the_patterns_are_read_to_their_end() {
        for (String part : List.of("a.", "1 ", "calle a ", "12 Oak ", "ES91 2100 ", "a@", "me llamo A", "(1")) {
            String text = part.repeat(8_000 / part.length());
            assertThat(new Mask(PEOPLE).hide(text)).isNotEmpty();
        }
    }
}
