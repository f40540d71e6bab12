package dev.hilo.models;

/** Cuts a text into the numbered pieces a model knows. */
interface Tokenizer {

    /** The numbers of the pieces, those that mark begin and end included; at most so many. */
    int[] encode(String text, int atMost);
}
