package dev.hilo.answers.language;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Where an account's language model is.
 *
 * @param sealedKey null where none is needed
 * @param isJsonMode whether JSON can be asked for
 * @param priceIn of a million tokens
 * @param capPerDay null for none
 */
public record Endpoint(
        long accountId,
        String provider,
        String address,
        String model,
        byte[] sealedKey,
        boolean jsonMode,
        int timeoutSeconds,
        int mostTokens,
        BigDecimal priceIn,
        BigDecimal priceOut,
        BigDecimal capPerDay,
        boolean active,
        Instant updatedAt) {

    static final String COLUMNS = """
            account_id, provider, address, model, sealed_key, json_mode, timeout_seconds, most_tokens, price_in, price_out,
            cap_per_day, active, updated_at
            """;

    /** What so many tokens cost. */
    BigDecimal cost(long tokensIn, long tokensOut) {
        return priceIn.multiply(BigDecimal.valueOf(tokensIn))
                .add(priceOut.multiply(BigDecimal.valueOf(tokensOut)))
                .movePointLeft(6);
    }
}
