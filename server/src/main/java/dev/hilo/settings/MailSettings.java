package dev.hilo.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.BccEmails;
import dev.hilo.api.EmailSettings;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.api.UpdateEmailSettings;
import dev.hilo.contacts.Emails;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import java.util.List;
import java.util.Locale;

/** How an account treats mail. */
public final class MailSettings {

    private static final int LONGEST_BCC = 255;

    private final Database database;

    public MailSettings(Database database) {
        this.database = database;
    }

    public EmailSettings of(long accountId) {
        var toggles = Json.MAPPER.<ObjectNode>valueToTree(EmailSettings.FOUNDED);
        database.read(h -> h.attach(EmailSettingsStore.class).find(accountId))
                .ifPresent(row -> toggles.setAll((ObjectNode) row.toggles()));
        try {
            return Json.MAPPER.treeToValue(toggles, EmailSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    EmailSettings update(long accountId, UpdateEmailSettings asked) {
        database.run(h -> h.attach(EmailSettingsStore.class).set(accountId, Json.MAPPER.valueToTree(asked)));
        return of(accountId);
    }

    /** Who gets a blind copy of everything that the account sends. */
    public BccEmails bcc(long accountId) {
        return new BccEmails(
                database.read(h -> h.attach(EmailSettingsStore.class).find(accountId))
                        .map(EmailSettingsStore.Row::bccEmails)
                        .orElse(List.of()));
    }

    BccEmails updateBcc(long accountId, BccEmails asked) {
        var emails = asked.emails().stream()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        var problems = new Problems();
        problems.addIf(
                !emails.stream().allMatch(Emails::isValid),
                FieldError.invalid(
                        "emails", "It should contain elements that are in the 'valid email address' format"));
        problems.addIf(
                String.join(",", emails).length() > LONGEST_BCC,
                FieldError.invalid("emails", "It should have at most " + LONGEST_BCC + " characters"));
        problems.refuse();
        database.run(h -> h.attach(EmailSettingsStore.class).setBcc(accountId, emails));
        return bcc(accountId);
    }
}
