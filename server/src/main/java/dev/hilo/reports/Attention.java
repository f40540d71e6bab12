package dev.hilo.reports;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.db.Database;
import dev.hilo.pages.Phrases;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** The open tickets that somebody should look at now, the most pressing first. */
public final class Attention {

    /** @param score the sum of its reasons' points */
    public record Item(
            long id,
            String subject,
            int status,
            int priority,
            String requesterName,
            String companyName,
            Long responderId,
            String responderName,
            String groupName,
            int score,
            List<Reason> reasons) {}

    static final int MOST = 50;

    private final Database database;
    private final Clock clock;

    public Attention(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Item> list(Caller caller, Phrases phrases) {
        return database.read(h -> AttentionStore.likeliest(h, Sight.of(caller), clock.instant())).stream()
                .map(row -> item(row, Reasons.of(row, phrases)))
                .filter(item -> item.score > 0)
                .sorted(Comparator.comparingInt(Item::score).reversed().thenComparing(Item::id))
                .limit(MOST)
                .toList();
    }

    private static Item item(AttentionRow row, List<Reason> reasons) {
        return new Item(
                row.id(),
                row.subject(),
                row.status(),
                row.priority(),
                row.requesterName(),
                row.companyName(),
                row.responderId(),
                row.responderName(),
                row.groupName(),
                reasons.stream().mapToInt(Reason::points).sum(),
                reasons);
    }
}
