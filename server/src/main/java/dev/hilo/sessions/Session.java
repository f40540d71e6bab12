package dev.hilo.sessions;

import java.time.Instant;

/**
 * A log-in of a browser.
 *
 * @param browser what it says it is
 */
public record Session(long id, String browser, Instant createdAt, Instant seenAt) {}
