package dev.hilo.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items at most {@link Paging#perPage()} of them
 * @param hasMore whether a further page exists
 */
public record Page<T>(List<T> items, boolean hasMore) {

    /** Cuts a page from rows fetched with {@link Paging#limit()}, which asks for one row too many. */
    public static <T> Page<T> of(List<T> rows, Paging paging) {
        boolean more = rows.size() > paging.perPage();
        return new Page<>(more ? rows.subList(0, paging.perPage()) : rows, more);
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), hasMore);
    }
}
