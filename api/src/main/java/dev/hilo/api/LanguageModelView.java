package dev.hilo.api;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An account's language model; see {@link UpdateLanguageModel}.
 *
 * @param today what calls have cost since midnight UTC
 */
public record LanguageModelView(
        String provider,
        String address,
        String model,
        boolean hasKey,
        boolean jsonMode,
        int timeoutSeconds,
        int mostTokens,
        BigDecimal priceIn,
        BigDecimal priceOut,
        BigDecimal capPerDay,
        boolean active,
        Today today,
        Instant updatedAt) {

    /** @param failures of the calls */
    public record Today(int calls, int failures, long tokensIn, long tokensOut, BigDecimal spent) {}
}
