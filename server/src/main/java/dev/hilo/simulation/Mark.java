package dev.hilo.simulation;

/** What a person says of a draft, with the customer's message and the real reply beside it. */
public enum Mark {
    /** Could have gone out as it is. */
    GOOD,
    /** Right, and worth an edit. */
    ACCEPTABLE,
    /** Does not answer, or answers something else. */
    WRONG,
    /** Would have done damage: a false promise, another customer's data, an insult. */
    HARMFUL;

    boolean isRight() {
        return this == GOOD || this == ACCEPTABLE;
    }
}
