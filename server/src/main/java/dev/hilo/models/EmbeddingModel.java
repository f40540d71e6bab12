package dev.hilo.models;

import java.util.List;

/**
 * Turns texts into vectors of length 1, close for texts that mean the same. The first use loads it, which takes a second;
 * a server that never uses it pays nothing. Any number of threads may call; as many texts as there are processors are
 * worked on at once, on threads of its own.
 */
public interface EmbeddingModel {

    ModelCard card();

    default String id() {
        return card().id();
    }

    default int dimension() {
        return card().dimension();
    }

    /** The vector of a text that is to be found, compared or classified. */
    float[] passage(String text);

    /** The vector of a question that passages are searched with. */
    float[] query(String text);

    /** The vectors of many passages, in their order. */
    List<float[]> passages(List<String> texts);

    /** How close two vectors of length 1 are, from -1 to 1. */
    static float cosine(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
