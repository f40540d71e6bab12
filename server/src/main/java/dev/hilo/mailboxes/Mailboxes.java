package dev.hilo.mailboxes;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.NewAccount;
import dev.hilo.api.CreateMailbox;
import dev.hilo.api.FieldError;
import dev.hilo.api.UpdateMailbox;
import dev.hilo.db.Clash;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.mail.MailServers;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The support addresses of an account. */
public final class Mailboxes {

    private final Database database;
    private final Clock clock;
    private final MailServers servers;
    private final String baseDomain;

    /** @param baseDomain under which each account has addresses of ours, such as {@code support@acme.localhost} */
    public Mailboxes(Database database, Clock clock, MailServers servers, String baseDomain) {
        this.database = database;
        this.clock = clock;
        this.servers = servers;
        this.baseDomain = baseDomain;
    }

    Page<MailboxRow> list(Caller caller, MailboxFilter filter, Paging paging) {
        if (filter.orderType() != null && filter.orderBy() == null) {
            throw new Refusal.Invalid(FieldError.missingAmong("order_by", "product_id", "group_id"));
        }
        return Page.of(
                database.read(h -> store(h).list(caller.accountId(), filter, paging.limit(), paging.offset())), paging);
    }

    MailboxRow require(Caller caller, long id) {
        return database.read(h -> store(h).find(caller.accountId(), id)).orElseThrow(Refusal.NotFound::new);
    }

    MailboxRow create(Caller caller, CreateMailbox asked) {
        long accountId = caller.accountId();
        var fields = MailboxChange.fields(asked);
        long id = unlessTaken(() -> database.write(h -> {
            String subdomain = store(h).lock(accountId);
            new MailboxRules(store(h), accountId).check(fields, asked.customMailbox());
            if (fields.isPrimary()) store(h).demoteOthers(accountId, 0, fields.productId(), clock.instant());
            long created = store(h).insert(accountId, fields, forward(fields, subdomain), clock.instant());
            keepPasswords(h, accountId, created, asked.customMailbox());
            return created;
        }));
        return require(caller, id);
    }

    /** The account always has a primary address: it steps down only for another. */
    MailboxRow update(Caller caller, long id, UpdateMailbox asked) {
        long accountId = caller.accountId();
        unlessTaken(() -> database.write(h -> {
            String subdomain = store(h).lock(accountId);
            var now = store(h).find(accountId, id).orElseThrow(Refusal.NotFound::new);
            var fields = MailboxChange.changed(now.fields(), asked);
            new MailboxRules(store(h), accountId)
                    .check(fields, asked.customMailbox().value());
            if (isPrimaryOfAccount(now.fields()) && !isPrimaryOfAccount(fields)) {
                throw new Refusal.Invalid(
                        FieldError.invalid("default_reply_email", "Another mailbox has to become the primary one"));
            }
            var newServers = asked.customMailbox().value();
            if (!fields.isCustom() || newServers != null) keepPasswords(h, accountId, id, newServers);
            if (fields.equals(now.fields())) return null;
            if (fields.isPrimary()) store(h).demoteOthers(accountId, id, fields.productId(), clock.instant());
            store(h).update(accountId, id, fields, forward(fields, subdomain), clock.instant());
            return null;
        }));
        return require(caller, id);
    }

    void delete(Caller caller, long id) {
        database.run(h -> {
            store(h).lock(caller.accountId());
            var mailbox = store(h).find(caller.accountId(), id).orElseThrow(Refusal.NotFound::new);
            if (isPrimaryOfAccount(mailbox.fields())) {
                throw new Refusal.InconsistentState("The primary mailbox of the account cannot be deleted");
            }
            store(h).delete(caller.accountId(), id);
        });
    }

    private void keepPasswords(Handle handle, long accountId, long id, CreateMailbox.Custom asked) {
        boolean receives = asked != null && !asked.accessType().equals("outgoing");
        boolean sends = asked != null && !asked.accessType().equals("incoming");
        servers.keep(
                handle,
                accountId,
                id,
                receives ? asked.incoming().password() : null,
                sends ? asked.outgoing().password() : null);
    }

    private static boolean isPrimaryOfAccount(MailboxFields fields) {
        return fields.isPrimary() && fields.productId() == null;
    }

    /** The address that a new account begins with. */
    public void found(Handle handle, long accountId, NewAccount account, Instant now) {
        String domain = account.subdomain() + "." + baseDomain;
        String address = "support@" + domain;
        var fields = new MailboxFields(account.name(), address, null, null, true, true, MailboxFields.FORWARDED, null);
        store(handle).insert(accountId, fields, address, now);
    }

    /** {@code examplecomhelp@acme.localhost} for {@code help@example.com}, as Freshdesk makes them. */
    private String forward(MailboxFields fields, String subdomain) {
        if (fields.isCustom()) return null;
        String own = "@" + subdomain + "." + baseDomain;
        String email = fields.supportEmail();
        if (email.endsWith(own)) return email;
        int at = email.lastIndexOf('@');
        return email.substring(at + 1).replace(".", "") + email.substring(0, at) + own;
    }

    private static <T> T unlessTaken(Clash.Work<T> work) {
        return Clash.guard(
                "mailboxes_support_email", () -> new Refusal.Duplicate(FieldError.duplicate("support_email")), work);
    }

    private static MailboxStore store(Handle handle) {
        return handle.attach(MailboxStore.class);
    }
}
