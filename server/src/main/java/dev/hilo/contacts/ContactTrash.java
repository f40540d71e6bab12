package dev.hilo.contacts;

import dev.hilo.accounts.Caller;
import dev.hilo.api.FieldError;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Erasure;
import dev.hilo.mail.in.MailTraces;
import dev.hilo.tickets.Purge;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Contacts that are put into the trash, taken out of it, or removed for good. */
public final class ContactTrash {

    private final Database database;
    private final Attachments attachments;
    private final Purge purge;
    private final Clock clock;

    public ContactTrash(Database database, Attachments attachments, Purge purge, Clock clock) {
        this.database = database;
        this.attachments = attachments;
        this.purge = purge;
        this.clock = clock;
    }

    /** The contact can be looked at and restored; the contact's tickets stay. */
    void delete(Caller caller, long id) {
        database.run(h -> {
            lock(h, caller, id).requireWritable();
            store(h).putIntoTrash(caller.accountId(), id, true, clock.instant());
        });
    }

    /** Who was merged into another does not come back. */
    void restore(Caller caller, long id) {
        database.run(h -> {
            var contact = lock(h, caller, id);
            if (!contact.deleted() || contact.mergedInto() != null) throw new Refusal.NotFound();
            store(h).putIntoTrash(caller.accountId(), id, false, clock.instant());
        });
    }

    /** With all tickets of the contact, and out of the history. @param force also when the contact is not in the trash */
    void hardDelete(Caller caller, long id, boolean force) {
        database.run(h -> {
            if (!lock(h, caller, id).deleted() && !force) {
                throw new Refusal.Invalid(
                        FieldError.invalid("force", "It should be true for a contact that is not deleted"));
            }
            MailTraces.erase(h, caller.accountId(), id);
            var tickets = purge.removeOfRequester(h, caller.accountId(), id);
            var gone = store(h).delete(caller.accountId(), id);
            attachments.delete(h, caller.accountId(), Owner.CONTACT, gone);
            Erasure.erase(h, caller.accountId(), id, tickets, clock.instant());
        });
    }

    private static ContactRow lock(Handle handle, Caller caller, long id) {
        return store(handle).findForUpdate(caller.accountId(), id).orElseThrow(Refusal.NotFound::new);
    }

    private static ContactStore store(Handle handle) {
        return handle.attach(ContactStore.class);
    }
}
