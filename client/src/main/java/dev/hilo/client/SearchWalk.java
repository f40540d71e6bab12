package dev.hilo.client;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks what a search found: thirty a page, ten pages at most, of however many there are (reference §1.8). */
final class SearchWalk<T> implements Iterator<Batch<T>> {

    private static final int LAST_PAGE = 10;
    private static final int PER_PAGE = 30;

    private final Resource resource;
    private final Class<T> type;
    private Address next;

    SearchWalk(Resource resource, Class<T> type, String start) {
        this.resource = resource;
        this.type = type;
        this.next = Address.parse(start);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Batch<T> next() {
        if (next == null) throw new NoSuchElementException();
        var page = resource.get(next.toString()).json();
        int number = Integer.parseInt(next.query().get("page"));
        boolean more = number < LAST_PAGE && page.path("total").asLong() > (long) number * PER_PAGE;
        next = more ? next.with("page", number + 1) : null;
        return new Batch<>(Resource.documents(page.path("results"), type), next == null ? null : next.toString());
    }
}
