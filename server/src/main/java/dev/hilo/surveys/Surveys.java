package dev.hilo.surveys;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.NewAccount;
import dev.hilo.accounts.Sight;
import dev.hilo.api.CreateSatisfactionRating;
import dev.hilo.api.FieldError;
import dev.hilo.api.FormText;
import dev.hilo.api.Json;
import dev.hilo.api.SatisfactionRating;
import dev.hilo.api.Survey;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Surveys, and the ratings that customers give. */
public final class Surveys {

    private static final Duration RECENT = Duration.ofDays(30);
    /** What a new account asks. */
    public static final String FOUNDED_QUESTION =
            "How would you rate your overall satisfaction with the resolution provided by the agent?";

    private static final String FIRST_QUESTION = "default_question";

    private final Database database;
    private final Conversations conversations;
    private final Clock clock;

    public Surveys(Database database, Conversations conversations, Clock clock) {
        this.database = database;
        this.conversations = conversations;
        this.clock = clock;
    }

    private static SurveyStore store(Handle handle) {
        return handle.attach(SurveyStore.class);
    }

    /** Gives a new account an active survey with one question. */
    public static void found(Handle handle, long accountId, NewAccount account, Instant now) {
        var questions = Json.MAPPER.createArrayNode();
        var question = questions.addObject().put("id", FIRST_QUESTION);
        question.put("label", FOUNDED_QUESTION);
        question.putArray("accepted_ratings").add(103).add(100).add(-103);
        question.put("default", true);
        store(handle).insertSurvey(accountId, "Default Survey", questions, now);
    }

    public Page<Survey> list(Caller caller, boolean activeOnly, Paging paging) {
        return Page.of(
                database.read(h -> store(h).surveys(caller.accountId(), activeOnly, paging.limit(), paging.offset())),
                paging);
    }

    /** Takes a customer's rating; it also becomes an entry of the conversation. */
    public SatisfactionRating rate(Caller caller, long ticketId, CreateSatisfactionRating asked) {
        return database.write(h -> rate(h, Sight.of(caller), ticketId, asked, clock.instant()));
    }

    /** The same from the customer, whatever agents may see. */
    void rate(Handle handle, long accountId, long ticketId, CreateSatisfactionRating asked, Instant now) {
        rate(handle, new Sight(accountId, 1, 0, List.of()), ticketId, asked, now);
    }

    private SatisfactionRating rate(Handle h, Sight sight, long ticketId, CreateSatisfactionRating asked, Instant now) {
        long accountId = sight.accountId();
        var ticket = store(h).lockTicket(sight, ticketId).orElseThrow(Refusal.NotFound::new);
        if (ticket.frozen()) throw new Refusal.MethodNotAllowed("GET");
        var survey = active(h, accountId);
        var ratings = ratings(survey, asked.ratings());
        long id = store(h).insertRating(
                        accountId,
                        survey.id(),
                        ticketId,
                        ticket,
                        asked.feedback(),
                        Json.MAPPER.valueToTree(ratings),
                        now);
        Integer overall = ratings.get(FIRST_QUESTION);
        if (overall != null) store(h).remember(accountId, ticket.requesterId(), overall);
        String text = asked.feedback() == null || asked.feedback().isBlank() ? "Rated." : asked.feedback();
        conversations.feedback(h, accountId, ticketId, ticket.requesterId(), text, now);
        return store(h).rating(accountId, id);
    }

    private static Survey active(Handle h, long accountId) {
        return store(h).surveys(accountId, true, 1, 0).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.Forbidden.feature("Surveys"));
    }

    private static Map<String, Integer> ratings(Survey survey, Map<String, Object> sent) {
        var problems = new Problems();
        var ratings = new LinkedHashMap<String, Integer>();
        sent.forEach((question, value) -> {
            var accepted = accepted(survey, question);
            Integer number = number(value);
            if (accepted == null) problems.add(FieldError.unexpected(question));
            else if (number == null) problems.add(FieldError.mismatch(question, "String", "Integer"));
            else if (!accepted.contains(number)) {
                String values = accepted.toString().replaceAll("[\\[\\] ]", "");
                problems.add(FieldError.invalid(question, "It should be one of these values: '" + values + "'"));
            } else {
                ratings.put(question, number);
            }
        });
        problems.addIf(sent.isEmpty(), FieldError.missing("ratings", "key/value pair"));
        problems.refuse();
        return ratings;
    }

    private static Integer number(Object value) {
        try {
            return switch (value) {
                case Long number -> Math.toIntExact(number);
                case FormText form -> Integer.valueOf(form.text());
                case null, default -> null;
            };
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** Every rating of the scale that the question's own are taken from; null for a question that is not asked. */
    private static List<Integer> accepted(Survey survey, String question) {
        for (var asked : survey.questions()) {
            if (asked.path("id").asText().equals(question)) return List.of(103, 102, 101, 100, -101, -102, -103);
        }
        return null;
    }

    public Page<SatisfactionRating> ofTicket(Caller caller, long ticketId, Paging paging) {
        return database.read(h -> {
            if (!store(h).sees(Sight.of(caller), ticketId)) throw new Refusal.NotFound();
            return Page.of(store(h).ofTicket(caller.accountId(), ticketId, paging.limit(), paging.offset()), paging);
        });
    }

    /** @param since thirty days back when null */
    public Page<SatisfactionRating> ratings(Caller caller, Instant since, Long userId, Paging paging) {
        var from = since == null ? clock.instant().minus(RECENT) : since;
        return Page.of(
                database.read(h -> store(h).list(Sight.of(caller), from, userId, paging.limit(), paging.offset())),
                paging);
    }
}
