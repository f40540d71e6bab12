package dev.hilo.customers;

import dev.hilo.accounts.Account;
import dev.hilo.contacts.Invitations;
import dev.hilo.db.Database;
import dev.hilo.html.Html;
import dev.hilo.mail.out.Messenger;
import dev.hilo.pages.Phrases;
import dev.hilo.sessions.OwnAddress;
import dev.hilo.web.Address;

/** Tells contacts by mail where their tickets are. It holds no secret and so never ends: the way in is a link of its own. */
public final class PortalInvitations implements Invitations {

    private final Database database;
    private final PortalSettings settings;
    private final Messenger messenger;
    private final OwnAddress addresses;

    public PortalInvitations(Database database, PortalSettings settings, Messenger messenger, String baseDomain) {
        this.database = database;
        this.settings = settings;
        this.messenger = messenger;
        this.addresses = new OwnAddress(baseDomain);
    }

    @Override
    public void invite(Account account, Address address, String email) {
        if (!settings.isOpen(account.accountId())) return;
        String link = addresses.of(account, address).of(CustomerSessions.PATH + "/tickets");
        database.read(h -> h.attach(CustomerStore.class).byEmail(account.accountId(), email))
                .ifPresent(contact -> {
                    var phrases = Phrases.in(contact.language(), account.language());
                    messenger.send(account.accountId(), message(account, email, link, phrases));
                });
    }

    private static Messenger.Message message(Account account, String email, String link, Phrases phrases) {
        String body = "<p>" + Html.escape(phrases.text("portal.invite.body", account.name())) + "</p><p><a href=\""
                + link + "\">" + Html.escape(phrases.text("portal.tickets")) + "</a></p><p>" + link + "</p>";
        return new Messenger.Message(email, phrases.text("portal.invite.subject", account.name()), body);
    }
}
