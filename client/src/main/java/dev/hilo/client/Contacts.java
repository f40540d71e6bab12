package dev.hilo.client;

import dev.hilo.api.AgentMade;
import dev.hilo.api.Contact;
import dev.hilo.api.ContactChanged;
import dev.hilo.api.ContactFound;
import dev.hilo.api.ContactItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    /** At most 300: {@code client.contacts().search("tag:'vip'")}. */
    public Pages<ContactItem> search(String query) {
        return search("/search/contacts", query, ContactItem.class);
    }

    /** Whose name begins so: {@code client.contacts().named("Car")}. */
    public List<ContactFound> named(String beginning) {
        var address = Address.of("/contacts/autocomplete").with("term", beginning);
        return List.of(get(address.toString()).as(ContactFound[].class));
    }

    /** {@code client.contacts().create(Map.of("name", "Carla Customer", "email", "carla@customer.test"))} */
    public ContactChanged create(Object body) {
        return post("/contacts", body, ContactChanged.class);
    }

    /** {@code client.contacts().update(7, Map.of("job_title", "Buyer"))} */
    public ContactChanged update(long id, Object body) {
        return put("/contacts/" + id, body, ContactChanged.class);
    }

    /** Into the trash: {@code client.contacts().delete(7)}. */
    public void delete(long id) {
        delete("/contacts/" + id);
    }

    /** Out of the trash: {@code client.contacts().restore(7)}. */
    public void restore(long id) {
        restore("/contacts/" + id);
    }

    /** For good, with all their tickets: {@code client.contacts().erase(7)}. */
    public void erase(long id) {
        delete("/contacts/" + id + "/hard_delete?force=true");
    }

    /** The others become part of the first: {@code client.contacts().merge(7, 8, 9)}. */
    public void merge(long primary, long... others) {
        var body = Map.of("primary_contact_id", primary, "secondary_contact_ids", Resource.boxed(others));
        send("POST", "/contacts/merge", body);
    }

    /** {@code client.contacts().makeAgent(7, Map.of("occasional", false, "ticket_scope", 1))} */
    public AgentMade makeAgent(long id, Object body) {
        return put("/contacts/" + id + "/make_agent", body, AgentMade.class);
    }

    /** Mails an invitation to the portal: {@code client.contacts().invite(7)}. */
    public void invite(long id) {
        send("PUT", "/contacts/" + id + "/send_invite", null);
    }

    /** In and out as CSV files: {@code client.contacts().transfers().loads()}. */
    public Transfers transfers() {
        return new Transfers(raw(), "/contacts");
    }
}
