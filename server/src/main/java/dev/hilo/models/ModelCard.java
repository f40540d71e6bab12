package dev.hilo.models;

import java.util.List;
import java.util.Map;

/**
 * What is known of an embedding model without loading it; kept as {@code hilo-model.json} in the folder of an added one.
 *
 * @param dimension numbers in a vector
 * @param maxTokens of a text, the two around it included; what is beyond is cut off
 * @param queryPrefix put before a question that is searched with, and {@code passagePrefix} before what is found
 * @param languages two-letter codes of those it serves well
 * @param sha256 of each file, in hexadecimal; empty for the embedded model
 */
public record ModelCard(
        String id,
        int dimension,
        int maxTokens,
        Pooling pooling,
        String queryPrefix,
        String passagePrefix,
        List<String> languages,
        Map<String, String> sha256) {

    /** The model that is always there. */
    static final ModelCard EMBEDDED =
            new ModelCard("bge-small-en-v1.5-q", 384, 512, Pooling.CLS, "", "", List.of("en"), Map.of());

    public ModelCard {
        languages = List.copyOf(languages);
        sha256 = Map.copyOf(sha256);
    }

    public boolean serves(String language) {
        return language != null && languages.contains(language.split("-")[0]);
    }

    ModelCard ofDimension(int measured) {
        return new ModelCard(id, measured, maxTokens, pooling, queryPrefix, passagePrefix, languages, sha256);
    }

    ModelCard withChecksums(Map<String, String> checksums) {
        return new ModelCard(id, dimension, maxTokens, pooling, queryPrefix, passagePrefix, languages, checksums);
    }
}
