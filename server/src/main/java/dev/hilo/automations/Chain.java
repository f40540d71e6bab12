package dev.hilo.automations;

import dev.hilo.events.Actor;
import dev.hilo.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Keeps rules from setting each other off for ever: a rule does not answer what it did itself, few rules may follow from one
 * another, and a ticket takes so many runs an hour.
 *
 * @param depth how many rules in a row led to the event
 */
record Chain(Event event, int depth) {

    static final int LONGEST = 5;
    static final int MOST_AN_HOUR = 60;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Pattern CAUSE = Pattern.compile("rule (\\d{1,18}) event (\\d{1,18})");

    static Chain of(Handle handle, Event event) {
        if (event.actor().kind() != Actor.Kind.RULE) return new Chain(event, 0);
        var cause = CAUSE.matcher(event.cause() == null ? "" : event.cause());
        if (!cause.matches()) return new Chain(event, 1);
        int before = handle.attach(RunStore.class)
                .depth(event.accountId(), Long.parseLong(cause.group(2)), Long.parseLong(cause.group(1)))
                .orElse(0);
        return new Chain(event, before + 1);
    }

    /** What a cause of a change by a rule reads like. */
    static String cause(Rule rule, Event event) {
        return "rule " + rule.id() + " event " + event.id();
    }

    boolean isOwn(Rule rule) {
        return event.actor().kind() == Actor.Kind.RULE && event.actor().id() == rule.id();
    }

    /** Why a rule must not run on the ticket now; empty when it may. */
    Optional<String> objection(RunStore.Recent recent) {
        if (depth >= LONGEST) return Optional.of(LONGEST + " rules have followed from one another");
        if (recent.runs() >= MOST_AN_HOUR) {
            return Optional.of("Rules have acted " + MOST_AN_HOUR + " times on the ticket within an hour");
        }
        return Optional.empty();
    }

    static RunStore.Recent recent(Handle handle, long accountId, long ticketId, Instant now) {
        return handle.attach(RunStore.class).recent(accountId, ticketId, now.minus(HOUR));
    }
}
