package dev.hilo.mail.in;

/** The mail goes to the quarantine, for a reason. */
final class Held extends RuntimeException {
    final String reason;

    Held(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }
}
