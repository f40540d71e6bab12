package dev.hilo.notifications;

import dev.hilo.api.FieldError;
import dev.hilo.api.NotificationTemplate;
import dev.hilo.api.UpdateNotificationTemplate;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What an account's mail says; what it has not put otherwise, Hilo says. */
public final class NotificationTemplates {

    private final Database database;
    private final Clock clock;

    public NotificationTemplates(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Every occasion in every language. */
    List<NotificationTemplate> list(long accountId) {
        var own = new HashMap<List<Object>, TemplateRow>();
        database.read(h -> store(h).list(accountId))
                .forEach(row -> own.put(List.of(row.occasion(), row.language()), row));
        var all = new ArrayList<NotificationTemplate>();
        for (var occasion : Occasion.values()) {
            for (var language : Language.values()) {
                var founded = TemplateRow.founded(occasion, language);
                all.add(own.getOrDefault(List.of(occasion, language), founded).wire());
            }
        }
        return all;
    }

    NotificationTemplate require(long accountId, String event, String language) {
        return database.read(h -> find(h, accountId, occasion(event), language(language)))
                .wire();
    }

    NotificationTemplate update(long accountId, String event, String language, UpdateNotificationTemplate asked) {
        var occasion = occasion(event);
        var tongue = language(language);
        return database.write(h -> {
            var now = find(h, accountId, occasion, tongue);
            String subject = asked.subject().or(now.subject());
            String body = asked.body().or(now.body());
            Boolean active = asked.active().or(now.active());
            check(subject, body, active);
            store(h).save(accountId, occasion, tongue, subject, body, active, clock.instant());
            return find(h, accountId, occasion, tongue).wire();
        });
    }

    private static void check(String subject, String body, Boolean active) {
        var problems = new Problems();
        problems.addIf(subject == null || subject.isBlank(), FieldError.missing("subject", "String"));
        problems.addIf(body == null || body.isBlank(), FieldError.missing("body", "String"));
        problems.addIf(active == null, FieldError.cleared("active", "Boolean"));
        problems.refuse();
    }

    /** Back to what Hilo says. */
    void reset(long accountId, String event, String language) {
        database.run(h -> store(h).delete(accountId, occasion(event), language(language)));
    }

    TemplateRow find(Handle handle, long accountId, Occasion occasion, Language language) {
        return store(handle)
                .find(accountId, occasion, language)
                .orElseGet(() -> TemplateRow.founded(occasion, language));
    }

    private static Occasion occasion(String event) {
        return Occasion.named(event).orElseThrow(Refusal.NotFound::new);
    }

    private static Language language(String language) {
        return Language.named(language).orElseThrow(Refusal.NotFound::new);
    }

    private static TemplateStore store(Handle handle) {
        return handle.attach(TemplateStore.class);
    }
}
