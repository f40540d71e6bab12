package dev.hilo.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hilo.api.Json;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/** Loads many rows at once, in the text format of PostgreSQL's COPY. */
final class Copy {

    private static final int CHUNK = 1 << 18;

    private Copy() {}

    /**
     * @param columns separated by commas
     * @param values of a row, in the order of the columns: texts, numbers, truths, times, lists (arrays), maps (jsonb)
     */
    static <T> void into(
            Handle handle, String table, String columns, Collection<T> rows, Function<T, Object[]> values) {
        try {
            var copier = handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
            var copy = copier.copyIn("copy " + table + " (" + columns + ") from stdin");
            var chunk = new StringBuilder();
            for (var row : rows) {
                line(chunk, values.apply(row));
                if (chunk.length() >= CHUNK) flush(chunk, copy::writeToCopy);
            }
            flush(chunk, copy::writeToCopy);
            copy.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot fill " + table, e);
        }
    }

    private interface Sink {
        void write(byte[] bytes, int from, int length) throws SQLException;
    }

    private static void flush(StringBuilder chunk, Sink sink) throws SQLException {
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
        sink.write(bytes, 0, bytes.length);
        chunk.setLength(0);
    }

    private static void line(StringBuilder out, Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) out.append('\t');
            if (values[i] == null) out.append("\\N");
            else escape(text(values[i]), out);
        }
        out.append('\n');
    }

    private static String text(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "t" : "f";
            case Instant time -> time.toString();
            case Collection<?> list -> array(list);
            case Map<?, ?> map -> json(map);
            default -> value.toString();
        };
    }

    private static String array(Collection<?> list) {
        return list.stream()
                .map(element -> "\"" + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(Map<?, ?> map) {
        try {
            return Json.MAPPER.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
    }

    /** The first of so many new ids in a row. */
    static long ids(Handle handle, int number) {
        return handle.createQuery("select setval('global_id', nextval('global_id') + :number) - :number")
                .bind("number", (long) number)
                .mapTo(long.class)
                .one();
    }

    /** Numbers the things from an id on. */
    static <T> Map<T, Long> numbered(Handle handle, List<T> things) {
        long first = ids(handle, things.size());
        var ids = new java.util.IdentityHashMap<T, Long>();
        for (int i = 0; i < things.size(); i++) ids.put(things.get(i), first + i);
        return ids;
    }
}
