package dev.hilo.mail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Secrets;
import dev.hilo.config.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The servers of an account's mailboxes. Their passwords lie sealed in the database, and are opened here alone. */
public final class MailServers {

    private final Secrets secrets;

    public MailServers(Secrets secrets) {
        this.secrets = secrets;
    }

    public Optional<MailboxServers> find(Handle handle, long accountId, long mailboxId) {
        return read(handle, accountId, mailboxId).stream().findFirst();
    }

    /** Of every mailbox of the account, those without servers and those that are not verified too. */
    public List<MailboxServers> list(Handle handle, long accountId) {
        return read(handle, accountId, null);
    }

    /** Takes the place of the passwords that the mailbox had. @param incoming null where there is none */
    public void keep(Handle handle, long accountId, long mailboxId, String incoming, String outgoing) {
        var store = handle.attach(MailServerStore.class);
        store.delete(accountId, mailboxId);
        if (incoming != null) insert(handle, accountId, mailboxId, Direction.IN, incoming);
        if (outgoing != null) insert(handle, accountId, mailboxId, Direction.OUT, outgoing);
    }

    private void insert(Handle handle, long accountId, long mailboxId, Direction direction, String password) {
        byte[] sealed = secrets.of(handle, accountId)
                .seal(use(mailboxId, direction), password.getBytes(StandardCharsets.UTF_8));
        handle.attach(MailServerStore.class).insert(accountId, mailboxId, direction, sealed);
    }

    private List<MailboxServers> read(Handle handle, long accountId, Long mailboxId) {
        var secret = secrets.of(handle, accountId);
        return handle.attach(MailServerStore.class).mailboxes(accountId, mailboxId).stream()
                .map(row -> servers(row, secret))
                .toList();
    }

    private static MailboxServers servers(MailServerStore.Row row, Secrets.Secret secret) {
        return new MailboxServers(
                row.id(),
                row.name(),
                row.supportEmail(),
                row.forwardEmail(),
                row.groupId(),
                row.productId(),
                row.active(),
                access(row, Direction.IN, row.incoming(), secret),
                access(row, Direction.OUT, row.outgoing(), secret));
    }

    private static Optional<MailAccess> access(
            MailServerStore.Row row, Direction direction, byte[] sealed, Secrets.Secret secret) {
        var server = server(row.customMailbox(), direction);
        if (server.isEmpty() || sealed == null) return Optional.empty();
        var password = new String(secret.open(use(row.id(), direction), sealed), StandardCharsets.UTF_8);
        return server.map(s -> new MailAccess(
                s.path("mail_server").asText(),
                s.path("port").asInt(),
                s.path("use_ssl").asBoolean(),
                s.path("delete_from_server").asBoolean(),
                s.path("authentication").asText().toLowerCase(Locale.ROOT),
                s.path("user_name").asText(),
                new Secret(password)));
    }

    private static Optional<JsonNode> server(JsonNode custom, Direction direction) {
        if (custom == null) return Optional.empty();
        return Optional.of(custom.path(direction == Direction.IN ? "incoming" : "outgoing"))
                .filter(JsonNode::isObject);
    }

    private static String use(long mailboxId, Direction direction) {
        return "mailbox password\n" + mailboxId + "\n" + direction;
    }
}
