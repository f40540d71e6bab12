package dev.hilo.export;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One moment of the database: everything that is read here is as it was then. Rows come through a cursor, some at a time. */
final class Snapshot implements AutoCloseable {

    private static final int ROWS_AT_A_TIME = 1_000;

    /** Takes a row that the result stands on. */
    @FunctionalInterface
    interface RowTaker {
        void take(ResultSet row) throws Exception;
    }

    private final Connection connection;

    Snapshot(DataSource database) throws SQLException {
        connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read read only");
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    void each(String sql, RowTaker taker) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) taker.take(rows);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } finally {
            connection.close();
        }
    }
}
