package dev.hilo.mail.in;

import dev.hilo.accounts.Accounts;
import dev.hilo.db.Database;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** What is kept of mail besides tickets and entries, and when it goes. */
public final class MailTraces {

    /** A mail that comes once more after that becomes a new entry. */
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;

    public MailTraces(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Of a person who is about to be erased: the mail held back, and who sent what. That a mail has come stays known. */
    public static void erase(Handle handle, long accountId, long contactId) {
        var store = handle.attach(MailInStore.class);
        store.forgetHeld(accountId, contactId);
        store.forgetSender(accountId, contactId);
    }

    /** Old mail is not told from new any more. */
    public void forgetOld() {
        var before = clock.instant().minus(REMEMBERED);
        for (var account : accounts.list()) {
            database.run(h -> h.attach(MailInStore.class).forgetBefore(account.accountId(), before));
        }
    }
}
