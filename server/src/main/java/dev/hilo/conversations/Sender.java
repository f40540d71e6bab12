package dev.hilo.conversations;

/** The address from which an entry is mailed. */
public record Sender(Long mailboxId, String supportEmail, String mailboxName) {

    /** {@code Acme <support@acme.test>}, as the wire shows it. */
    String display() {
        return supportEmail == null ? null : mailboxName + " <" + supportEmail + ">";
    }
}
