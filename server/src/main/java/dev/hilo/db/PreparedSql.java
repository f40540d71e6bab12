package dev.hilo.db;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.JdbiException;

/**
 * A statement with named parameters, run on a bare JDBC connection. Jdbi reads better and serves everywhere else; on the
 * list of conversations its bookkeeping cost more than the query itself (docs/performance.md).
 */
public final class PreparedSql {

    /** Makes a value of the row that the result stands on. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z][a-zA-Z.]*)");

    private final String sql;
    private final Map<String, int[]> positions = new HashMap<>();

    private PreparedSql(String named) {
        Matcher parameter = PARAMETER.matcher(named);
        var found = new HashMap<String, List<Integer>>();
        int position = 0;
        while (parameter.find()) {
            found.computeIfAbsent(parameter.group(1), n -> new ArrayList<>()).add(++position);
        }
        found.forEach((name, list) ->
                positions.put(name, list.stream().mapToInt(Integer::intValue).toArray()));
        sql = parameter.replaceAll("?");
    }

    /** @param named SQL with {@code :name} or {@code :of.name} for each parameter */
    public static PreparedSql of(String named) {
        return new PreparedSql(named);
    }

    public Bound on(Connection connection) {
        try {
            return new Bound(connection.prepareStatement(sql));
        } catch (SQLException e) {
            throw new StatementFailed(sql, e);
        }
    }

    /** The statement with the values set so far. It is closed by its run. */
    public final class Bound {

        private final PreparedStatement statement;

        private Bound(PreparedStatement statement) {
            this.statement = statement;
        }

        private interface Setter {
            void set(int position) throws SQLException;
        }

        private Bound each(String name, Setter setter) {
            int[] at = positions.get(name);
            if (at == null) throw new IllegalArgumentException("No parameter " + name + " in " + sql);
            try {
                for (int position : at) setter.set(position);
                return this;
            } catch (SQLException e) {
                throw new StatementFailed(sql, e);
            }
        }

        public Bound set(String name, long value) {
            return each(name, at -> statement.setLong(at, value));
        }

        public Bound set(String name, int value) {
            return each(name, at -> statement.setInt(at, value));
        }

        public Bound set(String name, boolean value) {
            return each(name, at -> statement.setBoolean(at, value));
        }

        public Bound set(String name, String value) {
            return each(name, at -> statement.setString(at, value));
        }

        public Bound set(String name, Long value) {
            return each(name, at -> statement.setObject(at, value, Types.BIGINT));
        }

        public Bound set(String name, Instant value) {
            var time = value.atOffset(ZoneOffset.UTC);
            return each(name, at -> statement.setObject(at, time));
        }

        public Bound set(String name, JsonNode value) {
            if (value == null) return each(name, at -> statement.setNull(at, Types.OTHER));
            return each(name, at -> statement.setObject(at, Jsonb.column(value)));
        }

        public Bound texts(String name, List<String> value) {
            return array(name, "text", value);
        }

        public Bound numbers(String name, List<Long> value) {
            return array(name, "bigint", value);
        }

        private Bound array(String name, String type, List<?> value) {
            if (value == null) return each(name, at -> statement.setNull(at, Types.ARRAY));
            return each(
                    name, at -> statement.setArray(at, statement.getConnection().createArrayOf(type, value.toArray())));
        }

        public <T> List<T> list(RowReader<T> reader) {
            try (statement;
                    var rows = statement.executeQuery()) {
                var list = new ArrayList<T>();
                while (rows.next()) list.add(reader.read(rows));
                return list;
            } catch (SQLException e) {
                throw new StatementFailed(sql, e);
            }
        }

        public int update() {
            try (statement) {
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw new StatementFailed(sql, e);
            }
        }
    }

    /** A statement that the database refused or could not answer. */
    static final class StatementFailed extends JdbiException {
        StatementFailed(String sql, SQLException cause) {
            super(sql, cause);
        }
    }
}
