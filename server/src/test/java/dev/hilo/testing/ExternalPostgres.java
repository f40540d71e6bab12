package dev.hilo.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hilo.db.DatabaseUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL that the machine's distribution has installed, as a stranger to Hilo: another version, no superuser. */
public final class ExternalPostgres implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path data;
    private final int port;

    private ExternalPostgres(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Skips the test where none is installed. */
    public static ExternalPostgres start() throws Exception {
        var programs = programs();
        assumeTrue(
                programs.isPresent(), "needs PostgreSQL 15 or newer in " + VERSIONS + " (apt-get install postgresql)");
        var folder = Files.createTempDirectory("external-postgres");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        var postgres = new ExternalPostgres(programs.get(), folder.resolve("data"), freePort());
        postgres.run("initdb", "-D", postgres.data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8");
        var options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=".formatted(postgres.port);
        postgres.run("pg_ctl", "start", "-w", "-D", postgres.data.toString(), "-l", folder + "/log", "-o", options);
        postgres.createRole();
        return postgres;
    }

    /** A blank database that belongs to an ordinary role. */
    public DatabaseUrl database(String name) throws SQLException {
        execute("create database " + name + " owner hilo");
        return new DatabaseUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "hilo", "secret");
    }

    private void createRole() throws SQLException {
        execute("create role hilo login password 'secret'");
    }

    private void execute(String sql) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (var versions = Files.list(VERSIONS)) {
            return versions.filter(path -> Integer.parseInt(path.getFileName().toString()) >= 15)
                    .map(path -> path.resolve("bin"))
                    .filter(path -> Files.isExecutable(path.resolve("initdb")))
                    .min(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        var output = data.resolveSibling("output");
        var process = new ProcessBuilder(command)
                .directory(data.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program + " failed: " + Files.readString(output));
        }
    }

    @Override
    public void close() throws Exception {
        run("pg_ctl", "stop", "-m", "immediate", "-D", data.toString());
        try (var paths = Files.walk(data.getParent())) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
