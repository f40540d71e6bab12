package dev.hilo.export;

import dev.hilo.fields.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns of an account's own fields: one each, named and typed after the field. */
final class CustomColumns {

    private CustomColumns() {}

    static List<Column> of(List<Field> fields) {
        var columns = new ArrayList<Column>();
        var taken = new HashSet<String>();
        for (var field : fields) {
            if (field.isDefault()) continue;
            columns.add(column(field.name(), field, taken));
            for (var level : field.dependents()) columns.add(column(level.name(), field, taken));
        }
        return columns;
    }

    private static Column column(String name, Field field, Set<String> taken) {
        String sql = "(t.custom_fields ->> '" + name.replace("'", "''") + "')";
        var type = type(field.type());
        return new Column(free(name, taken), type, sql, privacy(field.type()), true, field.label());
    }

    private static String free(String name, Set<String> taken) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        String base = plain.startsWith("cf_") ? plain : "cf_" + plain;
        String free = base;
        for (int i = 2; !taken.add(free); i++) free = base + "_" + i;
        return free;
    }

    private static ColumnType type(String field) {
        return switch (field) {
            case "custom_checkbox" -> ColumnType.BOOLEAN;
            case "custom_number" -> ColumnType.LONG;
            case "custom_decimal" -> ColumnType.DOUBLE;
            case "custom_date" -> ColumnType.DATE;
            default -> ColumnType.TEXT;
        };
    }

    private static Privacy privacy(String field) {
        return switch (field) {
            case "custom_checkbox",
                    "custom_number",
                    "custom_decimal",
                    "custom_date",
                    "custom_dropdown",
                    "nested_field" -> Privacy.NONE;
            case "custom_phone_number" -> Privacy.PHONE;
            default -> Privacy.TEXT;
        };
    }
}
