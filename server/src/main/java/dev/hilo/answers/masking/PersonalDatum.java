package dev.hilo.answers.masking;

/** A piece of a text that tells of a person: what sort it is, and where it stands. */
record PersonalDatum(Kind kind, int start, int end) {

    /** What a piece is; the name stands in its placeholder. */
    enum Kind {
        EMAIL,
        IBAN,
        CARD,
        PHONE,
        ADDRESS,
        NAME,
        ID,
        ORDER
    }

    boolean overlaps(PersonalDatum other) {
        return start < other.end && other.start < end;
    }
}
