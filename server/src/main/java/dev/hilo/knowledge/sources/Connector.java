package dev.hilo.knowledge.sources;

/** Goes through everything that a source of one kind has. */
interface Connector {

    /**
     * Tells the reading of each document, and hands over those that it does not know in this version. What was not told of
     * when this returns is gone.
     *
     * @throws SourceTrouble when the source cannot be read at all; what was known of it stays
     */
    void read(Reading reading) throws SourceTrouble;
}
