package dev.hilo.models;

/** How one vector is made of the vectors of a text's tokens. */
public enum Pooling {
    /** That of the first token. */
    CLS,
    /** The mean of all. */
    MEAN
}
