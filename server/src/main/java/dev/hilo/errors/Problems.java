package dev.hilo.errors;

import dev.hilo.api.FieldError;
import java.util.ArrayList;
import java.util.List;

/** The faults of one request, gathered so that all are told at once. */
public final class Problems {
    private final List<FieldError> errors = new ArrayList<>();

    public void add(FieldError error) {
        errors.add(error);
    }

    public void addIf(boolean wrong, FieldError error) {
        if (wrong) add(error);
    }

    public boolean any() {
        return !errors.isEmpty();
    }

    public void refuse() {
        if (any()) throw new Refusal.Invalid(errors);
    }
}
