package dev.hilo.contacts;

import dev.hilo.accounts.Caller;
import dev.hilo.api.Contact;
import dev.hilo.api.ContactChanged;
import dev.hilo.api.ContactFound;
import dev.hilo.api.ContactItem;
import dev.hilo.api.CreateContact;
import dev.hilo.api.FieldError;
import dev.hilo.api.UpdateContact;
import dev.hilo.api.Upload;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.attachments.Staged;
import dev.hilo.db.Clash;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.CustomFields;
import dev.hilo.fields.Forms;
import dev.hilo.fields.Resource;
import dev.hilo.web.Address;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Those who write in. Agents are people too, but not found here. */
public final class Contacts {

    private static final int MOST_FOUND = 30;

    private final Database database;
    private final Forms forms;
    private final Attachments attachments;
    private final Clock clock;

    public Contacts(Database database, Forms forms, Attachments attachments, Clock clock) {
        this.database = database;
        this.forms = forms;
        this.attachments = attachments;
        this.clock = clock;
    }

    Page<ContactItem> list(Caller caller, ContactFilter filter, Paging paging) {
        var custom = custom(caller);
        return database.read(
                h -> Page.of(query(h, caller, filter).page(h, paging), paging).map(row -> row.item(custom)));
    }

    private static ContactQuery query(Handle handle, Caller caller, ContactFilter filter) {
        var query = new ContactQuery(caller.accountId()).in(filter.state());
        if (filter.email() != null) query.withEmail(filter.email().strip());
        if (filter.mobile() != null) query.withMobile(filter.mobile().strip());
        if (filter.phone() != null) query.withPhone(filter.phone().strip());
        if (filter.uniqueExternalId() != null)
            query.withExternalId(filter.uniqueExternalId().strip());
        if (filter.contactType() != null) query.ofType(filter.contactType());
        if (filter.since() != null) query.updatedSince(filter.since());
        if (filter.companyId() != null) {
            var known = store(handle).companiesAmong(caller.accountId(), List.of(filter.companyId()));
            if (known.isEmpty()) throw new Refusal.Invalid(FieldError.unknown("company_id", "company"));
            query.ofCompany(filter.companyId());
        }
        return query;
    }

    public Contact view(Caller caller, long id, Address address) {
        return database.read(h -> {
            var row = require(h, caller, id);
            return row.view(
                    custom(caller),
                    attachments
                            .avatars(h, caller.accountId(), List.of(id), address)
                            .get(id));
        });
    }

    private ContactChanged changed(Caller caller, long id, Address address) {
        return database.read(h -> {
            var row = require(h, caller, id);
            return row.changed(
                    custom(caller),
                    attachments
                            .avatars(h, caller.accountId(), List.of(id), address)
                            .get(id));
        });
    }

    private static ContactRow require(Handle handle, Caller caller, long id) {
        return store(handle).find(caller.accountId(), id).orElseThrow(Refusal.NotFound::new);
    }

    List<ContactFound> autocomplete(Caller caller, String term) {
        String prefix = term.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        if (prefix.isEmpty()) return List.of();
        return database.read(h -> store(h).autocomplete(caller.accountId(), prefix, MOST_FOUND));
    }

    ContactChanged create(Caller caller, CreateContact asked, Address address) {
        var problems = new Problems();
        Picture.check(asked.avatar(), problems);
        problems.refuse();
        try (var staged = stage(caller, asked.avatar())) {
            long id = database.write(h -> {
                long made = create(h, caller, asked);
                show(h, caller, made, staged, address);
                return made;
            });
            return changed(caller, id, address);
        }
    }

    /** Who has the e-mail, as the first or another one, or else the external id; an agent too. */
    public Optional<Long> known(Handle handle, Caller caller, String email, String externalId) {
        var store = handle.attach(RequesterStore.class);
        return Optional.ofNullable(Values.email(email))
                .flatMap(address -> store.byEmail(caller.accountId(), address))
                .or(() -> Optional.ofNullable(externalId).flatMap(id -> store.byExternalId(caller.accountId(), id)))
                .map(RequesterStore.Known::id);
    }

