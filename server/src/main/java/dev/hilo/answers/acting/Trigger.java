package dev.hilo.answers.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.events.Actor;
import dev.hilo.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an event asks for.
 *
 * @param words of a note, after {@code @hilo}
 */
record Trigger(String kind, String words, Long agentId) {

    /** What is older was not said now: a mirror catching up, an import. */
    private static final Duration NEWS = Duration.ofHours(24);

    private static final int OUTBOUND = 10;
    private static final int FEEDBACK = 7;
    private static final int LONGEST = 2000;
    private static final Pattern CALLED =
            Pattern.compile("(?iu)(?<![\\p{L}\\p{N}@.])@hilo(?![\\p{L}\\p{N}.])[,:]?\\s*");

    private static final Trigger MESSAGE = new Trigger(Task.MESSAGE, null, null);

    static Optional<Trigger> of(Event event, Instant now) {
        boolean isTicket = event.type().equals("ticket.created");
        if (!isTicket && !event.type().equals("conversation.created")) return Optional.empty();
        if (event.ticketId() == null || event.after() == null || !isNews(event, now)) return Optional.empty();
        if (event.actor().kind() == Actor.Kind.AI || event.actor().kind() == Actor.Kind.RULE) return Optional.empty();
        return isTicket ? ofTicket(event.after()) : ofEntry(event, event.after());
    }

    private static boolean isNews(Event event, Instant now) {
        return event.at().isAfter(now.minus(NEWS));
    }

    private static Optional<Trigger> ofTicket(JsonNode ticket) {
        boolean isTheirs = ticket.path("source").asInt() != OUTBOUND
                && !ticket.path("spam").asBoolean();
        return isTheirs ? Optional.of(MESSAGE) : Optional.empty();
    }

    private static Optional<Trigger> ofEntry(Event event, JsonNode entry) {
        boolean isPrivate = entry.path("private").asBoolean();
        if (entry.path("incoming").asBoolean()) {
            boolean isMessage = !isPrivate
                    && !entry.path("auto_response").asBoolean()
                    && entry.path("category").asInt() != FEEDBACK;
            return isMessage ? Optional.of(MESSAGE) : Optional.empty();
        }
        if (!isPrivate || event.actor().kind() != Actor.Kind.AGENT) return Optional.empty();
        String text = entry.path("body_text").asText("");
        var called = CALLED.matcher(text.substring(0, Math.min(LONGEST, text.length())));
        if (!called.find()) return Optional.empty();
        String words =
                text.substring(called.end(), Math.min(LONGEST, text.length())).strip();
        return Optional.of(new Trigger(Task.ASKED, words, event.actor().id()));
    }
}
