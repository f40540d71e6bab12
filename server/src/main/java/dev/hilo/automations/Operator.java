package dev.hilo.automations;

import static dev.hilo.automations.FieldKind.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a condition compares, with the kinds of fields that it goes with. */
enum Operator {
    IS("is", false, EnumSet.allOf(FieldKind.class)),
    IS_NOT("is_not", true, EnumSet.of(TEXT, CHOICE, NUMBER, DATE, LIST)),
    IN("in", false, EnumSet.of(TEXT, CHOICE, NUMBER, LIST)),
    NOT_IN("not_in", true, EnumSet.of(TEXT, CHOICE, NUMBER, LIST)),
    CONTAINS("contains", false, EnumSet.of(TEXT, LIST)),
    DOES_NOT_CONTAIN("does_not_contain", true, EnumSet.of(TEXT, LIST)),
    STARTS_WITH("starts_with", false, EnumSet.of(TEXT, LIST)),
    ENDS_WITH("ends_with", false, EnumSet.of(TEXT, LIST)),
    GREATER_THAN("greater_than", false, EnumSet.of(NUMBER, DATE, HOURS)),
    LESS_THAN("less_than", false, EnumSet.of(NUMBER, DATE, HOURS)),
    SELECTED("selected", false, EnumSet.of(FLAG)),
    NOT_SELECTED("not_selected", true, EnumSet.of(FLAG));

    final String text;
    /** Whether it holds when no value fits. */
    final boolean negative;

    final Set<FieldKind> kinds;

    Operator(String text, boolean negative, Set<FieldKind> kinds) {
        this.text = text;
        this.negative = negative;
        this.kinds = kinds;
    }

    boolean needsValue() {
        return this != SELECTED && this != NOT_SELECTED;
    }

    static Optional<Operator> of(Object sent) {
        return Arrays.stream(values())
                .filter(operator -> operator.text.equals(sent))
                .findFirst();
    }

    static String[] textsFor(FieldKind kind) {
        return Arrays.stream(values())
                .filter(operator -> operator.kinds.contains(kind))
                .map(operator -> operator.text)
                .toArray(String[]::new);
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(operator -> operator.text).toList();
    }
}
