package dev.hilo.api;

/**
 * The body of a 202: the work goes on.
 *
 * @param jobId the {@code X-Request-Id} of the call that started it, as recorded
 * @param href the address that tells how far it is
 */
public record JobStarted(String jobId, String href) {}
