package dev.hilo.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A Hilo of its own, reduced to its database: writes one number after another and prints each once it is committed. */
final class RunningAlone {

    private RunningAlone() {}

    /** The home, and how many numbers to write before stopping in order. */
    public static void main(String[] arguments) throws SQLException {
        try (var postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
            var url = postgres.url();
            try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password())) {
                connection.createStatement().execute("create table if not exists written (number bigint)");
                write(connection, Integer.parseInt(arguments[1]));
            }
        }
    }

    private static void write(Connection connection, int last) throws SQLException {
        try (var insert = connection.prepareStatement("insert into written values (?)")) {
            for (var number = 1; number <= last; number++) {
                insert.setInt(1, number);
                insert.executeUpdate();
                System.out.println("committed " + number);
            }
        }
    }
}
