package dev.hilo.reports;

/**
 * What the database says of one part of the tickets in one of the two periods.
 *
 * @param key of the part; empty for tickets that have none
 * @param current false for the period before
 * @param hits how many are as a share counts them; null when nothing is shared
 */
public record Parts(String key, String label, boolean current, long tickets, Long hits, Double median, Double p90) {}
