package dev.hilo.mail.in;

import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/hilo/v1/mail}. */
public final class MailApi {

    private static final String MIME = "message/rfc822";

    /** @param mailboxId to which the mail came; without it the mail says so itself */
    public record ToMailbox(Long mailboxId) {}

    /** @param body HTML */
    public record QuotedBody(String body) {}

    private final IncomingMail mail;

    public MailApi(IncomingMail mail) {
        this.mail = mail;
    }

    public Answer receive(Call call) {
        var bytes = call.bytes(MIME, IncomingMail.LARGEST);
        var to = call.parameters(ToMailbox.class);
        return answer(mail.receive(call.caller().account(), call.address(), to.mailboxId(), bytes));
    }

    public Answer quotedText(Call call) {
        return Answer.ok(new QuotedBody(mail.quotedText(call.caller(), call.id())));
    }

    public Answer quarantined(Call call) {
        return Answer.page(mail.quarantine().list(call.caller().accountId(), call.paging()));
    }

    public Answer raw(Call call) {
        return new Answer.Raw(200, MIME, mail.quarantine().raw(call.caller().accountId(), call.id()));
    }

    public Answer retry(Call call) {
        return answer(mail.retry(call.caller().account(), call.address(), call.id()));
    }

    public Answer delete(Call call) {
        mail.quarantine().delete(call.caller().accountId(), call.id());
        return Answer.done();
    }

    private static Answer answer(Received received) {
        return switch (received.outcome()) {
            case CREATED, CONVERSATION -> Answer.created("tickets/" + received.ticketId(), received.wire());
            case DUPLICATE, BOUNCE -> Answer.ok(received.wire());
            case QUARANTINED -> Answer.accepted(received.wire());
        };
    }
}
