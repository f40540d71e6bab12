package dev.hilo.answers.draft;

import java.util.List;

/** Compares the meaning of texts. */
@FunctionalInterface
public interface Similarity {

    /** Of each text to the first one, from -1 to 1; null in a language that is not understood. */
    double[] of(String language, String text, List<String> others);

    Similarity NONE = (language, text, others) -> null;
}
