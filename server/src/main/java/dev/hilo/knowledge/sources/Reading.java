package dev.hilo.knowledge.sources;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** One reading of a source: what was known, what was seen, what is taken in. */
final class Reading {

    /** Documents of a source at most. */
    static final int MOST = 20_000;

    /** Told what a document is called when its text says so. */
    interface Titled {
        void is(String title);
    }

    /** Text of a document as HTML. */
    interface Fetch {
        String html(Titled titled) throws SourceTrouble;
    }

    /** Where documents go. */
    interface Sink {
        void take(Found found, String html);

        void fail(Found found, String error);
    }

    private final Map<String, String> known;
    private final Sink sink;
    private final BooleanSupplier stopped;
    private final Set<String> seen = new HashSet<>();
    private int taken;

    /** @param known versions by key */
    Reading(Map<String, String> known, Sink sink, BooleanSupplier stopped) {
        this.known = known;
        this.sink = sink;
        this.stopped = stopped;
    }

    /** Whether there is nothing more to do, or the source has more than is taken in. */
    boolean isOver() {
        return stopped.getAsBoolean() || seen.size() >= MOST;
    }

    /** Takes in a document, unless it is known as it is. One that cannot be read is no reason to end. */
    void document(Found found, Fetch fetch) {
        if (isOver() || !seen.add(found.key()) || found.version().equals(known.get(found.key()))) return;
        take(found, fetch);
    }

    /** The same for one whose version only its text tells. */
    void document(Found found, String html) {
        document(
                new Found(found.key(), Texts.hash(html), found.title(), found.address(), found.changedAt()),
                titled -> html);
    }

    /** A document that is there and cannot be read. */
    void failed(Found found, String error) {
        if (seen.add(found.key())) sink.fail(found, error);
    }

    private void take(Found found, Fetch fetch) {
        try {
            var title = new AtomicReference<>(found.title());
            String html = fetch.html(title::set);
            sink.take(new Found(found.key(), found.version(), title.get(), found.address(), found.changedAt()), html);
            taken++;
        } catch (SourceTrouble trouble) {
            sink.fail(found, trouble.getMessage());
        }
    }

    Set<String> seen() {
        return seen;
    }

    int taken() {
        return taken;
    }
}
