package dev.hilo.customers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Bounds;
import dev.hilo.api.CreateSatisfactionRating;
import dev.hilo.api.Required;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.Phrases;
import dev.hilo.sessions.Throttle;
import dev.hilo.surveys.CustomerRatings;
import dev.hilo.surveys.Surveys;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code /help/rate}: what a customer thinks of a solution, by a link in a mail or on the ticket. */
public final class RatingPages {

    /** Of a link. */
    public record Linked(Long ticket, @Bounds(100) String key) {}

    /** What the form sends. */
    public record Given(
            @Required Long ticket,
            @Bounds(100) String key,
            Map<String, Object> ratings,
            @Bounds(10_000) String feedback) {}

    /** A question. @param isRequired the first one is */
    public record Question(String id, String label, boolean isRequired, List<Mark> marks) {}

    /** An answer to choose. */
    public record Mark(int value, String label) {}

    /** @param failure a phrase, or null @param state {@code ask}, {@code thanks}, {@code rated}, {@code unsolved}, {@code off} */
    public record RatePage(
            long ticketId,
            String subject,
            String key,
            List<Question> questions,
            String state,
            String failure,
            boolean hasPortal) {}

    private final CustomerRatings ratings;
    private final PortalPages portal;
    private final Clock clock;
    private final Throttle byNetwork = new Throttle(60, Duration.ofMinutes(10));

    public RatingPages(CustomerRatings ratings, PortalPages portal, Clock clock) {
        this.ratings = ratings;
        this.portal = portal;
        this.clock = clock;
    }

    /** From the page of the ticket, by a customer who is logged in. */
    public Answer ofTicket(Call call) {
        String page = "/help/tickets/" + call.id();
        return portal.inside(
                call,
                page,
                customer -> new Answer.Redirect(ratings.path(customer.accountId(), call.id(), customer.id())
                        .orElse(page)));
    }

    /** Only asks: those who look through mail for harm follow every link. */
    public Answer ask(Call call) {
        var linked = call.parameters(Linked.class);
        if (linked.ticket() == null) throw new Refusal.NotFound();
        return show(call, 200, asked(call, linked.ticket(), linked.key()), linked.key(), null, null);
    }

    public Answer rate(Call call) {
        var given = call.body(Given.class);
        var asked = asked(call, given.ticket(), given.key());
        if (given.ratings() == null) return show(call, 400, asked, given.key(), null, "portal.rate.choose");
        if (!byNetwork.allows(call.account().accountId(), call.client())) {
            return show(call, 429, asked, given.key(), null, "portal.often");
        }
        var rating = new CreateSatisfactionRating(given.feedback(), given.ratings());
        try {
            boolean isNew =
                    ratings.rate(call.account().accountId(), given.ticket(), given.key(), rating, clock.instant());
            return show(call, 200, asked, given.key(), isNew ? "thanks" : null, null);
        } catch (Refusal.Invalid wrong) {
            return show(call, 400, asked, given.key(), null, "portal.rate.choose");
        }
    }

    private CustomerRatings.Asked asked(Call call, long ticketId, String key) {
        return ratings.asked(call.account().accountId(), ticketId, key);
    }

    /** @param said the state to show; null for that of the ticket */
    private Answer show(Call call, int status, CustomerRatings.Asked asked, String key, String said, String failure) {
        var frame = portal.frame(call, null);
        String state = said != null ? said : state(asked);
        var questions =
                state.equals("ask") ? questions(asked.survey().questions(), frame.phrases()) : List.<Question>of();
        var page = new RatePage(asked.ticketId(), asked.subject(), key, questions, state, failure, portal.isOpen(call));
        return portal.page(status, call, null, "help/rate", frame.text("portal.rate.title"), page);
    }

    private static String state(CustomerRatings.Asked asked) {
        if (asked.survey() == null) return "off";
        return switch (asked.state()) {
            case OPEN_TO_RATE -> "ask";
            case NOT_SOLVED -> "unsolved";
            case RATED -> "rated";
        };
    }

    private static List<Question> questions(JsonNode asked, Phrases phrases) {
        var questions = new ArrayList<Question>();
        for (var question : asked) {
            var marks = new ArrayList<Mark>();
            for (var mark : question.path("accepted_ratings")) marks.add(mark(mark.asInt(), phrases));
            String label = question.path("label").asText();
            String shown = label.equals(Surveys.FOUNDED_QUESTION) ? phrases.text("portal.rate.question") : label;
            questions.add(new Question(question.path("id").asText(), shown, questions.isEmpty(), marks));
        }
        return questions;
    }

    private static Mark mark(int value, Phrases phrases) {
        String key = "reports.rating." + (value < 0 ? "minus" : "") + Math.abs(value);
        return new Mark(value, phrases.has(key) ? phrases.text(key) : Integer.toString(value));
    }
}
