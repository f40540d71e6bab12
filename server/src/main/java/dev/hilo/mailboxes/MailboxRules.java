package dev.hilo.mailboxes;

import dev.hilo.api.CreateMailbox;
import dev.hilo.api.FieldError;
import dev.hilo.api.MailServer;
import dev.hilo.contacts.Emails;
import dev.hilo.errors.Problems;

/** Whether a support address may be stored as asked. */
final class MailboxRules {

    private static final int LARGEST_PORT = 65_535;

    private final MailboxStore store;
    private final long accountId;
    private final Problems problems = new Problems();

    MailboxRules(MailboxStore store, long accountId) {
        this.store = store;
        this.accountId = accountId;
    }

    /** @param servers those that the request names; null when it names none */
    void check(MailboxFields fields, CreateMailbox.Custom servers) {
        if (fields.supportEmail() == null) problems.add(FieldError.cleared("support_email", "String"));
        else {
            problems.addIf(!Emails.isValid(fields.supportEmail()), FieldError.invalid("support_email", Emails.MESSAGE));
        }
        Long group = fields.groupId();
        problems.addIf(
                group != null && store.group(accountId, group).isEmpty(), FieldError.unknown("group_id", "group"));
        Long product = fields.productId();
        problems.addIf(
                product != null && store.product(accountId, product).isEmpty(),
                FieldError.unknown("product_id", "product"));
        checkServers(fields, servers);
        problems.refuse();
    }

    private void checkServers(MailboxFields fields, CreateMailbox.Custom servers) {
        if (!fields.isCustom()) {
            problems.addIf(servers != null, FieldError.unexpected("custom_mailbox"));
        } else if (servers == null) {
            problems.addIf(fields.customMailbox() == null, FieldError.missing("custom_mailbox", "key/value pair"));
        } else {
            String access = servers.accessType();
            if (!access.equals("outgoing")) checkServer("incoming", servers.incoming(), true);
            if (!access.equals("incoming")) checkServer("outgoing", servers.outgoing(), false);
        }
    }

    private void checkServer(String name, MailServer server, boolean receives) {
        String field = "custom_mailbox." + name;
        if (server == null) {
            problems.add(FieldError.missing(field, "key/value pair"));
            return;
        }
        boolean portIsOne = server.port() >= 1 && server.port() <= LARGEST_PORT;
        problems.addIf(!portIsOne, FieldError.invalid(field + ".port", "It should be a Positive Integer"));
        problems.addIf(
                receives && server.deleteFromServer() == null,
                FieldError.missing(field + ".delete_from_server", "Boolean"));
        problems.addIf(
                !receives && server.deleteFromServer() != null, FieldError.unexpected(field + ".delete_from_server"));
        problems.addIf(
                server.userName() == null && server.username() == null,
                FieldError.missing(field + ".user_name", "String"));
        problems.addIf(server.password() == null, FieldError.missing(field + ".password", "String"));
    }
}
