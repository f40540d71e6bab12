package dev.hilo.webhooks;

import dev.hilo.api.Among;
import dev.hilo.api.CreateWebhook;
import dev.hilo.api.FieldError;
import dev.hilo.api.UpdateWebhook;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.Map;

/** {@code /api/hilo/v1/webhooks} */
public final class WebhooksApi {

    /** @param state of the deliveries; all when absent */
    public record OfState(
            @Among({"WAITING", "SENDING", "DELIVERED", "PARKED"})
            String state) {}

    /**
     * @param after the position in the change feed after which everything is delivered again
     * @param eventId one event instead
     */
    public record Replay(Long after, Long eventId) {}

    private final Webhooks webhooks;

    public WebhooksApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    public Answer list(Call call) {
        return Answer.page(webhooks.list(call.caller(), call.paging()));
    }

    public Answer create(Call call) {
        var created = webhooks.create(call.caller(), call.body(CreateWebhook.class));
        return new Answer.Created("/api/hilo/v1/webhooks/" + created.id(), created);
    }

    public Answer view(Call call) {
        return Answer.ok(webhooks.view(call.caller(), call.id()));
    }

    public Answer update(Call call) {
        return Answer.ok(webhooks.update(call.caller(), call.id(), call.body(UpdateWebhook.class)));
    }

    public Answer delete(Call call) {
        webhooks.delete(call.caller(), call.id());
        return Answer.done();
    }

    public Answer rotate(Call call) {
        return Answer.ok(webhooks.rotate(call.caller(), call.id()));
    }

    public Answer test(Call call) {
        return Answer.ok(webhooks.test(call.caller(), call.id()));
    }

    public Answer deliveries(Call call) {
        var state = call.parameters(OfState.class).state();
        return Answer.page(webhooks.deliveries(call.caller(), call.id(), state, call.paging()));
    }

    public Answer replay(Call call) {
        var asked = call.body(Replay.class);
        if ((asked.after() == null) == (asked.eventId() == null)) {
            throw new Refusal.Invalid(FieldError.invalid("after", "Either after or event_id should be given"));
        }
        int queued = asked.eventId() != null
                ? webhooks.redeliver(call.caller(), call.id(), asked.eventId())
                : webhooks.replay(call.caller(), call.id(), asked.after());
        return Answer.accepted(Map.of("queued", queued));
    }
}
