package dev.hilo.client;

import java.util.List;
import java.util.Map;

/**
 * A new ticket, or a change of one, before it is sent.
 *
 * @param <T> {@link dev.hilo.api.TicketCreated} or {@link dev.hilo.api.TicketUpdated}
 */
public final class TicketDraft<T> extends Draft<TicketDraft<T>, T> {

    TicketDraft(Resource resource, String method, String path, Class<T> answer) {
        super(resource, method, path, answer);
    }

    /** Whose it is: {@code client.tickets().draft("Late").from("carla@customer.test")}. */
    public TicketDraft<T> from(String email) {
        return with("email", email);
    }

    /** {@code client.tickets().draft("Late").description("It has <b>not</b> come.")} */
    public TicketDraft<T> description(String html) {
        return with("description", html);
    }

    /** 2 open, 3 pending, 4 resolved, 5 closed, or one of the account's own: {@code client.ticket(42).change().status(4)}. */
    public TicketDraft<T> status(int status) {
        return with("status", status);
    }

    /** 1 low, 2 medium, 3 high, 4 urgent: {@code client.ticket(42).change().priority(3).send()}. */
    public TicketDraft<T> priority(int priority) {
        return with("priority", priority);
    }

    /** To an agent; null to nobody: {@code client.ticket(42).change().assignedTo(ben.id()).send()}. */
    public TicketDraft<T> assignedTo(Long agent) {
        return with("responder_id", agent);
    }

    /** To a group; null to none: {@code client.ticket(42).change().inGroup(billing.id()).send()}. */
    public TicketDraft<T> inGroup(Long group) {
        return with("group_id", group);
    }

    /** All of its tags: {@code client.ticket(42).change().tags("late", "parcel").send()}. */
    public TicketDraft<T> tags(String... tags) {
        return with("tags", List.of(tags));
    }

    /** {@code client.ticket(42).change().customFields(Map.of("cf_order", "A-17")).send()} */
    public TicketDraft<T> customFields(Map<String, ?> fields) {
        return with("custom_fields", fields);
    }
}
