package dev.hilo.api;

import java.util.List;

/** The companies that a look-up has found. */
public record CompaniesFound(List<Found> companies) {
    public record Found(long id, String name) {}
}
