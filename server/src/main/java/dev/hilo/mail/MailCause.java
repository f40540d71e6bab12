package dev.hilo.mail;

/** The cause of what happens because a mail came in; see {@link dev.hilo.events.Acting}. */
public final class MailCause {

    private static final String AUTOMATIC = " automatic";

    private MailCause() {}

    public static String of(long mailboxId) {
        return "mail " + mailboxId;
    }

    /** Of a mail that no person wrote: nobody is answered because of it. */
    public static String automatic(long mailboxId) {
        return of(mailboxId) + AUTOMATIC;
    }

    public static boolean isAutomatic(String cause) {
        return cause != null && cause.startsWith("mail ") && cause.endsWith(AUTOMATIC);
    }
}
