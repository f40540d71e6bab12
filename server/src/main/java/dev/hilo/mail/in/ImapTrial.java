package dev.hilo.mail.in;

import dev.hilo.mail.MailAccess;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.Optional;

/** Opens the INBOX of a mailbox, and reads nothing. */
public final class ImapTrial {

    private ImapTrial() {}

    /** What the server or the network has to say against it; nothing where it works. */
    public static Optional<String> trouble(MailAccess access) {
        try (var store = ImapInbox.connected(access);
                var inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            return Optional.empty();
        } catch (MessagingException e) {
            Throwable root = e;
            while (root.getCause() != null) root = root.getCause();
            String text =
                    root == e || root.getMessage() == null ? e.getMessage() : e.getMessage() + ": " + root.getMessage();
            return Optional.of(
                    String.valueOf(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
        }
    }
}
