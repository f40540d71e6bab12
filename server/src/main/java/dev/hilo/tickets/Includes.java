package dev.hilo.tickets;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The records that a call asks to have embedded. */
record Includes(Set<String> names) {

    static final List<String> OF_ONE = List.of("conversations", "requester", "company", "stats", "sla_policy");
    static final List<String> OF_LIST = List.of("requester", "stats", "company", "description");

    static Includes read(String text, List<String> allowed) {
        if (text == null) return new Includes(Set.of());
        var names = new LinkedHashSet<String>();
        for (String name : text.split(",")) {
            if (!allowed.contains(name.strip())) {
                throw new Refusal.Invalid(FieldError.invalid(
                        "include", "It should be one of these values: '" + String.join(",", allowed) + "'"));
            }
            names.add(name.strip());
        }
        return new Includes(names);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    int count() {
        return names.size();
    }
}
