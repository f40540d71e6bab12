package dev.hilo.insight;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.api.ReadText;
import dev.hilo.api.UpdateInsightSettings;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.models.Models;
import dev.hilo.models.Neighbours;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of the messages of an account besides their words, and whether anything is. */
public final class Insight {

    private static final int MOST_LANGUAGES = 20;
    private static final int MOST_MESSAGES = 100;
    private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

    private final Database database;
    private final Clock clock;
    private final Remembered remembered;
    private final Reader reader;

    public Insight(Database database, Models models, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.remembered = new Remembered(database, models);
        this.reader = new Reader(models, new Languages());
    }

    public InsightSettings settings(long accountId) {
        return database.read(h -> h.attach(InsightStore.class).settings(accountId))
                .orElse(InsightSettings.OFF);
    }

    InsightSettings update(Caller caller, UpdateInsightSettings asked) {
        var languages = asked.languages() == null ? List.<String>of() : asked.languages();
        var problems = new Problems();
        problems.addIf(
                languages.size() > MOST_LANGUAGES || !CODES.containsAll(languages),
                FieldError.invalid(
                        "languages",
                        "It should have at most " + MOST_LANGUAGES + " codes of two letters, such as 'es'"));
        problems.refuse();
        return set(caller.accountId(), asked.enabled(), languages);
    }

    /** From now on incoming messages are read, or are not. */
    public InsightSettings set(long accountId, boolean enabled, List<String> languages) {
        database.run(h -> h.attach(InsightStore.class).save(accountId, enabled, languages, clock.instant()));
        return settings(accountId);
    }

    /** Reads a text as if a customer had sent it; nothing is kept. It takes tens of milliseconds. */
    public Reading read(Account account, String subject, String text) {
        var message =
                new Message(account.accountId(), 0, 0, subject == null ? "" : subject, text, null, clock.instant());
        return read(account, message).reading();
    }

    Reading read(Caller caller, ReadText asked) {
        var reading = read(caller.account(), asked.subject(), asked.text());
        return visible(caller, List.of(reading)).getFirst();
    }

    Reader.Read read(Account account, Message message) {
        return reader.read(message, remembered.of(account, settings(account.accountId())));
    }

    /** Reads a message of a ticket, and keeps what it says and, of a ticket's own text, its vector. */
    void readAndKeep(Account account, long ticketId, long conversationId) {
        var found =
                database.read(h -> h.attach(InsightStore.class).message(account.accountId(), ticketId, conversationId));
        if (found.isEmpty()) return;
        var message = found.get();
        var read = read(account, message);
        database.run(h -> keep(h.attach(InsightStore.class), message, read));
    }

    private void keep(InsightStore store, Message message, Reader.Read read) {
        var reading = read.reading();
        var topic = reading.suggestion(Target.TOPIC);
        store.keep(
                message,
                reading.language().value(),
                reading.sentiment().value().wire(),
                reading.sentiment().confidence(),
                reading.urgency().wire(),
                reading.asksForPerson(),
                reading.automatic() == null ? null : reading.automatic().wire(),
                topic == null ? null : topic.value(),
                Json.MAPPER.valueToTree(reading),
                clock.instant());
        if (message.conversationId() != 0) return;
        store.keepVector(
                message.accountId(),
                message.ticketId(),
                reading.language().value(),
                read.model() == null ? null : read.model().id(),
                read.vector() == null ? null : Neighbours.packed(read.vector()),
                clock.instant());
    }

    /** What the messages of a ticket say, the latest first; 100 at most. */
    TicketInsight ofTicket(Caller caller, long ticketId) {
        return database.read(h -> {
            var store = h.attach(InsightStore.class);
            if (!store.sees(Sight.of(caller), ticketId)) throw new Refusal.NotFound();
            var kept = store.ofTicket(caller.accountId(), ticketId, MOST_MESSAGES);
            var readings = visible(
                    caller,
                    kept.stream()
                            .map(row -> Json.MAPPER.convertValue(row.reading(), Reading.class))
                            .toList());
            var topic =
                    h.attach(TopicStore.class).of(caller.accountId(), ticketId).orElse(null);
            return TicketInsight.of(ticketId, topic, kept, readings);
        });
    }

    /** With the past tickets alone that the caller may see. */
    private List<Reading> visible(Caller caller, List<Reading> readings) {
        var ids = readings.stream()
                .flatMap(reading -> reading.similar().stream())
                .map(Reading.Similar::ticketId)
                .distinct()
                .toList();
        Map<Long, String> subjects = ids.isEmpty()
                ? Map.of()
                : database.read(h -> h.attach(InsightStore.class).subjects(Sight.of(caller), ids)).stream()
                        .collect(Collectors.toMap(InsightStore.Subject::id, InsightStore.Subject::subject));
        return readings.stream().map(reading -> reading.withSubjects(subjects)).toList();
    }

    /** The past of an account has grown. */
    void forgetPast(long accountId) {
        remembered.forgetPast(accountId);
    }
}
