package dev.hilo.api;

import java.util.function.Function;

/**
 * An attribute of a partial update, which knows three states: absent (leave it), null (clear it), a value (set it).
 *
 * @param isPresent whether the request named the attribute at all
 * @param value the value sent, or null
 */
public record Patch<T>(boolean isPresent, T value) {

    private static final Patch<?> ABSENT = new Patch<>(false, null);

    @SuppressWarnings("unchecked")
    public static <T> Patch<T> absent() {
        return (Patch<T>) ABSENT;
    }

    public static <T> Patch<T> of(T value) {
        return new Patch<>(true, value);
    }

    /** The value sent, or what is there now. */
    public T or(T current) {
        return isPresent ? value : current;
    }

    public boolean hasValue() {
        return value != null;
    }

    public <R> Patch<R> map(Function<T, R> change) {
        return isPresent ? of(value == null ? null : change.apply(value)) : absent();
    }
}
