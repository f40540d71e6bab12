package dev.hilo.bench;

import dev.hilo.db.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How fast an account is mirrored where no limit holds it up, what a run costs when nothing has changed, and how much of
 * the Enterprise plan's limit a first load uses.
 */
@Command(name = "sync", mixinStandardHelpOptions = true, description = "The mirror")
final class SyncBench implements Callable<Integer> {

    private static final int ENTERPRISE = 700;

    @Option(names = "--tickets", defaultValue = "5000", description = "Of ten entries; ${DEFAULT-VALUE} unless told")
    int tickets;

    @Option(
            names = "--limited",
            defaultValue = "2000",
            description = "Of them under the Enterprise limit, 0 for none; ${DEFAULT-VALUE} unless told")
    int limited;

    /** A run of the mirror. @param calls to the other side, the repeated ones included */
    private record Run(double seconds, long calls) {}

    @Override
    public Integer call() throws Exception {
        try (var stage = new Stage()) {
            new Load(stage.connection, stage.account, stage.agent).tickets(1, tickets);
            age(stage);
            free(stage);
            if (limited > 0) limited(stage);
        }
        return 0;
    }

    /** What changed just now is read twice. */
    private static void age(Stage stage) throws SQLException {
        stage.execute("alter table tickets disable trigger user");
        stage.execute("update tickets set created_at = now() - interval '2 days' + id * interval '1 second',"
                + " updated_at = now() - interval '1 day' + id * interval '1 second'");
        stage.execute("alter table tickets enable trigger user");
        stage.execute("vacuum (analyze) tickets, conversations");
    }

    private void free(Stage stage) throws Exception {
        try (var mirror = new Mirror(stage, "free")) {
            var first = mirror.sync();
            long entries = mirror.number("select count(*) from conversations");
            line("conversations mirrored", entries, "");
            line("a second, Java's start included", entries / first.seconds, "(to reach: 1,500)");
            mirror.sync();
            var again = mirror.sync();
            line("calls when nothing has changed", again.calls, "(to reach: 3)");
            line("seconds of that run, Java's start included", again.seconds, "");
        }
    }

    private void limited(Stage stage) throws Exception {
        stage.execute("delete from conversations where ticket_id > " + limited);
        stage.execute("delete from tickets where id > " + limited);
        stage.execute("update accounts set plan = 'enterprise'");
        try (var mirror = new Mirror(stage, "limited")) {
            var run = mirror.sync();
            line("calls under the Enterprise limit", run.calls, "");
            line("seconds", run.seconds, "");
            line("percent of the limit", 100 * run.calls / (run.seconds / 60 * ENTERPRISE), "(to reach: 95)");
        }
    }

    private static void line(String name, double value, String note) {
        System.out.printf("%-42s %,10.1f  %s%n", name, value, note);
    }

    /** A second installation, which mirrors the stage's account with all of its limit. */
    private static final class Mirror implements AutoCloseable {
        private final Stage stage;
        private final Path home;
        private final DatabaseUrl url;
        private final Connection connection;

        Mirror(Stage stage, String name) throws Exception {
            this.stage = stage;
            home = Files.createDirectories(stage.home.resolve(name));
            stage.execute("create database " + name);
            var there = stage.database;
            url = new DatabaseUrl(
                    there.jdbc().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"), there.user(), there.password());
            String address = "http://127.0.0.1:" + stage.process.port();
            verb(
                    "link",
                    "--domain",
                    address,
                    "--key",
                    stage.key,
                    "--name",
                    "mirror",
                    "--share",
                    "100",
                    "--without-files");
            connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        }

        private void verb(String... verb) throws Exception {
            ServerProcess.verb(stage.folder(), home, url, verb);
        }

        Run sync() throws Exception {
            long begun = System.nanoTime();
            verb("sync", "--account", "mirror");
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Run(
                    seconds,
                    number("select (report ->> 'calls')::bigint from sync_reports order by started_at desc limit 1"));
        }

        long number(String sql) throws SQLException {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
