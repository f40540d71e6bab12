package dev.hilo.mail.out;

/** What a mail is. */
public enum MailKind {
    REPLY,
    FORWARD,
    REPLY_TO_FORWARD,
    /** A note, told to those whom it names. */
    NOTE,
    /** A ticket that an agent begins by writing to the customer. */
    OUTBOUND,
    /** Written by Hilo from a template. */
    NOTIFICATION
}
