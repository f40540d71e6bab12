package dev.hilo.errors;

import dev.hilo.api.FieldError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The faults of one request, gathered so that all are told at once and each of them once; of a request that has more than
 * a hundred, the first hundred.
 */
public final class Problems {
    private static final int MOST = 100;

    private final Set<FieldError> errors = new LinkedHashSet<>();

    public void add(FieldError error) {
        if (errors.size() < MOST) errors.add(error);
    }

    public void addIf(boolean wrong, FieldError error) {
        if (wrong) add(error);
    }

    public boolean any() {
        return !errors.isEmpty();
    }

    public void refuse() {
        if (any()) throw new Refusal.Invalid(List.copyOf(errors));
    }
}
