package dev.hilo.pages;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.hilo.db.Database;
import dev.hilo.fields.Forms;
import java.time.Duration;
import java.util.List;

/** Who and what there is at the help desk to choose from, remembered for a few seconds. */
public final class Desk {

    /** Agents and groups by name, statuses by number. */
    public record Choices(List<Named> agents, List<Named> groups, List<Named> statuses, List<String> types) {

        public String agent(Long id) {
            return name(agents, id);
        }

        public String group(Long id) {
            return name(groups, id);
        }

        /** As the help desk calls it. */
        public String status(long id) {
            String name = name(statuses, id);
            return name == null ? Long.toString(id) : name;
        }

        private static String name(List<Named> list, Long id) {
            if (id == null) return null;
            for (var each : list) if (each.id() == id) return each.name();
            return null;
        }
    }

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final LoadingCache<Long, Choices> known;

    public Desk(Database database, Forms forms) {
        known = Caffeine.newBuilder()
                .maximumSize(1_000)
                .expireAfterWrite(FRESH)
                .build(account -> load(database, forms, account));
    }

    private static Choices load(Database database, Forms forms, long accountId) {
        var form = forms.ofTickets(accountId);
        var statuses = form.statusIds().stream()
                .map(id -> new Named(id, form.statusName(id)))
                .toList();
        return database.read(h -> {
            var store = h.attach(DeskStore.class);
            return new Choices(store.agents(accountId), store.groups(accountId), statuses, form.types());
        });
    }

    public Choices of(long accountId) {
        return known.get(accountId);
    }
}
