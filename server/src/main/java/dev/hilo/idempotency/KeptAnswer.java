package dev.hilo.idempotency;

import java.util.List;

/**
 * An answer as it goes over the wire.
 *
 * @param headers name and value by turns; those that belong to the answer, not to the exchange
 * @param body empty when there is none
 */
public record KeptAnswer(int status, List<String> headers, byte[] body) {}
