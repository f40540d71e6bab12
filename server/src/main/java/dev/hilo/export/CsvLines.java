package dev.hilo.export;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180 with a line of names. Null is nothing at all, an empty text is {@code ""}; lists are JSON. */
record CsvLines(List<Column> columns) implements Lines {

    @Override
    public String head() {
        return columns.stream().map(Column::name).collect(Collectors.joining(",")) + "\n";
    }

    @Override
    public String line(Object[] values) throws IOException {
        var line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) line.append(',');
            append(line, values[i]);
        }
        return line.append('\n').toString();
    }

    private static void append(StringBuilder line, Object value) throws IOException {
        switch (value) {
            case null -> {}
            case String text -> quote(line, text);
            case List<?> list -> quote(line, Export.json(list));
            default -> line.append(value);
        }
    }

    private static void quote(StringBuilder line, String text) {
        line.append('"').append(text.replace("\"", "\"\"")).append('"');
    }

    @Override
    public String voidHead() {
        return "id\n";
    }

    @Override
    public String voidLine(long id) {
        return id + "\n";
    }
}
