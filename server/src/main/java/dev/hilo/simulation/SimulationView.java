package dev.hilo.simulation;

import java.time.Instant;

/**
 * A run as the API shows it.
 *
 * @param state {@code RUNNING}, {@code DONE} or {@code CANCELLED}
 * @param replayed of the tickets
 * @param marked drafts that people have looked at
 * @param cost of the language model
 */
public record SimulationView(
        long id,
        String name,
        SimulationPlan plan,
        String state,
        int tickets,
        int replayed,
        int marked,
        double cost,
        Instant createdAt,
        Instant finishedAt) {}
