package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * One refused field of a request.
 *
 * @param field the attribute or parameter; null when the whole request is at fault
 * @param message a sentence for people, in Freshdesk's words where they are known
 * @param code one of Freshdesk's codes: {@code missing_field}, {@code invalid_value}, {@code datatype_mismatch} …
 * @param additionalInfo what a program needs to go on, such as the id of the record that clashes; usually absent
 */
public record FieldError(
        String field,
        String message,
        String code,
        @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Object> additionalInfo) {

    public FieldError(String field, String message, String code) {
        this(field, message, code, null);
    }

    public static FieldError missing(String field, String type) {
        return new FieldError(field, "It should be a/an " + type, "missing_field");
    }

    /** A mandatory field with listed values is missing. */
    public static FieldError missingAmong(String field, String... allowed) {
        return new FieldError(field, oneOf(allowed), "missing_field");
    }

    public static FieldError notAmong(String field, String... allowed) {
        return invalid(field, oneOf(allowed));
    }

    /** A value of the wrong JSON type for a field with listed values. */
    public static FieldError mismatchAmong(String field, String sent, String... allowed) {
        return new FieldError(field, "Value set is of type " + sent + "." + oneOf(allowed), "datatype_mismatch");
    }

    private static String oneOf(String... allowed) {
        return "It should be one of these values: '" + String.join(",", allowed) + "'";
    }

    public static FieldError invalid(String field, String message) {
        return new FieldError(field, message, "invalid_value");
    }

    /** A value of the wrong JSON type; there is no blank after the full stop on the wire. */
    public static FieldError mismatch(String field, String sent, String expected) {
        return new FieldError(
                field, "Value set is of type " + sent + ".It should be a/an " + expected, "datatype_mismatch");
    }

    public static FieldError unexpected(String field) {
        return new FieldError(field, "Unexpected/invalid field in request", "invalid_field");
    }

    /** Another record has this value already. */
    public static FieldError duplicate(String field) {
        return new FieldError(field, "It should be a unique value", "duplicate_value");
    }

    /** A value that must be there was set to null. */
    public static FieldError cleared(String field, String expected) {
        return mismatch(field, "Null", expected);
    }

    /** The reference names a record that this account does not have. */
    public static FieldError unknown(String field, String noun) {
        return invalid(field, "There is no " + noun + " matching the given " + field);
    }
}
