package dev.hilo.events;

import java.util.List;

/**
 * Which events are asked for.
 *
 * @param types of {@link Event#type}, or {@code ticket.*} for all of a record; empty for all
 * @param ticketId null for all
 */
public record EventFilter(List<String> types, Long ticketId) {

    public static final EventFilter ALL = new EventFilter(List.of(), null);

    public List<String> exactTypes() {
        return types.stream().filter(type -> !type.endsWith(".*")).toList();
    }

    public List<String> records() {
        return types.stream()
                .filter(type -> type.endsWith(".*"))
                .map(type -> type.substring(0, type.length() - 2))
                .toList();
    }

    public boolean all() {
        return types.isEmpty();
    }
}
