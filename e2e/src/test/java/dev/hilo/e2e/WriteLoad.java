package dev.hilo.e2e;

import dev.hilo.client.Form;
import dev.hilo.client.HiloClient;
import dev.hilo.client.HiloError;
import dev.hilo.client.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Many clients that write at once, each mark on its own, and what they were told of it. */
final class WriteLoad {

    /** What is written: a ticket, or an entry of one. */
    enum Kind {
        NOTE,
        REPLY,
        NOTE_WITH_FILE,
        TICKET
    }

    /** A write that was answered with 201. @param id of the ticket or the entry */
    record Acknowledged(Kind kind, String mark, long id) {}

    private static final int CLIENTS = 8;
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration BREATH = Duration.ofMillis(20);

    private final AtomicInteger marks = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Semaphore acknowledgements = new Semaphore(0);
    private final List<Thread> clients = new ArrayList<>();
    private final List<Long> tickets;

    /** All marks ever sent, answered or not. */
    final Set<String> attempted = ConcurrentHashMap.newKeySet();

    final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

    /** Refusals of well-formed requests: there must be none. */
    final Queue<String> refusals = new ConcurrentLinkedQueue<>();

    /** @param tickets those that notes and replies go to */
    WriteLoad(List<Long> tickets) {
        this.tickets = tickets;
    }

    void start(URI root, String key, int round) {
        stopped.set(false);
        for (int number = 0; number < CLIENTS; number++) {
            int client = number;
            clients.add(Thread.ofVirtual().start(() -> write(HiloClient.bare(root, key), round, client)));
        }
    }

    /** Waits until so many more writes have been acknowledged. */
    void awaitAcknowledgements(int count) {
        acknowledgements.drainPermits();
        try {
            if (acknowledgements.tryAcquire(count, LONGEST.toSeconds(), TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("Only %d of %d".formatted(acknowledgements.availablePermits(), count));
    }

    void stop() throws InterruptedException {
        stopped.set(true);
        for (var client : clients) client.join();
        clients.clear();
    }

    private void write(HiloClient hilo, int round, int client) {
        var end = Instant.now().plus(LONGEST);
        for (int i = 0; !stopped.get() && Instant.now().isBefore(end); i++) {
            var kind = Kind.values()[(i + client) % Kind.values().length];
            var mark = "mark-%d-%d-%d".formatted(round, client, marks.incrementAndGet());
            attempted.add(mark);
            try {
                note(kind, mark, send(hilo, kind, mark, tickets.get(i % tickets.size())));
            } catch (HiloError cutOff) {
                // Not acknowledged: it may be there or not, but not half of it.
                LockSupport.parkNanos(BREATH.toNanos());
            }
        }
    }

    private void note(Kind kind, String mark, Reply reply) {
        if (reply.status() == 201) {
            acknowledged.add(new Acknowledged(kind, mark, reply.json().get("id").asLong()));
            acknowledgements.release();
        } else if (reply.status() < 500) {
            refusals.add(reply.toString());
        } else {
            LockSupport.parkNanos(BREATH.toNanos());
        }
    }

    private static Reply send(HiloClient hilo, Kind kind, String mark, long ticket) {
        return switch (kind) {
            case NOTE -> hilo.post("/tickets/" + ticket + "/notes", Map.of("body", mark));
            case REPLY -> hilo.post("/tickets/" + ticket + "/reply", Map.of("body", mark));
            case NOTE_WITH_FILE -> {
                var form = new Form()
                        .with("body", mark)
                        .file("attachments[]", "f.txt", mark.getBytes(StandardCharsets.UTF_8), "text/plain");
                yield hilo.post("/tickets/" + ticket + "/notes", form);
            }
            case TICKET -> hilo.post("/tickets", ticket(mark));
        };
    }

    /** Its requester is new as well, and has the mark for an address. */
    static Map<String, Object> ticket(String mark) {
        return Map.of(
                "email",
                mark + "@customer.test",
                "subject",
                mark,
                "description",
                mark,
                "tags",
                List.of(mark),
                "status",
                2,
                "priority",
                1);
    }
}
