package dev.hilo.export;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** What the values of a column are: in Java, in DuckDB and Parquet, and in PostgreSQL. */
public enum ColumnType {
    /** A {@link Long}. */
    LONG("bigint", "bigint"),
    /** An {@link Integer}. */
    INTEGER("integer", "integer"),
    /** A {@link Boolean}. */
    BOOLEAN("boolean", "boolean"),
    /** A {@link Double}. */
    DOUBLE("double", "double precision"),
    /** A {@link String}. */
    TEXT("varchar", "text"),
    /** An {@link java.time.Instant}; where a type has no time zone, the time is UTC. */
    TIME("timestamp", "timestamptz"),
    /** A {@link LocalDate}. */
    DATE("date", "date"),
    /** A list of strings. */
    TEXTS("varchar[]", "text[]"),
    /** A list of longs. */
    LONGS("bigint[]", "bigint[]"),
    /** A string that is JSON. */
    JSON("varchar", "jsonb");

    private final String duckDb;
    private final String postgres;

    ColumnType(String duckDb, String postgres) {
        this.duckDb = duckDb;
        this.postgres = postgres;
    }

    String duckDb() {
        return duckDb;
    }

    String postgres() {
        return postgres;
    }

    Object read(ResultSet row, int at) throws SQLException {
        return switch (this) {
            case LONG, INTEGER, BOOLEAN -> row.getObject(at);
            case DOUBLE -> row.getObject(at, Double.class);
            case TEXT, JSON -> row.getString(at);
            case TIME -> {
                var time = row.getObject(at, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case DATE -> row.getObject(at, LocalDate.class);
            case TEXTS, LONGS -> list(row.getArray(at));
        };
    }

    private static List<?> list(Array array) throws SQLException {
        return array == null ? null : Arrays.asList((Object[]) array.getArray());
    }

    /** A custom field's value from its text; null where a field once had another type and the text does not fit. */
    Object parse(String text) {
        if (text == null) return null;
        try {
            return switch (this) {
                case LONG -> Long.valueOf(text);
                case DOUBLE -> new BigDecimal(text).doubleValue();
                case BOOLEAN -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
                case DATE -> LocalDate.parse(text.substring(0, Math.min(10, text.length())));
                default -> text;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}
