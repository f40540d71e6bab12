package dev.hilo.tls;

/** A certificate or key cannot be read, written or used; the message says which and why. */
public final class TlsUnusable extends RuntimeException {

    TlsUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