    /** Makes a contact, but for the picture, in the caller's transaction. */
    public long create(Handle handle, Caller caller, CreateContact asked) {
        var problems = new Problems();
        var fields = new NewContact(asked)
                .fields(
                        caller.account(),
                        custom(caller),
                        domain -> store(handle)
                                .companyOfDomain(caller.accountId(), domain)
                                .orElse(null),
                        problems);
        new ContactRules(store(handle), caller.accountId(), problems)
                .check(fields, fields.byField().keySet(), forms.list(caller.accountId(), Resource.CONTACT));
        problems.refuse();
        IdentityLock.take(handle, caller.accountId(), fields.identities());
        ContactRules.requireUnique(store(handle), caller.accountId(), 0, fields);
        return unlessTaken(() -> {
            long id = store(handle).insert(caller.accountId(), fields, clock.instant());
            store(handle).addOtherEmails(caller.accountId(), id, fields.otherEmails());
            store(handle).addOtherCompanies(caller.accountId(), id, fields.otherCompanies());
            return id;
        });
    }

    public ContactChanged update(Caller caller, long id, UpdateContact asked, Address address) {
        var problems = new Problems();
        Picture.check(asked.avatar().value(), problems);
        problems.refuse();
        try (var staged = stage(caller, asked.avatar().value())) {
            database.run(h -> {
                update(h, caller, id, asked);
                if (asked.avatar().isPresent()) {
                    attachments.delete(h, caller.accountId(), Owner.CONTACT, List.of(id));
                    show(h, caller, id, staged, address);
                    store(h).touch(caller.accountId(), id, clock.instant());
                }
            });
            return changed(caller, id, address);
        }
    }

    /** Changes a contact, but for the picture, in the caller's transaction; nothing is touched when all is as asked. */
    public void update(Handle handle, Caller caller, long id, UpdateContact asked) {
        var now = store(handle)
                .findForUpdate(caller.accountId(), id)
                .orElseThrow(Refusal.NotFound::new)
                .requireWritable()
                .fields();
        var problems = new Problems();
        var change = new ContactChange(asked);
        var fields = change.applied(now, custom(caller), problems);
        new ContactRules(store(handle), caller.accountId(), problems)
                .check(fields, change.named(), forms.list(caller.accountId(), Resource.CONTACT));
        problems.refuse();
        if (fields.equals(now)) return;
        unlessTaken(() -> {
            replace(handle, caller, id, now, fields);
            return id;
        });
    }

    private void replace(Handle handle, Caller caller, long id, ContactFields now, ContactFields fields) {
        if (!fields.identities().equals(now.identities())) {
            IdentityLock.take(handle, caller.accountId(), fields.identities());
            ContactRules.requireUnique(store(handle), caller.accountId(), id, fields);
        }
        store(handle).update(caller.accountId(), id, fields, clock.instant());
        if (!fields.otherEmails().equals(now.otherEmails())) {
            store(handle).dropOtherEmails(caller.accountId(), id);
            store(handle).addOtherEmails(caller.accountId(), id, fields.otherEmails());
        }
        if (!fields.otherCompanies().equals(now.otherCompanies())) {
            store(handle).dropOtherCompanies(caller.accountId(), id);
            store(handle).addOtherCompanies(caller.accountId(), id, fields.otherCompanies());
        }
    }

    private Staged stage(Caller caller, Upload avatar) {
        return attachments.stage(caller.accountId(), avatar == null ? List.of() : List.of(avatar));
    }

    private void show(Handle handle, Caller caller, long id, Staged avatar, Address address) {
        attachments.attach(handle, caller.accountId(), Owner.CONTACT, id, null, avatar, clock.instant(), address);
    }

    private CustomFields custom(Caller caller) {
        return forms.custom(caller.accountId(), Resource.CONTACT);
    }

    /** The unique indexes catch those who do not take the lock. */
    private static <T> T unlessTaken(Clash.Work<T> work) {
        return Clash.guard(
                "contacts_email",
                () -> duplicate("email"),
                () -> Clash.guard("contact_emails_pkey", () -> duplicate("other_emails"), work));
    }

    private static Refusal duplicate(String field) {
        return new Refusal.Duplicate(FieldError.duplicate(field));
    }

    private static ContactStore store(Handle handle) {
        return handle.attach(ContactStore.class);
    }
}
