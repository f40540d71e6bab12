package dev.hilo.answers.draft;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What is proposed to answer, and what it rests on.
 *
 * @param text the whole reply; empty when there is none
 * @param lines the sentences of the answer itself, without greeting and farewell
 * @param passages what was read, in the order of the numbers in the lines, from 1
 * @param confidence from 0 to 1
 * @param sendable whether a program may send it: above the gate, and measured on meaning rather than words
 * @param why for people, in English
 * @param question the one that would help, in the customer's language; null where there is an answer
 * @param dropped what a model wrote and no passage supports
 * @param version of what decided
 * @param cost of the language model
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Decision(
        Kind kind,
        String language,
        String text,
        List<Line> lines,
        List<Cited> passages,
        double confidence,
        double gate,
        boolean sendable,
        List<String> why,
        String question,
        List<Dropped> dropped,
        String version,
        double cost) {

    /** What it is. */
    public enum Kind {
        /** Sentences taken out of passages. */
        SELECTED,
        /** Written by a model, each sentence held against the passages. */
        WRITTEN,
        /** Nothing that could be answered with. */
        UNKNOWN,
        /** The customer wants a person. */
        PERSON
    }

    /** @param passages numbers, from 1 */
    public record Line(String text, List<Integer> passages) {}

    /** A passage as people are shown it. */
    public record Cited(
            int number, String id, String kind, String title, String address, String excerpt, Double similarity) {}

    /** @param reason {@code unsupported}, {@code number}, {@code link}, {@code contact}, {@code action}, … */
    public record Dropped(String text, String reason) {}

    public boolean isAnswer() {
        return kind == Kind.SELECTED || kind == Kind.WRITTEN;
    }
}
