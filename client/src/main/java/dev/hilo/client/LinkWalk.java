package dev.hilo.client;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks a list by the address of the next page that each page gives. */
final class LinkWalk<T> implements Iterator<Batch<T>> {

    private final Resource resource;
    private final Class<T> type;
    private String next;

    LinkWalk(Resource resource, Class<T> type, String start) {
        this.resource = resource;
        this.type = type;
        this.next = start;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Batch<T> next() {
        if (next == null) throw new NoSuchElementException();
        var reply = resource.get(next);
        next = reply.next().map(link -> Address.parse(link).toString()).orElse(null);
        return new Batch<>(Resource.documents(reply, type), next);
    }
}
