package dev.hilo.automations;

/** How the values of a field are compared. */
enum FieldKind {
    /** A text, or several of which one is meant. */
    TEXT,
    /** One of the values that are offered, or an id. */
    CHOICE,
    /** Some texts, such as tags. */
    LIST,
    NUMBER,
    FLAG,
    DATE,
    /** A time, as the hours since. */
    HOURS
}
