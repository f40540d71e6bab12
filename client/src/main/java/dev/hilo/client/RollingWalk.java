package dev.hilo.client;

import dev.hilo.api.TicketItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;

/**
 * Walks the tickets changed since a time, oldest change first, without an end at the last page that an endpoint gives:
 * it asks again for what has changed since the last ticket seen, and drops what it has seen of that second.
 *
 * <p>It does so wherever that costs next to nothing, not only at the last page. A ticket that changes while the list is
 * walked goes to its end and moves all behind it one place up, so that a page by its number would leave one out.
 */
final class RollingWalk implements Iterator<Batch<TicketItem>> {

    private final Resource resource;
    private final int lastPage;
    private Address next;
    private String second;
    private final Set<Long> seenInSecond = new HashSet<>();

    /** @param start with updated_since, page and per_page */
    RollingWalk(Resource resource, String start, int lastPage) {
        this.resource = resource;
        this.next = Address.parse(start);
        this.lastPage = lastPage;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Batch<TicketItem> next() {
        if (next == null) throw new NoSuchElementException();
        var reply = resource.get(next.toString());
        var page = Resource.documents(reply, TicketItem.class);
        var fresh = withoutSeen(page);
        next = reply.next().isEmpty() || page.isEmpty() ? null : after(page);
        return new Batch<>(fresh, Objects.toString(next, null));
    }

    private List<Document<TicketItem>> withoutSeen(List<Document<TicketItem>> page) {
        var fresh = new ArrayList<Document<TicketItem>>();
        for (var ticket : page) {
            var changed = ticket.text("updated_at");
            if (!Objects.equals(changed, second)) seenInSecond.clear();
            second = changed;
            if (seenInSecond.add(ticket.id())) fresh.add(ticket);
        }
        return fresh;
    }

    private Address after(List<Document<TicketItem>> page) {
        int number = Integer.parseInt(next.query().get("page"));
        boolean isLater = !second.equals(next.query().get("updated_since"));
        if (isLater && (seenAgain(page) <= Math.max(1, page.size() / 100) || number >= lastPage))
            return next.with("updated_since", second).with("page", 1);
        return next.with("page", number + 1);
    }

    private long seenAgain(List<Document<TicketItem>> page) {
        return page.stream().filter(t -> second.equals(t.text("updated_at"))).count();
    }
}
