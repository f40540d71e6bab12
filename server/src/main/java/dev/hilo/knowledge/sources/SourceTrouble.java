package dev.hilo.knowledge.sources;

/** A source, or a document of it, cannot be read; the message is for people. */
final class SourceTrouble extends Exception {

    SourceTrouble(String message) {
        super(message);
    }
}
