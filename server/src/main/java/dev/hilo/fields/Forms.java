package dev.hilo.fields;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.hilo.db.Database;
import java.time.Duration;
import java.util.List;

/** The fields that each account asks for, remembered for a few seconds. */
public final class Forms {

    private record Key(long accountId, Resource resource) {}

    private record Known(List<Field> fields, CustomFields custom, TicketForm form) {}

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final LoadingCache<Key, Known> known;

    public Forms(Database database) {
        known = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(FRESH)
                .build(key ->
                        known(database.read(h -> h.attach(FieldStore.class).list(key.accountId, key.resource.text()))));
    }

    private static Known known(List<Field> fields) {
        return new Known(fields, new CustomFields(fields), new TicketForm(fields));
    }

    public TicketForm ofTickets(long accountId) {
        return known.get(new Key(accountId, Resource.TICKET)).form;
    }

    public CustomFields custom(long accountId, Resource resource) {
        return known.get(new Key(accountId, resource)).custom;
    }

    public List<Field> list(long accountId, Resource resource) {
        return known.get(new Key(accountId, resource)).fields;
    }

    /** To be called when this node has changed a field. */
    public void forget() {
        known.invalidateAll();
    }
}
