package dev.hilo.insight;

import java.util.List;

/** @param languages two-letter codes; empty for the account's own, English and Spanish */
public record InsightSettings(boolean enabled, List<String> languages) {

    static final InsightSettings OFF = new InsightSettings(false, List.of());
}
