package dev.hilo.contacts;

import dev.hilo.api.CreateContact;
import dev.hilo.api.Required;
import dev.hilo.api.UpdateContact;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/contacts} */
public final class ContactsApi {

    /** The query of the look-up while somebody types. */
    public record Typed(@Required String term) {}

    private final Contacts contacts;

    public ContactsApi(Contacts contacts) {
        this.contacts = contacts;
    }

    public Answer list(Call call) {
        return Answer.page(contacts.list(call.caller(), call.parameters(ContactFilter.class), call.paging()));
    }

    public Answer view(Call call) {
        return Answer.ok(contacts.view(call.caller(), call.id(), call.address()));
    }

    public Answer create(Call call) {
        var contact = contacts.create(call.caller(), call.body(CreateContact.class), call.address());
        return Answer.created("contacts/" + contact.id(), contact);
    }

    public Answer update(Call call) {
        return Answer.ok(contacts.update(call.caller(), call.id(), call.body(UpdateContact.class), call.address()));
    }

    public Answer autocomplete(Call call) {
        return Answer.ok(contacts.autocomplete(
                call.caller(), call.parameters(Typed.class).term()));
    }
}
