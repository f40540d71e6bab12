package dev.hilo.insight;

import dev.hilo.models.Classifier;
import dev.hilo.models.EmbeddingModel;
import dev.hilo.models.Neighbours;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of an account when a message is read.
 *
 * @param languages that its customers write, its own first
 * @param monthFirst whether 3/4/2026 is in March
 * @param classifiers those in use, by target and language
 * @param neighboursOf the past tickets of a language
 */
record Knowledge(
        List<String> languages,
        boolean monthFirst,
        List<String> products,
        Map<String, List<Known>> classifiers,
        Function<String, Neighbours> neighboursOf) {

    /** @param model the embedding model behind its vectors; null where words alone decide */
    record Known(long id, String target, String model, Classifier classifier) {

        /** A message has vectors of the kind that it was trained with, or none where it needs none. */
        boolean takes(Optional<EmbeddingModel> served) {
            return model == null
                    || served.map(EmbeddingModel::id).filter(model::equals).isPresent();
        }

        String tag() {
            return target.substring(Target.TAG.length());
        }
    }

    Optional<Known> classifier(String target, String language) {
        return of(language).stream()
                .filter(known -> known.target().equals(target))
                .findFirst();
    }

    List<Known> tags(String language) {
        return of(language).stream()
                .filter(known -> known.target().startsWith(Target.TAG))
                .toList();
    }

    private List<Known> of(String language) {
        return classifiers.getOrDefault(language, List.of());
    }

    Neighbours neighbours(String language) {
        return neighboursOf.apply(language);
    }
}
