package dev.hilo.insight;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.FieldError;
import dev.hilo.api.SaveInsightTopic;
import dev.hilo.db.Clash;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.util.List;

/** The topics of an account, and the tickets that agents have put under them. */
public final class Topics {

    private static final int MOST = 200;
    private static final int MOST_EXAMPLES = 200;
    private static final int LONGEST_EXAMPLE = 2000;

    private final Database database;
    private final Clock clock;

    public Topics(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Page<Topic> list(Caller caller, Paging paging) {
        return Page.of(
                database.read(
                        h -> h.attach(TopicStore.class).list(caller.accountId(), paging.limit(), paging.offset())),
                paging);
    }

    public Topic require(Caller caller, long id) {
        return database.read(h -> h.attach(TopicStore.class).find(caller.accountId(), id))
                .orElseThrow(Refusal.NotFound::new);
    }

    Topic named(Caller caller, String name) {
        return database.read(h -> h.attach(TopicStore.class).named(caller.accountId(), name))
                .orElseThrow(Refusal.NotFound::new);
    }

    public Topic create(Caller caller, SaveInsightTopic asked) {
        check(asked);
        long id = database.write(h -> {
            var store = h.attach(TopicStore.class);
            if (store.count(caller.accountId()) >= MOST) {
                throw new Refusal.Invalid(List.of(FieldError.invalid("name", "It should be one of at most " + MOST)));
            }
            return store.insert(caller.accountId(), name(asked), description(asked), examples(asked), clock.instant())
                    .orElseThrow(Topics::taken);
        });
        return require(caller, id);
    }

    public Topic update(Caller caller, long id, SaveInsightTopic asked) {
        check(asked);
        require(caller, id);
        return Clash.guard("insight_topics_name", Topics::taken, () -> {
            database.run(h -> h.attach(TopicStore.class)
                    .update(caller.accountId(), id, name(asked), description(asked), examples(asked), clock.instant()));
            return require(caller, id);
        });
    }

    public void delete(Caller caller, long id) {
        int gone = database.write(h -> h.attach(TopicStore.class).delete(caller.accountId(), id));
        if (gone == 0) throw new Refusal.NotFound();
    }

    /** Says where a ticket belongs; the next training learns from it. */
    public void put(Caller caller, long ticketId, long topicId) {
        database.run(h -> {
            requireSeen(h.attach(InsightStore.class), caller, ticketId);
            var store = h.attach(TopicStore.class);
            if (store.find(caller.accountId(), topicId).isEmpty()) {
                throw new Refusal.Invalid(List.of(FieldError.unknown("topic_id", "topic")));
            }
            store.put(caller.accountId(), ticketId, topicId, caller.agentId(), clock.instant());
        });
    }

    public void takeOff(Caller caller, long ticketId) {
        database.run(h -> {
            requireSeen(h.attach(InsightStore.class), caller, ticketId);
            h.attach(TopicStore.class).takeOff(caller.accountId(), ticketId);
        });
    }

    private static void requireSeen(InsightStore store, Caller caller, long ticketId) {
        if (!store.sees(Sight.of(caller), ticketId)) throw new Refusal.NotFound();
    }

    private static void check(SaveInsightTopic asked) {
        var problems = new Problems();
        var examples = examples(asked);
        problems.addIf(name(asked).isEmpty(), FieldError.invalid("name", "It should not be blank"));
        problems.addIf(
                examples.size() > MOST_EXAMPLES,
                FieldError.invalid("examples", "It should have at most " + MOST_EXAMPLES + " elements"));
        problems.addIf(
                examples.stream().anyMatch(e -> e.isBlank() || e.length() > LONGEST_EXAMPLE),
                FieldError.invalid("examples", "Each should have 1 to " + LONGEST_EXAMPLE + " characters"));
        problems.refuse();
    }

    private static Refusal taken() {
        return new Refusal.Duplicate(FieldError.duplicate("name"));
    }

    private static String name(SaveInsightTopic asked) {
        return asked.name().strip();
    }

    private static String description(SaveInsightTopic asked) {
        return asked.description() == null ? "" : asked.description().strip();
    }

    private static List<String> examples(SaveInsightTopic asked) {
        return asked.examples() == null ? List.of() : asked.examples();
    }
}
