package dev.hilo.backup;

/** A backup that was not written, or not restored; the message says why, and nothing has been changed. */
public final class BackupFailed extends RuntimeException {

    BackupFailed(String message) {
        super(message);
    }

    BackupFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
