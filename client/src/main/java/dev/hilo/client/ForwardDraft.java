package dev.hilo.client;

import dev.hilo.api.Conversation;
import java.util.List;

/** A ticket on its way to somebody else, before it is sent. */
public final class ForwardDraft extends Draft<ForwardDraft, Conversation> {

    ForwardDraft(Resource resource, String path, String body, String... to) {
        super(resource, "POST", path, Conversation.class);
        with("body", body);
        with("to_emails", List.of(to));
    }

    /** {@code client.ticket(42).forward("Please see.", "lab@partner.test").cc("boss@acme.test").send()} */
    public ForwardDraft cc(String... addresses) {
        return with("cc_emails", List.of(addresses));
    }

    /** {@code client.ticket(42).forward("Please see.", "lab@partner.test").bcc("archive@acme.test").send()} */
    public ForwardDraft bcc(String... addresses) {
        return with("bcc_emails", List.of(addresses));
    }
}
