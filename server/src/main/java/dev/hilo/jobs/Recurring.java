package dev.hilo.jobs;

import java.time.Duration;

/**
 * Work that ticks: one node at a time does it, again and again.
 *
 * @param name unique, and kept for ever: it is the key under which nodes agree
 * @param every the pause between the end of one run and the start of the next
 * @param what a line for people
 */
public record Recurring(String name, Duration every, String what, Runnable work) {}
