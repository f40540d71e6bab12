package dev.hilo.models;

/** @param probability from 0 to 1, calibrated */
public record Guess(String label, double probability) {}
