package dev.hilo.client;

import dev.hilo.api.ReplyCreated;
import java.util.List;

/** A reply to the requester, before it is sent. */
public final class ReplyDraft extends Draft<ReplyDraft, ReplyCreated> {

    ReplyDraft(Resource resource, String ticket, String body) {
        super(resource, "POST", ticket + "/reply", ReplyCreated.class);
        with("body", body);
    }

    /** {@code client.ticket(42).reply("Done.").cc("boss@customer.test").send()} */
    public ReplyDraft cc(String... addresses) {
        return with("cc_emails", List.of(addresses));
    }

    /** {@code client.ticket(42).reply("Done.").bcc("archive@acme.test").send()} */
    public ReplyDraft bcc(String... addresses) {
        return with("bcc_emails", List.of(addresses));
    }

    /** One of the account's support addresses: {@code client.ticket(42).reply("Done.").from("help@acme.test").send()}. */
    public ReplyDraft from(String address) {
        return with("from_email", address);
    }

    /** In the name of another agent: {@code client.ticket(42).reply("Done.").by(ben.id()).send()}. */
    public ReplyDraft by(long agent) {
        return with("user_id", agent);
    }
}
