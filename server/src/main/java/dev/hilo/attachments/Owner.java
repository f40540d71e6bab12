package dev.hilo.attachments;

import dev.hilo.accounts.Privilege;

/** What a file is attached to, and what a caller must be allowed in order to take it off. */
public enum Owner {
    TICKET(Privilege.EDIT_TICKETS),
    CONVERSATION(Privilege.EDIT_CONVERSATIONS),
    SUMMARY(Privilege.EDIT_TICKETS),
    CONTACT(Privilege.MANAGE_CONTACTS),
    ARTICLE(Privilege.MANAGE_SOLUTIONS),
    CANNED_RESPONSE(Privilege.MANAGE_CANNED_RESPONSES),
    EXPORT(Privilege.EXPORT_DATA),
    IMPORT(Privilege.MANAGE_CONTACTS);

    private final Privilege toDetach;

    Owner(Privilege toDetach) {
        this.toDetach = toDetach;
    }

    Privilege toDetach() {
        return toDetach;
    }
}
