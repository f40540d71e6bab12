package dev.hilo.surveys;

import dev.hilo.api.CreateSatisfactionRating;
import dev.hilo.api.Survey;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Ratings as customers give them by a link: once for each solution. */
public final class CustomerRatings {

    /** Whether a ticket can be rated. */
    public enum State {
        OPEN_TO_RATE,
        NOT_SOLVED,
        RATED
    }

    /** A ticket whose link this is. @param survey null where there is none now */
    public record Asked(long ticketId, String subject, State state, Survey survey) {}

    /** A ticket as far as rating goes. @param rated whether that was done since it was solved */
    public record Ticket(long requesterId, String subject, boolean done, boolean rated) {
        State state() {
            if (!done) return State.NOT_SOLVED;
            return rated ? State.RATED : State.OPEN_TO_RATE;
        }
    }

    private final Database database;
    private final Surveys surveys;
    private final RatingLinks links;

    public CustomerRatings(Database database, Surveys surveys, RatingLinks links) {
        this.database = database;
        this.surveys = surveys;
        this.links = links;
    }

    /** @throws Refusal.NotFound for a key that is not the ticket's */
    public Asked asked(long accountId, long ticketId, String key) {
        return database.read(h -> {
            var ticket = require(h, accountId, ticketId, key);
            var survey = active(h, accountId).orElse(null);
            return new Asked(ticketId, ticket.subject(), ticket.state(), survey);
        });
    }

    /** Where a ticket is rated; empty when it cannot be now, or not by this contact. */
    public Optional<String> path(long accountId, long ticketId, long contactId) {
        return database.read(h -> store(h).toRate(accountId, ticketId)
                .filter(ticket -> ticket.requesterId() == contactId && ticket.state() == State.OPEN_TO_RATE)
                .filter(ticket -> active(h, accountId).isPresent())
                .map(ticket -> links.path(h, accountId, ticketId, contactId)));
    }

    /** @return false when it was rated already, or is not solved any more */
    public boolean rate(long accountId, long ticketId, String key, CreateSatisfactionRating rating, Instant now) {
        var customer = database.read(h -> require(h, accountId, ticketId, key)).requesterId();
        return Acting.as(
                Actor.customer(customer),
                "portal",
                () -> database.write(h -> {
                    store(h).lock(accountId, ticketId);
                    if (require(h, accountId, ticketId, key).state() != State.OPEN_TO_RATE) return false;
                    surveys.rate(h, accountId, ticketId, rating, now);
                    return true;
                }));
    }

    private Ticket require(Handle handle, long accountId, long ticketId, String key) {
        return store(handle)
                .toRate(accountId, ticketId)
                .filter(ticket -> links.isOf(handle, accountId, ticketId, ticket.requesterId(), key))
                .orElseThrow(Refusal.NotFound::new);
    }

    private static Optional<Survey> active(Handle handle, long accountId) {
        return store(handle).surveys(accountId, true, 1, 0).stream().findFirst();
    }

    private static SurveyStore store(Handle handle) {
        return handle.attach(SurveyStore.class);
    }
}
