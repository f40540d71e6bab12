package dev.hilo.client;

import dev.hilo.api.Contact;
import dev.hilo.api.ContactItem;
import java.time.Instant;

/** Those who write in. {@code where} gives the same contacts with a condition more. */
public final class Contacts extends Resource {

    private final Address list;

    Contacts(Raw raw) {
        this(raw, Address.of("/contacts"));
    }

    private Contacts(Raw raw, Address list) {
        super(raw);
        this.list = list;
    }

    /**
     * One of email, mobile, phone, company_id, state, contact_type, unique_external_id:
     * {@code client.contacts().where("state", "deleted").all()}.
     */
    public Contacts where(String field, Object value) {
        return new Contacts(raw(), list.with(field, value));
    }

    /** Neither deleted nor blocked, unless a condition says so: {@code client.contacts().all()}. */
    public Pages<ContactItem> all() {
        return pages(list, ContactItem.class);
    }

    /** {@code client.contacts().updatedSince(yesterday)} */
    public Pages<ContactItem> updatedSince(Instant since) {
        return where("updated_since", Seconds.of(since)).all();
    }

    /** {@code client.contacts().get(7)} */
    public Contact get(long id) {
        return document(id).record();
    }

    /** With every field that came: {@code client.contacts().document(7).json()}. */
    public Document<Contact> document(long id) {
        return document("/contacts/" + id, Contact.class);
    }
}
