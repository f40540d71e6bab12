package dev.hilo.client;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that is read page by page as it is walked. Each walk begins anew; one that is left early costs no more calls.
 */
public final class Pages<T> implements Iterable<T> {

    private final Function<String, Iterator<Batch<T>>> walk;
    private final String start;

    Pages(Function<String, Iterator<Batch<T>>> walk, String start) {
        this.walk = walk;
        this.start = start;
    }

    /** {@code for (var ticket : client.tickets().all()) …} */
    @Override
    public Iterator<T> iterator() {
        return stream().iterator();
    }

    /** {@code client.contacts().all().stream().filter(c -> c.active()).count()} */
    public Stream<T> stream() {
        return documents().map(Document::record);
    }

    /** The whole of what the endpoint sent, for those who keep it. */
    public Stream<Document<T>> documents() {
        return batches().flatMap(batch -> batch.documents().stream());
    }

    /** Call by call, for those who note how far they are. */
    public Stream<Batch<T>> batches() {
        Iterable<Batch<T>> pages = () -> walk.apply(start);
        return StreamSupport.stream(pages.spliterator(), false);
    }

    public List<T> toList() {
        return stream().toList();
    }

    public Optional<T> first() {
        return stream().findFirst();
    }

    /** The same list from a page on. @param next of a {@link Batch}; null for the beginning */
    public Pages<T> startingAt(String next) {
        return next == null ? this : new Pages<>(walk, next);
    }
}
