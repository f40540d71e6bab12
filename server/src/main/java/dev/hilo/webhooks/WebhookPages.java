package dev.hilo.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.CreateWebhook;
import dev.hilo.api.FieldError;
import dev.hilo.api.Patch;
import dev.hilo.api.Required;
import dev.hilo.api.UpdateWebhook;
import dev.hilo.api.Webhook;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.util.Arrays;
import java.util.List;

/** {@code /setup/webhooks}: who is told of what, how each delivery went, and sending it again. */
public final class WebhookPages {

    /** What the form sends. @param types apart by commas or spaces; nothing for all */
    public record Wanted(
            @Required @Bounds(255) String name,
            @Required @Bounds(2000) String url,
            @Bounds(4000) String types) {}

    /** @param state of the deliveries; all when absent */
    public record Asked(
            @Among({"WAITING", "SENDING", "DELIVERED", "PARKED"})
            String state,

            Integer page) {}

    public record ListPage(List<Webhook> webhooks, Wanted form, List<FieldError> problems) {}

    /** @param status of the last attempt; null when there was no answer @param trouble in its place */
    public record Line(WebhookDelivery delivery, String status, String trouble) {}

    /**
     * @param fresh a secret just made, which is not shown again; else null
     * @param tested what came of a test just made; else null
     */
    public record OnePage(
            Webhook webhook,
            Wanted form,
            List<FieldError> problems,
            String fresh,
            Sender.Outcome tested,
            List<Line> deliveries,
            String state,
            int page,
            boolean hasMore) {}

    private static final int PAGE = 30;
    private static final List<String> NOTHING = List.of();

    private final Webhooks webhooks;
    private final Pages pages;

    public WebhookPages(Webhooks webhooks, Pages pages) {
        this.webhooks = webhooks;
        this.pages = pages;
    }

    public Answer list(Call call) {
        return list(call, new Wanted("", "", ""), List.of());
    }

    private Answer list(Call call, Wanted form, List<FieldError> problems) {
        var all = webhooks.list(call.caller(), new Paging(1, 100)).items();
        var page = new ListPage(all, form, problems);
        return Pages.refused(pages.page(call, "setup/webhooks", "setup", "setup.webhooks", page), problems);
    }

    public Answer create(Call call) {
        var form = call.body(Wanted.class);
        try {
            var made = webhooks.create(
                    call.caller(),
                    new CreateWebhook(form.name(), form.url(), types(form), null, null, null, null, true));
            return one(call, made, form(made), List.of(), made.secret(), null);
        } catch (Refusal.Invalid wrong) {
            return list(call, form, wrong.errors);
        }
    }

    private static List<String> types(Wanted form) {
        if (form.types() == null) return NOTHING;
        return Arrays.stream(form.types().split("[,\\s]+"))
                .filter(type -> !type.isEmpty())
                .toList();
    }

    private static Wanted form(Webhook webhook) {
        return new Wanted(webhook.name(), webhook.url(), String.join(", ", webhook.types()));
    }

    public Answer view(Call call) {
        var webhook = webhooks.view(call.caller(), call.id());
        return one(call, webhook, form(webhook), List.of(), null, null);
    }

    private Answer one(
            Call call, Webhook webhook, Wanted form, List<FieldError> problems, String fresh, Sender.Outcome tested) {
        var asked = call.parameters(Asked.class);
        int number = asked.page() == null ? 1 : Math.clamp(asked.page(), 1, 1000);
        Page<WebhookDelivery> log =
                webhooks.deliveries(call.caller(), webhook.id(), asked.state(), new Paging(number, PAGE));
        var lines = log.items().stream().map(WebhookPages::line).toList();
        var page = new OnePage(webhook, form, problems, fresh, tested, lines, asked.state(), number, log.hasMore());
        return Pages.refused(pages.titled(call, "setup/webhook", "setup", webhook.name(), page), problems);
    }

    private static Line line(WebhookDelivery delivery) {
        JsonNode attempts = delivery.attempts();
        if (attempts == null || attempts.isEmpty()) return new Line(delivery, null, null);
        var last = attempts.get(attempts.size() - 1);
        String status = last.path("status").isNumber() ? last.path("status").asText() : null;
        String trouble = last.path("error").isTextual() ? last.path("error").asText() : null;
        return new Line(delivery, status, trouble);
    }

    public Answer save(Call call) {
        var form = call.body(Wanted.class);
        try {
            var change = new UpdateWebhook(
                    Patch.of(form.name()),
                    Patch.of(form.url()),
                    Patch.of(types(form)),
                    Patch.absent(),
                    Patch.absent(),
                    Patch.absent(),
                    Patch.absent(),
                    Patch.absent());
            webhooks.update(call.caller(), call.id(), change);
            return back(call);
        } catch (Refusal.Invalid wrong) {
            return one(call, webhooks.view(call.caller(), call.id()), form, wrong.errors, null, null);
        }
    }

    private static Answer back(Call call) {
        return new Answer.Redirect("/setup/webhooks/" + call.id());
    }

    public Answer pause(Call call) {
        return activate(call, false);
    }

    public Answer resume(Call call) {
        return activate(call, true);
    }

    private Answer activate(Call call, boolean active) {
        var change = new UpdateWebhook(
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.of(active));
        webhooks.update(call.caller(), call.id(), change);
        return back(call);
    }

    public Answer test(Call call) {
        var webhook = webhooks.view(call.caller(), call.id());
        return one(call, webhook, form(webhook), List.of(), null, webhooks.test(call.caller(), call.id()));
    }

    public Answer rotate(Call call) {
        var webhook = webhooks.rotate(call.caller(), call.id());
        return one(call, webhook, form(webhook), List.of(), webhook.secret(), null);
    }

    public Answer redeliver(Call call) {
        webhooks.redeliver(call.caller(), call.id(), call.id(1));
        return back(call);
    }

    public Answer redeliverParked(Call call) {
        webhooks.redeliverParked(call.caller(), call.id());
        return back(call);
    }

    public Answer delete(Call call) {
        webhooks.delete(call.caller(), call.id());
        return new Answer.Redirect("/setup/webhooks");
    }
}
