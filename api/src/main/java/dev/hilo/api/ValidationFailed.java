package dev.hilo.api;

import java.util.List;

/** The body of a 400 or 409 that names fields. */
public record ValidationFailed(String description, List<FieldError> errors) {

    public ValidationFailed(List<FieldError> errors) {
        this("Validation failed", errors);
    }
}
