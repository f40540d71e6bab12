package dev.hilo.mailboxes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.CreateMailbox;
import dev.hilo.api.Json;
import dev.hilo.api.MailServer;
import dev.hilo.api.Mailbox;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateMailbox;
import java.util.Locale;

/** Turns requests about support addresses into what is stored. */
final class MailboxChange {

    private MailboxChange() {}

    static MailboxFields fields(CreateMailbox asked) {
        String email = lower(asked.supportEmail());
        boolean custom = !asked.mailboxType().equals(MailboxFields.FORWARDED);
        return new MailboxFields(
                asked.name() == null || asked.name().isBlank() ? email : asked.name(),
                email,
                asked.groupId(),
                asked.productId(),
                Boolean.TRUE.equals(asked.defaultReplyEmail()),
                Boolean.TRUE.equals(asked.active()) || Boolean.TRUE.equals(asked.disableVerify()),
                asked.mailboxType(),
                custom ? stored(asked.customMailbox()) : null);
    }

    static MailboxFields changed(MailboxFields now, UpdateMailbox asked) {
        String type = asked.mailboxType().hasValue() ? asked.mailboxType().value() : now.mailboxType();
        boolean custom = !type.equals(MailboxFields.FORWARDED);
        var servers =
                asked.customMailbox().hasValue() ? stored(asked.customMailbox().value()) : now.customMailbox();
        return new MailboxFields(
                asked.name().hasValue() ? asked.name().value() : now.name(),
                asked.supportEmail().map(MailboxChange::lower).or(now.supportEmail()),
                asked.groupId().or(now.groupId()),
                asked.productId().or(now.productId()),
                isOn(asked.defaultReplyEmail(), now.isPrimary()),
                isOn(asked.active(), now.active()) || isOn(asked.disableVerify(), false),
                type,
                custom ? servers : null);
    }

    private static boolean isOn(Patch<Boolean> asked, boolean now) {
        return asked.hasValue() ? asked.value() : now;
    }

    private static String lower(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** The servers as they are shown: without their passwords. */
    private static JsonNode stored(CreateMailbox.Custom asked) {
        if (asked == null) return null;
        boolean receives = !asked.accessType().equals("outgoing");
        boolean sends = !asked.accessType().equals("incoming");
        return Json.MAPPER.valueToTree(new Mailbox.Custom(
                asked.accessType(),
                receives ? incoming(asked.incoming()) : null,
                sends ? outgoing(asked.outgoing()) : null));
    }

    private static Mailbox.Incoming incoming(MailServer s) {
        if (s == null) return null;
        return new Mailbox.Incoming(
                s.mailServer(), s.port(), s.useSsl(), s.deleteFromServer(), authentication(s), userName(s), null);
    }

    private static Mailbox.Outgoing outgoing(MailServer s) {
        if (s == null) return null;
        return new Mailbox.Outgoing(s.mailServer(), s.port(), s.useSsl(), authentication(s), userName(s));
    }

    private static String authentication(MailServer server) {
        return server.authentication().toLowerCase(Locale.ROOT);
    }

    private static String userName(MailServer server) {
        return server.userName() == null ? server.username() : server.userName();
    }
}
