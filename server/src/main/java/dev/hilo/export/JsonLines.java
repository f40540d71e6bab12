package dev.hilo.export;

import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;

/** An object a line; times are ISO 8601, to the microsecond. */
record JsonLines(List<Column> columns) implements Lines {

    @Override
    public String head() {
        return "";
    }

    @Override
    public String line(Object[] values) throws IOException {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.length; i++) {
            var column = columns.get(i);
            object.put(column.name(), value(column, values[i]));
        }
        return Export.json(object) + "\n";
    }

    private static Object value(Column column, Object value) {
        return switch (value) {
            case null -> null;
            case String text when column.type() == ColumnType.JSON -> new RawValue(text);
            case Instant time -> time.toString();
            case LocalDate date -> date.toString();
            default -> value;
        };
    }

    @Override
    public String voidHead() {
        return "";
    }

    @Override
    public String voidLine(long id) {
        return "{\"id\":" + id + "}\n";
    }
}
