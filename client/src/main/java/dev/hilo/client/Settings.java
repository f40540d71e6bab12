package dev.hilo.client;

import dev.hilo.api.BccEmails;
import dev.hilo.api.EmailSettings;
import dev.hilo.api.HelpdeskSettings;
import java.util.List;
import java.util.Map;

/** How the account is set up. */
public final class Settings extends Resource {

    Settings(Raw raw) {
        super(raw);
    }

    /** Its languages: {@code client.settings().helpdesk().primaryLanguage()}. */
    public HelpdeskSettings helpdesk() {
        return one("/settings/helpdesk", HelpdeskSettings.class);
    }

    /** {@code client.settings().email()} */
    public EmailSettings email() {
        return one("/email/settings", EmailSettings.class);
    }

    /** {@code client.settings().updateEmail(Map.of("skip_ticket_threading", true))} */
    public EmailSettings updateEmail(Object body) {
        return put("/email/settings", body, EmailSettings.class);
    }

    /** Who gets a copy of all mail: {@code client.settings().bcc()}. */
    public List<String> bcc() {
        return one("/notifications/email/bcc", BccEmails.class).emails();
    }

    /** {@code client.settings().updateBcc("archive@acme.test")} */
    public List<String> updateBcc(String... addresses) {
        return put("/notifications/email/bcc", Map.of("emails", List.of(addresses)), BccEmails.class)
                .emails();
    }
}
