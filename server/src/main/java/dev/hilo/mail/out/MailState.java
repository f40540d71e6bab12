package dev.hilo.mail.out;

/** How far a mail has come. */
public enum MailState {
    /** No server is set up that would take it. */
    WAITING_FOR_SERVER,
    QUEUED,
    /** A node talks to the server about it; or that node died, and what came of it is unknown. */
    SENDING,
    /** The server took it for at least one recipient, and refused it for the others if any. */
    SENT,
    /** The last attempt did not succeed; another is due. */
    FAILED,
    /** Given up: refused for good, or too often put off. Only a person sets it going again. */
    PARKED,
    CANCELLED
}
