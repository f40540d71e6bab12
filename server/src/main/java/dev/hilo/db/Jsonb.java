package dev.hilo.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.util.PGobject;

/** A jsonb column's text, read and written. SQL's null is Java's null. */
final class Jsonb {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private Jsonb() {}

    static JsonNode node(String text) throws SQLException {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SQLException("Not JSON", e);
        }
    }

    static Map<String, Object> map(String text) throws SQLException {
        try {
            return text == null ? null : JSON.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            throw new SQLException("Not a JSON object", e);
        }
    }

    static PGobject column(Object value) throws SQLException {
        try {
            var column = new PGobject();
            column.setType("jsonb");
            column.setValue(JSON.writeValueAsString(value));
            return column;
        } catch (JsonProcessingException e) {
            throw new SQLException("Cannot be written as JSON", e);
        }
    }
}
