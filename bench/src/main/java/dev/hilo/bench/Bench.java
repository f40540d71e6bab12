package dev.hilo.bench;

import dev.hilo.db.DatabaseUrl;
import dev.hilo.db.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./hilo bench}: loads a hundred thousand tickets with a million entries and measures listing and noting over
 * HTTP against pgbench with the same SQL on the same database, in one run.
 */
@Command(name = "bench", mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    private static final int FEW = 1_000;
    private static final Pattern KEY = Pattern.compile("API key\\s+(\\S+)");
    private static final String TEXT = "The parcel left the warehouse today and should arrive on Thursday. ".repeat(5);

    @Option(names = "--seconds", defaultValue = "15", description = "Of each measurement; ${DEFAULT-VALUE} unless told")
    int seconds;

    @Option(names = "--tickets", defaultValue = "100000", description = "To load; ${DEFAULT-VALUE} unless told")
    int tickets;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Tools.ensure("wrk", "wrk");
        Tools.ensure("pgbench", "postgresql-contrib");
        Path folder = Path.of(System.getProperty("hilo.folder", "."));
        Path home = Files.createDirectories(
                folder.resolve("bench/target/home-" + ProcessHandle.current().pid()));
        try (var postgres = EmbeddedPostgres.start(home)) {
            run(folder, home, postgres.url());
        } finally {
            Tools.run(Map.of(), List.of("rm", "-rf", home.toString()));
        }
        return 0;
    }

    private void run(Path folder, Path home, DatabaseUrl database) throws Exception {
        Path server = Files.createDirectories(home.resolve("server"));
        String made = ServerProcess.verb(
                folder,
                server,
                database,
                "account",
                "create",
                "bench",
                "--email",
                "bench@bench.test",
                "--plan",
                "UNLIMITED");
        Matcher key = KEY.matcher(made);
        if (!key.find()) throw new IllegalStateException(made);
        try (var connection = DriverManager.getConnection(database.jdbc(), database.user(), database.password());
                var process = ServerProcess.start(folder, server, database)) {
            long account = number(connection, "select account_id from accounts");
            long agent = number(connection, "select id from agents");
            var load = new Load(connection, account, agent);
            var wrk = new Wrk(process.port(), key.group(1), home);

            load.tickets(1, FEW);
            wrk.list(FEW, seconds);
            var few = wrk.list(FEW, seconds);
            load.tickets(FEW + 1, tickets);
            wrk.list(tickets, seconds);
            long before = process.processorMicros();
            var many = wrk.list(tickets, seconds);
            double perList = (process.processorMicros() - before) / (many.perSecond() * seconds);
            var statements = new Statements(account, agent, tickets);
            var pgbench = new Pgbench(database, home, Math.max(5, seconds / 2));
            var listBest = pgbench.best("list", statements.list());
            wrk.note(tickets, TEXT.strip(), Math.max(3, seconds / 3));
            var note = wrk.note(tickets, TEXT.strip(), seconds);
            var noteBest = pgbench.best("note", statements.note(TEXT.strip()));
            print(few, many, listBest, note, noteBest, perList, process.memory());
        }
    }

    private void print(
            Wrk.Result few,
            Wrk.Result many,
            Pgbench.Result list,
            Wrk.Result note,
            Pgbench.Result noteBest,
            double perList,
            long memory) {
        System.out.printf("%n%-42s %10s %9s %9s %6s%n", "", "per second", "p50 ms", "p99 ms", "not 2xx");
        row("list, 10,000 entries", few);
        row("list, %,d entries".formatted(tickets * Load.ENTRIES_PER_TICKET), many);
        row("note, durable", note);
        System.out.printf("%-42s %,10.0f%n", "pgbench list, " + list.connections() + " connections", list.perSecond());
        System.out.printf(
                "%-42s %,10.0f%n", "pgbench note, " + noteBest.connections() + " connections", noteBest.perSecond());
        System.out.printf("%n%-42s %10.2f  (to reach: 0.50)%n", "list / pgbench", many.perSecond() / list.perSecond());
        System.out.printf(
                "%-42s %10.2f  (to reach: 0.50)%n", "note / pgbench", note.perSecond() / noteBest.perSecond());
        System.out.printf(
                "%-42s %10.2f  (to reach: 1.50 at most)%n",
                "p99 of the list, many / few", many.p99Millis() / few.p99Millis());
        System.out.printf("%-42s %10.0f%n", "processor time of a list in Java, µs", perList);
        System.out.printf("%-42s %,10d%n", "memory of the Java process, MiB", memory);
        System.out.printf("%-42s %10d%n", "processors", Runtime.getRuntime().availableProcessors());
    }

    private static void row(String name, Wrk.Result result) {
        System.out.printf(
                "%-42s %,10.0f %9.2f %9.2f %6d%n",
                name, result.perSecond(), result.p50Millis(), result.p99Millis(), result.notTwoHundreds());
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
