package dev.hilo.client;

import dev.hilo.api.NoteCreated;
import java.util.List;

/** A note on a ticket, before it is sent; agents alone see it unless it is {@link #visibleToCustomer}. */
public final class NoteDraft extends Draft<NoteDraft, NoteCreated> {

    NoteDraft(Resource resource, String ticket, String body) {
        super(resource, "POST", ticket + "/notes", NoteCreated.class);
        with("body", body);
    }

    /** {@code client.ticket(42).note("Called you.").visibleToCustomer().send()} */
    public NoteDraft visibleToCustomer() {
        return with("private", false);
    }

    /** Mails it to agents: {@code client.ticket(42).note("Please look.").notifying("ben@acme.test").send()}. */
    public NoteDraft notifying(String... addresses) {
        return with("notify_emails", List.of(addresses));
    }

    /** In the name of another: {@code client.ticket(42).note("She called.").by(carla.id()).send()}. */
    public NoteDraft by(long person) {
        return with("user_id", person);
    }
}
