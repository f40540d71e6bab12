package dev.hilo.mailboxes;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hilo.api.EmailConfig;
import dev.hilo.api.Json;
import dev.hilo.api.Mailbox;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/** @param forwardEmail the address of ours to which mail is to be forwarded */
public record MailboxRow(
        long id, @Nested MailboxFields fields, String forwardEmail, Instant createdAt, Instant updatedAt) {

    Mailbox wire() {
        return new Mailbox(
                id,
                fields.name(),
                fields.supportEmail(),
                fields.groupId(),
                fields.isPrimary(),
                fields.active(),
                fields.mailboxType(),
                null,
                createdAt,
                updatedAt,
                fields.productId(),
                fields.isCustom() ? null : new Mailbox.Forwarding(forwardEmail),
                fields.isCustom() ? custom() : null);
    }

    private Mailbox.Custom custom() {
        try {
            return Json.MAPPER.treeToValue(fields.customMailbox(), Mailbox.Custom.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    EmailConfig config() {
        return new EmailConfig(
                id,
                fields.name(),
                fields.productId(),
                forwardEmail == null ? fields.supportEmail() : forwardEmail,
                fields.supportEmail(),
                fields.groupId(),
                fields.isPrimary(),
                fields.active(),
                createdAt,
                updatedAt);
    }
}
