package dev.hilo.search;

import java.util.List;

/** What a query of the search language says. */
sealed interface Expression {

    /** All of them hold. */
    record All(List<Expression> of) implements Expression {}

    /** At least one of them holds. */
    record Any(List<Expression> of) implements Expression {}

    /** A field, by its name on the wire, held against a value. */
    record Comparison(String field, Operator operator, Value value) implements Expression {}

    enum Operator {
        IS,
        AT_LEAST,
        AT_MOST
    }

    /** What stands after the colon. */
    sealed interface Value {
        record Text(String text) implements Value {}

        record Number(long number) implements Value {}

        record Flag(boolean flag) implements Value {}

        record Nothing() implements Value {}

        /** As errors call it. */
        default String type() {
            return switch (this) {
                case Text t -> "String";
                case Number n -> "Integer";
                case Flag f -> "Boolean";
                case Nothing n -> "Null";
            };
        }
    }
}
