package dev.hilo.simulation;

/**
 * How somebody looks at a report.
 *
 * @param gate null for the run's own
 * @param tolerance the share of all tickets that may go out wrong
 * @param minutes that a reply takes a person
 */
public record Look(Double gate, double tolerance, double minutes) {

    public static final Look USUAL = new Look(null, 0.02, 4);
}
