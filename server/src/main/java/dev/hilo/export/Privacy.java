package dev.hilo.export;

/** What a column tells of a person, and so what becomes of it when an export is redacted. */
enum Privacy {
    /** Nothing. */
    NONE,
    /** Whatever somebody wrote: what tells of a person is taken out. */
    TEXT,
    /** A customer's name: becomes a pseudonym. */
    NAME,
    /** Addresses: each becomes a pseudonym. */
    EMAIL,
    /** A telephone number: becomes a pseudonym. */
    PHONE,
    /** Handles, numbers of other systems, postal addresses: left out. */
    HIDDEN,
    /** JSON of an event: keeps numbers, times, and the words of a closed list. */
    CHANGES
}
