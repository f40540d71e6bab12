package dev.hilo.client;

/** How a call is treated where the account's limit is short. */
public enum Urgency {
    /** Goes first, and may use what is kept free for others: somebody waits for it. */
    URGENT,
    /** Stays within its share of the limit. */
    BULK
}
