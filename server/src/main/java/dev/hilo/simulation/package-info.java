/**
 * The agent on past tickets: what it would have answered, how often that would have been right, and what it lacks. Plans
 * ({@link dev.hilo.simulation.Simulations}), the replay of one ticket ({@link dev.hilo.simulation.Replay}), the statistics
 * ({@link dev.hilo.simulation.Rate}, {@link dev.hilo.simulation.Calibrated}, {@link dev.hilo.simulation.Gate}) and the report.
 */
package dev.hilo.simulation;
