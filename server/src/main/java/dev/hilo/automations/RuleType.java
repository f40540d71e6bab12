package dev.hilo.automations;

import dev.hilo.errors.Refusal;
import java.util.Arrays;

/** When a rule is looked at, with its number on the wire. */
enum RuleType {
    CREATION(1),
    TIME(3),
    UPDATE(4);

    final int number;

    RuleType(int number) {
        this.number = number;
    }

    static RuleType of(int number) {
        return Arrays.stream(values())
                .filter(type -> type.number == number)
                .findFirst()
                .orElseThrow();
    }

    /** Of a segment of a path. */
    static RuleType require(String segment) {
        return Arrays.stream(values())
                .filter(type -> segment.equals(String.valueOf(type.number)))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }
}
