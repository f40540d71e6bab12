package dev.hilo.surveys;

import dev.hilo.api.Among;
import dev.hilo.api.CreateSatisfactionRating;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.time.Instant;

/** {@code /api/v2/surveys} and the ratings of tickets */
public final class SurveysApi {

    /** Which surveys. */
    public record OfState(@Among("active") String state) {}

    /** Which ratings. */
    public record Given(Instant createdSince, Long userId) {}

    private final Surveys surveys;

    public SurveysApi(Surveys surveys) {
        this.surveys = surveys;
    }

    public Answer list(Call call) {
        boolean activeOnly = call.parameters(OfState.class).state() != null;
        return Answer.page(surveys.list(call.caller(), activeOnly, call.paging()));
    }

    public Answer rate(Call call) {
        var rating = surveys.rate(call.caller(), call.id(), call.body(CreateSatisfactionRating.class));
        return Answer.created("tickets/" + call.id() + "/satisfaction_ratings", rating);
    }

    public Answer ofTicket(Call call) {
        return Answer.page(surveys.ofTicket(call.caller(), call.id(), call.paging()));
    }

    public Answer ratings(Call call) {
        var given = call.parameters(Given.class);
        return Answer.page(surveys.ratings(call.caller(), given.createdSince(), given.userId(), call.paging()));
    }
}
