package dev.hilo.accounts;

/** What a call counts towards beside the account's calls per minute. */
public enum CallKind {
    OTHER,
    TICKET_CREATE,
    TICKET_UPDATE,
    TICKET_LIST,
    CONTACT_LIST
}
