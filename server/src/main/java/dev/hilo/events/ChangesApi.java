package dev.hilo.events;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** {@code /api/hilo/v1/changes}: every change of every record of the account, in order. */
public final class ChangesApi {

    /**
     * @param after the {@code next} of an earlier answer or the id of an event; 0 or nothing begins at the first
     * @param limit 1 to 1000 events, 100 unless told
     * @param types separated by commas; {@code ticket.*} for all of a record
     */
    public record Asked(Long after, Integer limit, String types, Long ticketId) {}

    /** One answer of the list. */
    record Page(List<Event> events, long next, boolean more) {}

    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private final EventLog log;
    private final ChangeStream stream;

    public ChangesApi(EventLog log, ChangeStream stream) {
        this.log = log;
        this.stream = stream;
    }

    public Answer changes(Call call) {
        var asked = call.parameters(Asked.class);
        var filter = filter(asked);
        long after = start(call, asked);
        long accountId = call.account().accountId();
        if (call.wantsStream()) return new Answer.Stream(out -> follow(accountId, after, filter, out));
        var batch = log.after(accountId, after, limit(asked), filter);
        return Answer.ok(new Page(batch.events(), batch.next(), batch.more()));
    }

    private void follow(long accountId, long after, EventFilter filter, Answer.Sink out) throws IOException {
        stream.follow(accountId, after, filter, out);
    }

    private static long start(Call call, Asked asked) {
        String last = call.header("Last-Event-ID");
        if (last != null && last.matches("\\d{1,18}")) return Long.parseLong(last);
        if (asked.after() == null) return 0;
        if (asked.after() < 0) throw invalid("after", "It should be 0 or more");
        return asked.after();
    }

    private static int limit(Asked asked) {
        int limit = asked.limit() == null ? USUAL : asked.limit();
        if (limit < 1 || limit > MOST) throw invalid("limit", "It should be from 1 to " + MOST);
        return limit;
    }

    private static EventFilter filter(Asked asked) {
        var types = asked.types() == null
                ? List.<String>of()
                : Arrays.stream(asked.types().split(",")).map(String::strip).toList();
        for (var type : types) {
            if (!type.matches("[a-z_]+\\.([a-z]+|\\*)")) {
                throw invalid("types", "'" + type + "' is no type of events, such as ticket.created or ticket.*");
            }
        }
        return new EventFilter(types, asked.ticketId());
    }

    private static Refusal invalid(String field, String message) {
        return new Refusal.Invalid(List.of(new FieldError(field, message, "invalid_value")));
    }
}
