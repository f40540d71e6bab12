package dev.hilo.simulation;

import java.time.Instant;

/**
 * Which tickets are replayed, and how the agent is set.
 *
 * @param last how many
 * @param since tickets answered from then on; null for all
 * @param topic of their type; null for every type
 * @param language of their customers; null for every language
 * @param sample {@code last}: the newest; {@code stratified}: spread evenly over topics and languages
 * @param gate the confidence from which the agent answers
 * @param seed of the sample and the order of the cases
 * @param candidate null for the configuration of the account
 * @param shadowOf the run whose figures are the forecast, for a run that goes on with each ticket that people answer; else null
 */
public record SimulationPlan(
        int last,
        Instant since,
        String topic,
        String language,
        String sample,
        double gate,
        long seed,
        Candidate candidate,
        Long shadowOf) {

    public static final int MOST = 10_000;
    public static final String NEWEST = "last";
    public static final String STRATIFIED = "stratified";
}
