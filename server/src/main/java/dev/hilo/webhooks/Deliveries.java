package dev.hilo.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Accounts;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import dev.hilo.events.Event;
import dev.hilo.events.EventLog;
import dev.hilo.events.Follower;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the events that subscriptions want from the log into a queue, and from there to their receivers: in the order of each
 * ticket, at least once, and each subscription with a few calls of its own, so that a dead one slows no other.
 */
public final class Deliveries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int AT_ONCE = 4;
    private static final long PAUSE_MILLIS = 100;
    private static final Duration GIVE_UP = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final List<Duration> RETRIES =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofMinutes(60));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*event\\.([a-z0-9_.]{1,100})\\s*}}");

    private final Database database;
    private final Accounts accounts;
    private final WebhookSecrets secrets;
    private final EventLog log;
    private final Sender sender;
    private final Clock clock;
    private final Map<DeliveryStore.Due, AtomicInteger> busy = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch stop = new CountDownLatch(1);
    private Thread thread;

    public Deliveries(
            Database database, Accounts accounts, WebhookSecrets secrets, EventLog log, Sender sender, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.secrets = secrets;
        this.log = log;
        this.sender = sender;
        this.clock = clock;
    }

    /** Queues what is wanted of each event, once. */
    public Follower follower() {
        return new Follower("webhooks", this::queue).ofOurOwn();
    }

    private void queue(Handle handle, List<Event> events) {
        long accountId = events.getFirst().accountId();
        var active = handle.attach(WebhookStore.class).active(accountId);
        if (active.isEmpty()) return;
        var store = handle.attach(DeliveryStore.class);
        var now = clock.instant();
        for (var event : events) {
            for (var webhook : active) {
                if (event.id() > webhook.startsAfter() && webhook.wants(event))
                    store.add(accountId, webhook.id(), event.id(), lane(event), now);
            }
        }
    }

    static long lane(Event event) {
        return event.ticketId() == null ? 0 : event.ticketId();
    }

    public synchronized void start() {
        thread = Thread.ofPlatform().name("webhooks").start(this::work);
    }

    private void work() {
        while (stop.getCount() > 0) {
            try {
                database.read(h -> h.attach(DeliveryStore.class).due(clock.instant()))
                        .forEach(this::begin);
                stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                stop.countDown();
            } catch (RuntimeException e) {
                LOG.warn("Cannot look for webhooks to deliver", e);
                pauseLonger();
            }
        }
    }

    private void pauseLonger() {
        try {
            stop.await(10 * PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop.countDown();
        }
    }

    private void begin(DeliveryStore.Due due) {
        var running = busy.computeIfAbsent(due, key -> new AtomicInteger());
        int free = AT_ONCE - running.get();
        if (free <= 0) return;
        var now = clock.instant();
        var claimed = database.write(h ->
                h.attach(DeliveryStore.class).claim(due.accountId(), due.webhookId(), free, now, now.plus(GIVE_UP)));
        running.addAndGet(claimed.size());
        for (var delivery : claimed) {
            threads.execute(() -> {
                try {
                    deliver(due, delivery);
                } catch (RuntimeException e) {
                    LOG.warn("A delivery of webhook {} could not be recorded; it will be repeated", due.webhookId(), e);
                } finally {
                    running.decrementAndGet();
                }
            });
        }
    }

    private void deliver(DeliveryStore.Due due, DeliveryStore.Claimed delivery) {
        var webhook = database.read(h -> h.attach(WebhookStore.class).find(due.accountId(), due.webhookId()));
        var event = log.find(due.accountId(), delivery.eventId());
        if (webhook.isEmpty() || event.isEmpty()) return;
        var outcome = send(webhook.get(), event.get(), due.webhookId() + "-" + delivery.eventId());
        record(due, delivery, outcome);
    }

    Sender.Outcome send(WebhookRow webhook, Event event, String deliveryId) {
        byte[] body = body(webhook, event).getBytes(StandardCharsets.UTF_8);
        var now = Instant.now();
        var headers = new LinkedHashMap<String, String>();
        headers.putAll(secrets.headers(webhook));
        headers.put("Content-Type", webhook.contentType());
        headers.put("Hilo-Delivery", deliveryId);
        headers.put("Hilo-Event", event.type());
        headers.put(Signature.HEADER, Signature.of(now, body, secrets.inForce(webhook, clock.instant())));
        return sender.send("POST", webhook.url(), headers, body);
    }

    static String body(WebhookRow webhook, Event event) {
        if (webhook.template() == null) return json(event);
        JsonNode whole = Json.MAPPER.valueToTree(event);
        return PLACEHOLDER.matcher(webhook.template()).replaceAll(found -> {
            var value = whole.at("/" + found.group(1).replace('.', '/'));
            String text = value.isContainerNode() ? value.toString() : value.asText();
            boolean quoted = webhook.contentType().contains("json") && !value.isContainerNode();
            return Matcher.quoteReplacement(
                    quoted ? new String(JsonStringEncoder.getInstance().quoteAsString(text)) : text);
        });
    }

    private static String json(Event event) {
        try {
            return Json.MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void record(DeliveryStore.Due due, DeliveryStore.Claimed delivery, Sender.Outcome outcome) {
        var now = clock.instant();
        boolean parked = !outcome.isDone() && delivery.attempts() > RETRIES.size();
        String state = outcome.isDone() ? "DELIVERED" : parked ? "PARKED" : "WAITING";
        var next = state.equals("WAITING") ? now.plus(RETRIES.get(delivery.attempts() - 1)) : now;
        database.run(h -> {
            var store = h.attach(DeliveryStore.class);
            store.log(
                    due.accountId(),
                    due.webhookId(),
                    delivery.eventId(),
                    now,
                    outcome.millis(),
                    outcome.status(),
                    outcome.error(),
                    outcome.answer());
            store.settle(due.accountId(), due.webhookId(), delivery.eventId(), state, next, now);
        });
    }

    /** Forgets what ended a month ago. */
    public void forgetOld() {
        var before = clock.instant().minus(KEPT);
        for (var account : accounts.list()) {
            database.run(h -> h.attach(DeliveryStore.class).forget(account.accountId(), before));
        }
    }

    /** What is being sent is finished, or sent again by whoever comes next. */
    @Override
    public synchronized void close() throws Exception {
        stop.countDown();
        if (thread != null) thread.join(5_000);
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
        sender.close();
    }
}
