package dev.hilo.idempotency;

/**
 * A request that is to be carried out at most once.
 *
 * @param agentId who asks: the keys of two agents have nothing to do with each other
 * @param key the caller's {@code Idempotency-Key}
 * @param request the {@link Fingerprint} of what is asked
 */
public record Claim(long accountId, long agentId, String key, byte[] request) {

    /** What is locked while the request is carried out. */
    String lock() {
        return "idempotency/" + accountId + "/" + agentId + "/" + key;
    }
}
