package dev.hilo.client;

import dev.hilo.api.Conversation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** What was said on a ticket, the oldest first: {@code for (var said : client.ticket(42).conversations()) …}. */
public final class TicketConversations extends Resource implements Iterable<Conversation> {

    private final Address list;

    TicketConversations(Raw raw, String path) {
        this(raw, path, PER_PAGE);
    }

    TicketConversations(Raw raw, String path, int perPage) {
        super(raw);
        this.list = Address.of(path).with("per_page", perPage);
    }

    @Override
    public Iterator<Conversation> iterator() {
        return all().iterator();
    }

    /** {@code client.ticket(42).conversations().stream().filter(Conversation::incoming)} */
    public Stream<Conversation> stream() {
        return all().stream();
    }

    /** {@code client.ticket(42).conversations().all().documents()} */
    public Pages<Conversation> all() {
        return whole(list, Conversation.class);
    }

    /** From a page of a hundred on, from 1: {@code client.ticket(42).conversations().fromPage(3).documents()}. */
    public Pages<Conversation> fromPage(int number) {
        return whole(list.with("page", number), Conversation.class);
    }

    /**
     * The last so many, the oldest of them first: {@code client.ticket(42).conversations().latest(20)}. The list cannot
     * be read from its end, so the last page is found by doubling and halving: one call where a page holds all.
     */
    public List<Conversation> latest(int count) {
        var read = new HashMap<Integer, Batch<Conversation>>();
        IntFunction<Batch<Conversation>> pages = number -> read.computeIfAbsent(number, this::page);
        var found = new ArrayList<Document<Conversation>>();
        for (int page = LastPage.of(pages); page > 0 && found.size() < count; page--)
            found.addAll(0, pages.apply(page).documents());
        return found.stream()
                .skip(Math.max(0, found.size() - count))
                .map(Document::record)
                .toList();
    }

    private Batch<Conversation> page(int number) {
        return fromPage(number).batches().findFirst().orElseThrow();
    }
}
