package dev.hilo.contacts;

import dev.hilo.api.CreateContact;
import dev.hilo.api.MakeAgent;
import dev.hilo.api.MergeContacts;
import dev.hilo.api.Required;
import dev.hilo.api.UpdateContact;
import dev.hilo.search.Search;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/contacts} */
public final class ContactsApi {

    /** The query of the look-up while somebody types. */
    public record Typed(@Required String term) {}

    /** @param force whether a contact who is not in the trash goes too */
    public record HardDelete(Boolean force) {}

    private final Contacts contacts;
    private final ContactTrash trash;
    private final ContactMerges merges;
    private final Promotions promotions;
    private final Invitations invitations;
    private final ContactSearch search;

    public ContactsApi(
            Contacts contacts,
            ContactTrash trash,
            ContactMerges merges,
            Promotions promotions,
            Invitations invitations,
            ContactSearch search) {
        this.contacts = contacts;
        this.trash = trash;
        this.merges = merges;
        this.promotions = promotions;
        this.invitations = invitations;
        this.search = search;
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

    public Answer delete(Call call) {
        trash.delete(call.caller(), call.id());
        return Answer.done();
    }

    public Answer restore(Call call) {
        trash.restore(call.caller(), call.id());
        return Answer.done();
    }

    public Answer hardDelete(Call call) {
        boolean force = Boolean.TRUE.equals(call.parameters(HardDelete.class).force());
        trash.hardDelete(call.caller(), call.id(), force);
        return Answer.done();
    }

    public Answer merge(Call call) {
        merges.merge(call.caller(), call.body(MergeContacts.class));
        return Answer.done();
    }

    public Answer makeAgent(Call call) {
        return Answer.ok(promotions.makeAgent(call.caller(), call.id(), call.body(MakeAgent.class)));
    }

    public Answer sendInvite(Call call) {
        invitations.invite(call.account(), call.address(), promotions.inviteTo(call.caller(), call.id()));
        return Answer.done();
    }

    public Answer search(Call call) {
        return Answer.ok(search.search(call.caller(), call.parameters(Search.class)));
    }

    public Answer autocomplete(Call call) {
        return Answer.ok(contacts.autocomplete(
                call.caller(), call.parameters(Typed.class).term()));
    }
}
