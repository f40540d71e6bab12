package dev.hilo.sync;

/** What a run reads. */
public enum Scope {
    /** Tickets and their entries, and of the rest what is due. */
    DUE,
    /** All of it. */
    ALL,
    /** What is due, and again the entries of a few tickets that nobody has compared for long. */
    ROLLING
}
