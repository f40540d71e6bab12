package dev.hilo.notifications;

import dev.hilo.api.UpdateNotificationTemplate;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/hilo/v1/notification-templates}. */
public final class NotificationTemplatesApi {

    private final NotificationTemplates templates;

    public NotificationTemplatesApi(NotificationTemplates templates) {
        this.templates = templates;
    }

    public Answer list(Call call) {
        return Answer.ok(templates.list(call.account().accountId()));
    }

    public Answer view(Call call) {
        return Answer.ok(templates.require(call.account().accountId(), call.segment(0), call.segment(1)));
    }

    public Answer update(Call call) {
        return Answer.ok(templates.update(
                call.account().accountId(),
                call.segment(0),
                call.segment(1),
                call.body(UpdateNotificationTemplate.class)));
    }

    public Answer reset(Call call) {
        templates.reset(call.account().accountId(), call.segment(0), call.segment(1));
        return Answer.done();
    }
}
