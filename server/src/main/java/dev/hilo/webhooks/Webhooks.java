package dev.hilo.webhooks;

import dev.hilo.accounts.Caller;
import dev.hilo.api.CreateWebhook;
import dev.hilo.api.FieldError;
import dev.hilo.api.UpdateWebhook;
import dev.hilo.api.Webhook;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Actor;
import dev.hilo.events.Event;
import dev.hilo.events.EventFilter;
import dev.hilo.events.EventLog;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Subscriptions to events. */
public final class Webhooks {

    private static final int MOST = 50;
    private static final int MOST_REPLAYED = 100_000;
    private static final int BATCH = 1000;
    private static final Duration ROTATION = Duration.ofHours(24);

    private final Database database;
    private final WebhookSecrets secrets;
    private final EventLog log;
    private final Deliveries deliveries;
    private final Clock clock;

    public Webhooks(Database database, WebhookSecrets secrets, EventLog log, Deliveries deliveries, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.log = log;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    Page<Webhook> list(Caller caller, Paging paging) {
        var rows = database.read(
                h -> h.attach(WebhookStore.class).list(caller.accountId(), paging.limit(), paging.offset()));
        var page = Page.of(rows, paging);
        return new Page<>(page.items().stream().map(row -> view(row, null)).toList(), page.hasMore());
    }

    Webhook view(Caller caller, long id) {
        return view(find(caller, id), null);
    }

    private WebhookRow find(Caller caller, long id) {
        return database.read(h -> find(h, caller, id));
    }

    private static WebhookRow find(Handle handle, Caller caller, long id) {
        return handle.attach(WebhookStore.class).find(caller.accountId(), id).orElseThrow(Refusal.NotFound::new);
    }

    Webhook create(Caller caller, CreateWebhook asked) {
        var types = asked.types() == null ? List.<String>of() : asked.types();
        var conditions = asked.conditions() == null ? Map.<String, Object>of() : asked.conditions();
        var headers = asked.headers() == null ? Map.<String, Object>of() : asked.headers();
        var problems = new Problems();
        WebhookRules.check(problems, asked.url(), types, conditions, headers);
        problems.refuse();
        String secret = WebhookSecrets.fresh();
        return database.write(h -> {
            var store = h.attach(WebhookStore.class);
            if (store.count(caller.accountId()) >= MOST) {
                throw new Refusal.Invalid(
                        FieldError.invalid("webhooks", "An account has " + MOST + " webhooks at most"));
            }
            long id = store.insert(
                    caller.accountId(),
                    asked.name(),
                    asked.url(),
                    types,
                    conditions,
                    List.copyOf(headers.keySet()),
                    headers.isEmpty() ? null : secrets.sealHeaders(h, caller.accountId(), headers),
                    asked.template(),
                    asked.contentType() == null ? "application/json" : asked.contentType(),
                    secrets.seal(h, caller.accountId(), secret),
                    asked.active() == null || asked.active(),
                    clock.instant());
            return view(find(h, caller, id), secret);
        });
    }

    Webhook update(Caller caller, long id, UpdateWebhook asked) {
        return database.write(h -> {
            var row = find(h, caller, id);
            var types = asked.types().or(row.types());
            var conditions = asked.conditions().or(row.conditions());
            Map<String, Object> headers = asked.headers().or(Map.of());
            var problems = new Problems();
            WebhookRules.check(problems, asked.url().or(row.url()), types, conditions, headers);
            problems.refuse();
            boolean newHeaders = asked.headers().isPresent();
            h.attach(WebhookStore.class)
                    .update(
                            caller.accountId(),
                            id,
                            asked.name().or(row.name()),
                            asked.url().or(row.url()),
                            types,
                            conditions,
                            newHeaders ? List.copyOf(headers.keySet()) : row.headerNames(),
                            newHeaders ? secrets.sealHeaders(h, caller.accountId(), headers) : row.sealedHeaders(),
                            asked.template().or(row.template()),
                            asked.contentType().or(row.contentType()),
                            asked.active().or(row.active()),
                            clock.instant());
            return view(find(h, caller, id), null);
        });
    }

    void delete(Caller caller, long id) {
        database.run(h -> {
            if (h.attach(WebhookStore.class).delete(caller.accountId(), id) == 0) throw new Refusal.NotFound();
        });
    }

    /** A new secret; the one before signs too for a day. */
    Webhook rotate(Caller caller, long id) {
        String secret = WebhookSecrets.fresh();
        return database.write(h -> {
            find(h, caller, id);
            var now = clock.instant();
            h.attach(WebhookStore.class)
                    .rotate(
                            caller.accountId(),
                            id,
                            secrets.seal(h, caller.accountId(), secret),
                            now.plus(ROTATION),
                            now);
            return view(find(h, caller, id), secret);
        });
    }

    /** Sends an event made up for the purpose, now, outside of the queue. */
    Sender.Outcome test(Caller caller, long id) {
        var event = new Event(
                caller.accountId(),
                0,
                clock.instant(),
                "webhook.test",
                "webhook",
                id,
                null,
                Actor.of(caller),
                "test",
                null,
                null);
        return deliveries.send(find(caller, id), event, id + "-test");
    }

    Page<WebhookDelivery> deliveries(Caller caller, long id, String state, Paging paging) {
        find(caller, id);
        var rows = database.read(h ->
                h.attach(DeliveryStore.class).list(caller.accountId(), id, state, paging.limit(), paging.offset()));
        return Page.of(rows, paging);
    }

    /** Queues again what the subscription wants of the events after a position. @return how many are delivered again */
    int replay(Caller caller, long id, long after) {
        var webhook = find(caller, id);
        int queued = 0;
        for (var batch = log.after(caller.accountId(), after, BATCH, EventFilter.ALL);
                !batch.events().isEmpty();
                batch = log.after(caller.accountId(), batch.next(), BATCH, EventFilter.ALL)) {
            queued += queue(caller, webhook, batch.events());
            if (queued >= MOST_REPLAYED || !batch.more()) break;
        }
        return queued;
    }

    /** Queues one delivery again, whatever became of it. */
    int redeliver(Caller caller, long id, long eventId) {
        var webhook = find(caller, id);
        var event = log.find(caller.accountId(), eventId).orElseThrow(Refusal.NotFound::new);
        return queue(caller, webhook, List.of(event));
    }

    /** Queues again whatever was given up, the oldest first. @return how many */
    int redeliverParked(Caller caller, long id) {
        find(caller, id);
        return database.write(
                h -> h.attach(DeliveryStore.class).retryParked(caller.accountId(), id, MOST_REPLAYED, clock.instant()));
    }

    private int queue(Caller caller, WebhookRow webhook, List<Event> events) {
        var wanted = events.stream().filter(webhook::wants).toList();
        if (wanted.isEmpty()) return 0;
        var ids = wanted.stream().map(Event::id).toList();
        var lanes = wanted.stream().map(Deliveries::lane).toList();
        return database.write(h ->
                h.attach(DeliveryStore.class).replay(caller.accountId(), webhook.id(), ids, lanes, clock.instant()));
    }

    private static Webhook view(WebhookRow row, String secret) {
        return new Webhook(
                row.id(),
                row.name(),
                row.url(),
                row.types(),
                row.conditions(),
                row.headerNames(),
                row.template(),
                row.contentType(),
                row.active(),
                secret,
                row.oldSecretUntil(),
                row.waiting(),
                row.createdAt(),
                row.updatedAt());
    }
}
