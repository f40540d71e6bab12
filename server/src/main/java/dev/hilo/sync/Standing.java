package dev.hilo.sync;

/**
 * How a run goes.
 *
 * @param doing the resource that is read
 * @param rows told so far, of all resources
 * @param done of the tickets whose entries are to be read; of none while {@code total} is 0
 * @param beginNanos when the first of those was begun
 */
public record Standing(String doing, long rows, long calls, long done, long total, long beginNanos) {}
