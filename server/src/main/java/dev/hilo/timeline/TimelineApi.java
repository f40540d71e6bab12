package dev.hilo.timeline;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.List;

/** {@code /api/hilo/v1/tickets/{id}/timeline} */
public final class TimelineApi {

    /**
     * @param order {@code desc}, newest first, unless {@code asc} is asked for
     * @param limit 1 to 100 items, 20 unless told
     * @param before the cursor of an item: those before it; with {@code desc} alone
     * @param after the cursor of an item: those after it; with {@code asc} alone
     */
    public record Asked(String order, Integer limit, String before, String after) {}

    private static final int MOST = 100;
    private static final int USUAL = 20;

    private final Timeline timeline;

    public TimelineApi(Timeline timeline) {
        this.timeline = timeline;
    }

    public Answer timeline(Call call) {
        var asked = call.parameters(Asked.class);
        int limit = asked.limit() == null ? USUAL : asked.limit();
        if (limit < 1 || limit > MOST) throw invalid("limit", "It should be from 1 to " + MOST);
        return switch (asked.order() == null ? "desc" : asked.order()) {
            case "desc" -> newestFirst(call, asked, limit);
            case "asc" -> oldestFirst(call, asked, limit);
            default -> throw invalid("order", "It should be one of these values: 'asc,desc'");
        };
    }

    private Answer newestFirst(Call call, Asked asked, int limit) {
        if (asked.after() != null) throw invalid("after", "It goes with order=asc alone");
        var from = asked.before() == null ? Position.END : Position.read("before", asked.before());
        return Answer.ok(timeline.before(call.caller(), call.address(), call.id(), from, limit));
    }

    private Answer oldestFirst(Call call, Asked asked, int limit) {
        if (asked.before() != null) throw invalid("before", "It goes with order=desc alone");
        var from = asked.after() == null ? Position.BEGINNING : Position.read("after", asked.after());
        return Answer.ok(timeline.after(call.caller(), call.address(), call.id(), from, limit));
    }

    private static Refusal invalid(String field, String message) {
        return new Refusal.Invalid(List.of(new FieldError(field, message, "invalid_value")));
    }
}
