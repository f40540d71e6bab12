package dev.hilo.client;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Of a Hilo: every change of every record, in one order, none left out and none twice. */
public final class Changes extends Resource {

    private final Address feed;

    Changes(Raw raw) {
        this(raw, Address.of("/api/hilo/v1/changes").with("limit", 1000));
    }

    private Changes(Raw raw, Address feed) {
        super(raw);
        this.feed = feed;
    }

    /** {@code client.changes().of("ticket.*", "conversation.created").after(0)} */
    public Changes of(String... types) {
        return new Changes(raw(), feed.with("types", String.join(",", types)));
    }

    /** {@code client.changes().ofTicket(42).after(0)} */
    public Changes ofTicket(long id) {
        return new Changes(raw(), feed.with("ticket_id", id));
    }

    /**
     * All until now: {@code for (var change : client.changes().after(cursor)) cursor = change.id()}. The id of the
     * last change is what to go on after.
     */
    public Pages<Change> after(long cursor) {
        return new Pages<>(Walk::new, feed.with("after", cursor).toString());
    }

    private final class Walk implements Iterator<Batch<Change>> {

        private Address next;

        Walk(String start) {
            next = Address.parse(start);
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Batch<Change> next() {
            if (next == null) throw new NoSuchElementException();
            var page = get(next.toString()).json();
            next = page.path("more").asBoolean()
                    ? next.with("after", page.path("next").asLong())
                    : null;
            return new Batch<>(documents(page.path("events"), Change.class), next == null ? null : next.toString());
        }
    }
}
