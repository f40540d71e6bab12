package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.accounts.Accounts;
import dev.hilo.api.Json;
import dev.hilo.events.Event;
import dev.hilo.events.Follower;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;

/** Queues what people, rules and programs write here on a mirrored account, for the account that is mirrored. */
final class WriteThrough {

    /** What {@code PUT /tickets/{id}} takes of what a ticket has. */
    private static final Set<String> WRITABLE = Set.of(
            "subject",
            "description",
            "status",
            "priority",
            "source",
            "type",
            "responder_id",
            "group_id",
            "product_id",
            "company_id",
            "requester_id",
            "tags",
            "custom_fields");

    private final Accounts accounts;
    private final Clock clock;
    private final LongConsumer queued;

    /** @param queued told of an account with something new in its queue, after the commit */
    WriteThrough(Accounts accounts, Clock clock, LongConsumer queued) {
        this.accounts = accounts;
        this.clock = clock;
        this.queued = queued;
    }

    Follower follower() {
        return new Follower("write-through", this::take).ofOurOwn();
    }

    private void take(Handle handle, List<Event> events) {
        long accountId = events.getFirst().accountId();
        if (!accounts.isLinked(accountId)) return;
        var store = handle.attach(OutgoingStore.class);
        boolean any = false;
        for (var event : events) any |= queue(store, event);
        if (any) handle.afterCommit(() -> queued.accept(accountId));
    }

    private boolean queue(OutgoingStore store, Event event) {
        return switch (event.type()) {
            case "conversation.created" -> queueEntry(store, event);
            case "conversation.updated" -> event.after().has("body") && add(store, event, OutgoingWrite.Kind.EDIT);
            case "conversation.deleted" -> add(store, event, OutgoingWrite.Kind.REMOVAL);
            case "ticket.updated" -> queueChange(store, event);
            case "ticket.deleted" -> add(store, event, OutgoingWrite.Kind.DELETION);
            case "ticket.restored" -> add(store, event, OutgoingWrite.Kind.RESTORATION);
            default -> false;
        };
    }

    private boolean queueEntry(OutgoingStore store, Event event) {
        var entry = event.after();
        boolean isReply =
                entry.path("source").asInt() == 0 && entry.path("category").asInt() == 3;
        boolean isNote =
                entry.path("source").asInt() == 2 && !entry.path("incoming").asBoolean();
        if (!isReply && !isNote) return false;
        return add(store, event, isReply ? OutgoingWrite.Kind.REPLY : OutgoingWrite.Kind.NOTE);
    }

    private boolean add(OutgoingStore store, Event event, OutgoingWrite.Kind kind) {
        Long entry = event.record().equals("conversation") ? (Long) event.recordId() : null;
        return store.insert(event.accountId(), event.ticketId(), kind, entry, null, null, clock.instant()) > 0;
    }

    private boolean queueChange(OutgoingStore store, Event event) {
        var fields = writable(event.after());
        if (fields.isEmpty()) return false;
        var before = writable(event.before());
        return store.insert(
                        event.accountId(),
                        event.ticketId(),
                        OutgoingWrite.Kind.CHANGE,
                        null,
                        fields,
                        before,
                        clock.instant())
                > 0;
    }

    private static ObjectNode writable(JsonNode columns) {
        var fields = Json.MAPPER.createObjectNode();
        columns.properties().forEach(column -> {
            if (WRITABLE.contains(column.getKey())) fields.set(column.getKey(), column.getValue());
        });
        return fields;
    }
}
