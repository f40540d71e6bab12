package dev.hilo.contacts;

import dev.hilo.accounts.Caller;
import dev.hilo.api.FieldError;
import dev.hilo.api.MergeContacts;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Makes one contact of several who are the same person. */
public final class ContactMerges {

    private final Database database;
    private final Clock clock;

    public ContactMerges(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The secondary contacts end in the trash; their tickets, e-mails and companies are the primary one's. */
    void merge(Caller caller, MergeContacts asked) {
        var secondaries = List.copyOf(new LinkedHashSet<>(asked.secondaryContactIds()));
        database.run(h -> merge(h, caller, asked, secondaries));
    }

    private void merge(Handle handle, Caller caller, MergeContacts asked, List<Long> secondaries) {
        var problems = new Problems();
        var all = contacts(handle, caller, asked.primaryContactId(), secondaries, problems);
        problems.refuse();
        all.forEach(contact -> IdentityLock.take(handle, caller.accountId(), contact.identities()));
        var merged = new Merger(all, asked.contact(), problems).merged();
        problems.refuse();
        retire(handle, caller.accountId(), secondaries, asked.primaryContactId());
        write(handle, caller.accountId(), asked.primaryContactId(), merged);
    }

    /** The primary contact first. */
    private static List<ContactFields> contacts(
            Handle handle, Caller caller, long primary, List<Long> secondaries, Problems problems) {
        var ids = new ArrayList<>(secondaries);
        ids.addFirst(primary);
        handle.attach(MergeStore.class).lock(caller.accountId(), ids);
        var all = new ArrayList<ContactFields>();
        find(handle, caller, List.of(primary), "primary_contact_id", all, problems);
        problems.addIf(
                secondaries.isEmpty() || secondaries.contains(primary),
                FieldError.invalid("secondary_contact_ids", "It should contain contacts other than the primary one"));
        find(handle, caller, secondaries, "secondary_contact_ids", all, problems);
        return all;
    }

    private static void find(
            Handle handle, Caller caller, List<Long> ids, String field, List<ContactFields> found, Problems problems) {
        var known = new ContactQuery(caller.accountId()).in(null).among(ids).all(handle);
        problems.addIf(known.size() < ids.size(), FieldError.unknown(field, "contact"));
        ids.forEach(id ->
                known.stream().filter(contact -> contact.id() == id).forEach(contact -> found.add(contact.fields())));
    }

    private void retire(Handle handle, long accountId, List<Long> ids, long into) {
        var store = handle.attach(MergeStore.class);
        store.retire(accountId, ids, into, clock.instant());
        store.follow(accountId, ids, into);
        store.dropOtherEmails(accountId, ids);
        store.dropOtherCompanies(accountId, ids);
        store.moveTickets(accountId, ids, into, clock.instant());
        store.moveRatings(accountId, ids, into);
    }

    private void write(Handle handle, long accountId, long id, ContactFields merged) {
        var store = handle.attach(ContactStore.class);
        if (!merged.isKnownBySomething()) {
            throw new Refusal.Invalid(new FieldError("email", ContactRules.ONE_OF_THESE, "missing_field"));
        }
        store.dropOtherEmails(accountId, id);
        store.dropOtherCompanies(accountId, id);
        store.update(accountId, id, merged, clock.instant());
        store.addOtherEmails(accountId, id, merged.otherEmails());
        store.addOtherCompanies(accountId, id, merged.otherCompanies());
    }
}
