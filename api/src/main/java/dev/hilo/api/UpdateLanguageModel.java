package dev.hilo.api;

import java.math.BigDecimal;

/**
 * Where an account's language model is. The first time {@code provider}, {@code address} and {@code model} are needed.
 *
 * @param address of an OpenAI-compatible API with its version, such as {@code https://api.example.com/v1}; of Anthropic with
 *     {@code /v1/}; of Ollama without a path
 * @param key sealed in the database and never shown; null takes it away
 * @param jsonMode whether the endpoint can be asked for JSON
 * @param timeoutSeconds 1 to 300
 * @param mostTokens of an answer, 16 to 8192
 * @param priceIn of a million tokens, in the currency of the cap
 * @param capPerDay what calls may cost from midnight to midnight UTC; null for no cap
 */
public record UpdateLanguageModel(
        @Among({"openai", "anthropic", "ollama"}) Patch<String> provider,
        @Bounds(500) Patch<String> address,
        @Bounds(200) Patch<String> model,
        @Bounds(1000) Patch<String> key,
        Patch<Boolean> jsonMode,
        Patch<Integer> timeoutSeconds,
        Patch<Integer> mostTokens,
        Patch<BigDecimal> priceIn,
        Patch<BigDecimal> priceOut,
        Patch<BigDecimal> capPerDay,
        Patch<Boolean> active) {}
