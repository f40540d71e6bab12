package dev.hilo.notifications;

import dev.hilo.api.NotificationTemplate;
import java.time.Instant;

/**
 * A template, the account's own or Hilo's; public for the mapper.
 *
 * @param updatedAt null for one of Hilo's
 */
public record TemplateRow(
        Occasion occasion, Language language, String subject, String body, boolean active, Instant updatedAt) {

    static TemplateRow founded(Occasion occasion, Language language) {
        var words = Wordings.of(occasion, language);
        return new TemplateRow(occasion, language, words.subject(), words.body(), true, null);
    }

    boolean isDefault() {
        return updatedAt == null;
    }

    NotificationTemplate wire() {
        return new NotificationTemplate(
                occasion.wire(), language.wire(), subject, body, active, isDefault(), updatedAt);
    }
}
