package dev.hilo.customers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A field of the form of a new ticket.
 *
 * @param name as the form sends it
 * @param options of a choice
 * @param value that was sent, or empty
 */
public record Control(String name, String label, Kind kind, boolean isRequired, List<Option> options, String value) {

    /** What is typed or chosen there. */
    public enum Kind {
        LINE,
        AREA,
        CHECK,
        WHOLE,
        DECIMAL,
        DATE,
        CHOICE
    }

    /** @param group empty where there are none */
    public record Option(String value, String label, String group) {}

    public boolean is(String kind) {
        return this.kind == Kind.valueOf(kind);
    }

    /** For labels: a name without brackets. */
    public String id() {
        return "f-" + name.replaceAll("[^A-Za-z0-9_]", "-");
    }

    public List<String> groups() {
        var groups = new LinkedHashSet<String>();
        options.forEach(option -> groups.add(option.group));
        return new ArrayList<>(groups);
    }

    public List<Option> of(String group) {
        return options.stream().filter(option -> option.group.equals(group)).toList();
    }

    boolean isMissing() {
        return isRequired && value.isBlank();
    }

    /** Whether a choice is none of those offered. @param above what is chosen in the field before, which groups belong to */
    boolean isForeign(String above) {
        return kind == Kind.CHOICE
                && !value.isEmpty()
                && options.stream()
                        .filter(option -> option.group.isEmpty() || option.group.equals(above))
                        .noneMatch(option -> option.value.equals(value));
    }
}
