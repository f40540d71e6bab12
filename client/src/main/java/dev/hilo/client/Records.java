package dev.hilo.client;

/**
 * A collection of things that are listed, read, made, changed and deleted, such as
 * {@code client.contactFields()}. What an endpoint does not offer of these is an {@link ApiError} 404 or 405.
 *
 * @param <I> one in a list
 * @param <V> one by itself
 */
public final class Records<I, V> extends Resource {

    private final String path;
    private final Class<I> item;
    private final Class<V> view;
    private final boolean paged;

    Records(Raw raw, String path, Class<I> item, Class<V> view, boolean paged) {
        super(raw);
        this.path = path;
        this.item = item;
        this.view = view;
        this.paged = paged;
    }

    static <T> Records<T, T> of(Raw raw, String path, Class<T> type) {
        return new Records<>(raw, path, type, type, true);
    }

    /** Of which every list comes in one piece. */
    static <T> Records<T, T> unpaged(Raw raw, String path, Class<T> type) {
        return new Records<>(raw, path, type, type, false);
    }

    /** {@code client.contactFields().all()} */
    public Pages<I> all() {
        return list(Address.of(path));
    }

    /** With a condition: {@code client.outbox().where("state", "PARKED")}. */
    public Pages<I> where(String field, Object value) {
        return list(Address.of(path).with(field, value));
    }

    private Pages<I> list(Address address) {
        return paged ? pages(address, item) : whole(address, item);
    }

    /** {@code client.contactFields().get(7)} */
    public V get(long id) {
        return document(id).record();
    }

    /** With every field that came: {@code client.contactFields().document(7).json()}. */
    public Document<V> document(long id) {
        return document(path + "/" + id, view);
    }

    /**
     * {@code client.webhooks().create(Map.of("url", "https://example.test", "types", List.of("ticket.*")))}
     *
     * @param body a record of {@code dev.hilo.api}, a map, or JSON text
     */
    public V create(Object body) {
        return post(path, body, view);
    }

    /**
     * {@code client.webhooks().update(7, Map.of("active", false))}
     *
     * @param body what changes
     */
    public V update(long id, Object body) {
        return put(path + "/" + id, body, view);
    }

    /** {@code client.webhooks().delete(7)} */
    public void delete(long id) {
        delete(path + "/" + id);
    }

    /** What it holds: {@code client.webhooks().in(7, "deliveries", JsonNode.class)}. */
    public <P> Pages<P> in(long id, String part, Class<P> type) {
        return pages(path + "/" + id + "/" + part, type);
    }

    /** What can be done with it: {@code client.outbox().act(7, "retry")}. */
    public Reply act(long id, String verb) {
        return send("POST", path + "/" + id + "/" + verb, null);
    }
}
