package dev.hilo.db;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * How Java values lie in columns: {@link Instant} in timestamptz, {@code List<String>} in text[], {@code List<Long>} in
 * bigint[], {@link JsonNode} and {@code Map<String, Object>} in jsonb, an enum by its name in text.
 */
final class ColumnTypes implements JdbiPlugin {

    private static final GenericType<Map<String, Object>> MAP = new GenericType<>() {};

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArrayType(String.class, "text").registerArrayType(Long.class, "bigint");
        jdbi.registerArgument(new InstantArguments()).registerColumnMapper(Instant.class, (row, column, context) -> {
            var time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        });
        jdbi.registerArgument(new JsonbArguments())
                .registerColumnMapper(JsonNode.class, (row, column, context) -> Jsonb.node(row.getString(column)))
                .registerColumnMapper(MAP, (row, column, context) -> Jsonb.map(row.getString(column)));
    }
}
