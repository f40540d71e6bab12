package dev.hilo.placeholders;

import java.util.Optional;

/** The values of a text's placeholders. */
@FunctionalInterface
public interface Placeholders {

    /** @param name such as {@code ticket.requester.name} */
    Optional<Placeholder> find(String name);
}
