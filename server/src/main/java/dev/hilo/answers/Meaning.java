package dev.hilo.answers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hilo.answers.draft.Similarity;
import dev.hilo.models.EmbeddingModel;
import dev.hilo.models.Models;
import java.util.List;

/** Compares texts by the installation's embedding models; what was compared lately is remembered. */
final class Meaning implements Similarity {

    private record Key(String model, String text) {}

    private static final int REMEMBERED = 4_000;
    private static final int LONGEST = 1_500;

    private final Models models;
    private final Cache<Key, float[]> vectors =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Meaning(Models models) {
        this.models = models;
    }

    @Override
    public double[] of(String language, String text, List<String> others) {
        var model = models.forLanguage(language).orElse(null);
        if (model == null || others.isEmpty()) return null;
        float[] query = vectors.get(new Key(model.id() + " query", cut(text)), key -> model.query(key.text));
        return others.stream()
                .mapToDouble(other -> EmbeddingModel.cosine(query, vector(model, cut(other))))
                .toArray();
    }

    private float[] vector(EmbeddingModel model, String text) {
        return vectors.get(new Key(model.id(), text), key -> model.passage(key.text));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
