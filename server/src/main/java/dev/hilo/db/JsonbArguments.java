package dev.hilo.db;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;

/** JSON trees and maps as jsonb. */
final class JsonbArguments implements ArgumentFactory {

    @Override
    public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
        var declared = GenericTypes.getErasedType(type);
        if (!JsonNode.class.isAssignableFrom(declared) && !Map.class.isAssignableFrom(declared)) {
            return Optional.empty();
        }
        return Optional.of((position, statement, context) -> {
            if (value == null) {
                statement.setNull(position, Types.OTHER);
            } else {
                statement.setObject(position, Jsonb.column(value));
            }
        });
    }
}
