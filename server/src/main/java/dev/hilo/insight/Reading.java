package dev.hilo.insight;

import dev.hilo.models.Guess;
import java.util.List;
import java.util.Map;

/**
 * What a message says besides its words.
 *
 * @param automatic null for what a customer seems to have written
 * @param suggestions where it belongs: topic, type, priority, group, each at most once; none that was not learnt
 * @param tags those that it probably deserves, the likeliest first
 * @param similar the nearest past tickets
 */
public record Reading(
        Confident<String> language,
        Confident<Feeling> sentiment,
        Urgency urgency,
        boolean asksForPerson,
        Automatic automatic,
        List<Entity> entities,
        List<Suggestion> suggestions,
        List<Guess> tags,
        List<Similar> similar) {

    /**
     * @param target topic, type, priority or group
     * @param value the likeliest; null where the message is like nothing known
     * @param probability that the likeliest is right, calibrated
     * @param known how much the message is like what is known, from 0 to 1
     * @param guesses the three likeliest
     * @param classifier the version that said so
     */
    public record Suggestion(
            String target, String value, double probability, double known, List<Guess> guesses, long classifier) {}

    /**
     * @param likeness the cosine of the vectors
     * @param subject the ticket's, as it is now
     */
    public record Similar(long ticketId, double likeness, String subject) {}

    /** Null where nothing is suggested. */
    public Suggestion suggestion(String target) {
        return suggestions.stream()
                .filter(s -> s.target().equals(target))
                .findFirst()
                .orElse(null);
    }

    /** Without the past tickets that have no subject here: these are gone, or not to be seen. */
    Reading withSubjects(Map<Long, String> subjects) {
        var seen = similar.stream()
                .filter(s -> subjects.containsKey(s.ticketId()))
                .map(s -> new Similar(s.ticketId(), s.likeness(), subjects.get(s.ticketId())))
                .toList();
        return new Reading(language, sentiment, urgency, asksForPerson, automatic, entities, suggestions, tags, seen);
    }
}
