package dev.hilo.fields;

import dev.hilo.api.CreateContactField;
import dev.hilo.api.UpdateContactField;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/contact_fields} */
public final class ContactFieldsApi {

    private final FieldAdministration fields;

    public ContactFieldsApi(FieldAdministration fields) {
        this.fields = fields;
    }

    public Answer list(Call call) {
        return Answer.ok(fields.list(call.caller().accountId(), Resource.CONTACT).stream()
                .map(PeopleFieldViews::ofContacts)
                .toList());
    }

    public Answer view(Call call) {
        return Answer.ok(
                PeopleFieldViews.ofContacts(fields.require(call.caller().accountId(), Resource.CONTACT, call.id())));
    }

    /** The location is malformed as recorded: a dot where a slash belongs, and no {@code /api/v2}. */
    public Answer create(Call call) {
        var asked = call.body(CreateContactField.class).field();
        var field = fields.create(call.caller().accountId(), Resource.CONTACT, asked);
        return new Answer.Created("/admin/contact_fields." + field.id(), PeopleFieldViews.ofContacts(field));
    }

    public Answer update(Call call) {
        var asked = call.body(UpdateContactField.class).field();
        return Answer.ok(PeopleFieldViews.ofContacts(
                fields.update(call.caller().accountId(), Resource.CONTACT, call.id(), asked)));
    }

    public Answer delete(Call call) {
        fields.delete(call.caller().accountId(), Resource.CONTACT, call.id());
        return Answer.done();
    }
}
