package dev.hilo.answers.draft;

import dev.hilo.answers.text.Sentences;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A piece of what the house knows.
 *
 * @param id the same for as long as the text is the same
 * @param kind {@code article}, {@code canned response}, {@code past reply} or the kind of an outside source
 * @param address where a person reads it; null when nowhere
 * @param score of the search, good for an order alone
 * @param similarity of its meaning to the question, from 0 to 1; null where words alone were compared
 */
public record Passage(
        String id,
        String kind,
        String title,
        String address,
        String language,
        String text,
        double score,
        Double similarity) {

    public static final String PAST_REPLY = "past reply";

    Passage withText(String other) {
        return new Passage(id, kind, title, address, language, other, score, similarity);
    }

    /** The same, less some sentences. */
    Passage without(Predicate<String> unwanted) {
        if (Sentences.of(text).stream().noneMatch(unwanted)) return this;
        return withText(text.lines()
                .map(line ->
                        Sentences.of(line).stream().filter(unwanted.negate()).collect(Collectors.joining(" ")))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n")));
    }

    boolean isPastReply() {
        return kind.equals(PAST_REPLY);
    }
}
