package dev.hilo.answers.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.DraftView;
import dev.hilo.api.Json;
import dev.hilo.html.Html;
import java.time.Instant;
import java.util.stream.Collectors;

/** A draft as it lies in the table. */
public record DraftRow(
        long id,
        long ticketId,
        String kind,
        String state,
        Long agentId,
        JsonNode decision,
        String reason,
        String sent,
        JsonNode difference,
        Long conversationId,
        Instant createdAt,
        Instant updatedAt) {

    static final String COLUMNS = """
            d.id, d.ticket_id, d.kind, d.state, d.agent_id, d.decision, d.reason, d.sent, d.difference, d.conversation_id,
            d.created_at, d.updated_at
            """;

    boolean isOffered() {
        return state.equals("OFFERED");
    }

    Decision decided() {
        return Json.MAPPER.convertValue(decision, Decision.class);
    }

    /** A text as a reply takes it. */
    public static String html(String text) {
        return Html.escape(text).lines().collect(Collectors.joining("<br>", "<div>", "</div>"));
    }

    DraftView view() {
        var d = decided();
        return new DraftView(
                id,
                ticketId,
                state,
                kind,
                agentId,
                d.language(),
                d.text(),
                d.text().isEmpty() ? "" : html(d.text()),
                d.lines().stream()
                        .map(l -> new DraftView.Line(l.text(), l.passages()))
                        .toList(),
                d.passages().stream()
                        .map(p -> new DraftView.Passage(
                                p.number(), p.id(), p.kind(), p.title(), p.address(), p.excerpt(), p.similarity()))
                        .toList(),
                d.confidence(),
                d.gate(),
                d.sendable(),
                d.why(),
                d.question(),
                d.dropped().stream()
                        .map(x -> new DraftView.Dropped(x.text(), x.reason()))
                        .toList(),
                d.version(),
                d.cost(),
                reason,
                sent,
                difference,
                conversationId,
                createdAt,
                updatedAt);
    }
}
