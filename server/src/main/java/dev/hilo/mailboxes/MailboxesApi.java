package dev.hilo.mailboxes;

import dev.hilo.api.CreateMailbox;
import dev.hilo.api.UpdateMailbox;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/email/mailboxes}, and {@code /api/v2/email_configs}, their older shape. */
public final class MailboxesApi {

    private static final MailboxFilter ALL = new MailboxFilter(null, null, null, null, null, null, null);

    private final Mailboxes mailboxes;

    public MailboxesApi(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    public Answer list(Call call) {
        var filter = call.parameters(MailboxFilter.class);
        return Answer.page(mailboxes.list(call.caller(), filter, call.paging()).map(MailboxRow::wire));
    }

    public Answer view(Call call) {
        return Answer.ok(mailboxes.require(call.caller(), call.id()).wire());
    }

    public Answer create(Call call) {
        var created = mailboxes.create(call.caller(), call.body(CreateMailbox.class));
        return Answer.created("email/mailboxes/" + created.id(), created.wire());
    }

    public Answer update(Call call) {
        return Answer.ok(mailboxes
                .update(call.caller(), call.id(), call.body(UpdateMailbox.class))
                .wire());
    }

    public Answer delete(Call call) {
        mailboxes.delete(call.caller(), call.id());
        return Answer.done();
    }

    public Answer listConfigs(Call call) {
        return Answer.page(mailboxes.list(call.caller(), ALL, call.paging()).map(MailboxRow::config));
    }

    public Answer viewConfig(Call call) {
        return Answer.ok(mailboxes.require(call.caller(), call.id()).config());
    }
}
