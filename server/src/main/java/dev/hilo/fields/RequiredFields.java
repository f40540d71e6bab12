package dev.hilo.fields;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The default fields that an administrator has made mandatory for agents. */
public final class RequiredFields {

    /** Fields that are set by an attribute of another name. */
    private static final Map<String, String> ATTRIBUTES = Map.of("company_name", "company_id", "tag_names", "tags");

    private RequiredFields() {}

    /**
     * Adds a problem for each field that must be filled in and is not.
     *
     * @param values by the names of the fields
     * @param named the fields that the request sets; the others are left in peace
     */
    public static void check(List<Field> fields, Map<String, Object> values, Set<String> named, Problems problems) {
        for (var field : fields) {
            if (!field.isDefault() || !field.requiredForAgents()) continue;
            if (!values.containsKey(field.name()) || !named.contains(field.name())) continue;
            var value = values.get(field.name());
            boolean many = value instanceof Collection;
            String attribute = ATTRIBUTES.getOrDefault(field.name(), field.name());
            problems.addIf(isBlank(value), FieldError.missing(attribute, many ? "Array" : "String"));
        }
    }

    private static boolean isBlank(Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isBlank();
            case Collection<?> list -> list.isEmpty();
            default -> false;
        };
    }
}
