package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * An answer that Hilo proposes to a ticket.
 *
 * @param state {@code OFFERED}, then {@code ACCEPTED}, {@code EDITED}, {@code REFUSED} or {@code WITHDRAWN}
 * @param kind {@code SELECTED}: sentences taken out of passages; {@code WRITTEN} by a language model; {@code UNKNOWN}: no
 *     answer; {@code PERSON}: the customer wants a person
 * @param agentId who asked for it; null when nobody did
 * @param text the whole reply; empty when there is none
 * @param html the same as a reply takes it
 * @param lines the sentences of the answer, each with the numbers of the passages it rests on
 * @param confidence from 0 to 1; below {@code gate} nothing is proposed
 * @param sendable whether a program might send it
 * @param question one that would help where there is no answer
 * @param dropped what a language model wrote and nothing supports
 * @param difference between the text and what was sent: runs of words that were kept, taken out and put in
 */
public record DraftView(
        long id,
        long ticketId,
        String state,
        String kind,
        Long agentId,
        String language,
        String text,
        String html,
        List<Line> lines,
        List<Passage> passages,
        double confidence,
        double gate,
        boolean sendable,
        List<String> why,
        String question,
        List<Dropped> dropped,
        String version,
        double cost,
        String reason,
        String sent,
        JsonNode difference,
        Long conversationId,
        Instant createdAt,
        Instant updatedAt) {

    /** @param passages numbers, from 1 */
    public record Line(String text, List<Integer> passages) {}

    /** @param id under which it can be marked helpful or not */
    public record Passage(
            int number, String id, String kind, String title, String address, String excerpt, Double similarity) {}

    /** @param reason {@code unsupported}, {@code number}, {@code link}, … see docs/answers.md */
    public record Dropped(String text, String reason) {}
}
