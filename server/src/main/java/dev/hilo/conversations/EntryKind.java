package dev.hilo.conversations;

/** What an entry is, with the numbers that the wire gives it. */
public enum EntryKind {
    REPLY(0, 3),
    NOTE(2, 2),
    CUSTOMER_MAIL(0, 1),
    CUSTOMER_NOTE(2, 1),
    FEEDBACK(6, 7),
    FORWARD(8, 2),
    REPLY_TO_FORWARD(2, 6);

    public final int source;
    public final int category;

    EntryKind(int source, int category) {
        this.source = source;
        this.category = category;
    }
}
