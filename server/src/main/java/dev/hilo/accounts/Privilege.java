package dev.hilo.accounts;

/** What a role may allow. */
public enum Privilege {
    VIEW_TICKETS,
    CREATE_TICKETS,
    EDIT_TICKETS,
    DELETE_TICKETS,
    MERGE_TICKETS,
    REPLY_TICKETS,
    FORWARD_TICKETS,
    ADD_NOTES,
    EDIT_CONVERSATIONS,
    TRACK_TIME,
    VIEW_CONTACTS,
    MANAGE_CONTACTS,
    DELETE_CONTACTS,
    VIEW_SOLUTIONS,
    MANAGE_SOLUTIONS,
    MANAGE_CANNED_RESPONSES,
    EXPORT_DATA,
    /** Agents, groups, roles, fields, mailboxes, business hours, SLA policies and the other collections of an administrator. */
    ADMINISTER,
    /** The account itself. */
    MANAGE_ACCOUNT
}
