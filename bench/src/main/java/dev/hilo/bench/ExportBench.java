package dev.hilo.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast an account becomes Parquet, in how much memory, beside DuckDB's own COPY of the same rows. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "The export to Parquet")
final class ExportBench implements Callable<Integer> {

    @Option(names = "--tickets", defaultValue = "100000", description = "Of ten entries; ${DEFAULT-VALUE} unless told")
    int tickets;

    @Override
    public Integer call() throws Exception {
        try (var stage = new Stage()) {
            new Load(stage.connection, stage.account, stage.agent).tickets(1, tickets);
            spread(stage);
            Path target = stage.home.resolve("parquet");
            export("warm-up, to a DuckDB file", stage, stage.home.resolve("same.duckdb"));
            export("to Parquet", stage, target);
            export("again, nothing changed", stage, target);
            stage.execute("update tickets set subject = 'Changed' where id <= 100");
            export("again, 100 tickets changed", stage, target);
            copy(stage);
        }
        return 0;
    }

    /** Over two years, as tickets are: each month is a partition. */
    private static void spread(Stage stage) throws Exception {
        for (String table : new String[] {"tickets", "conversations"}) {
            String number = table.equals("tickets") ? "id" : "ticket_id";
            stage.execute("alter table " + table + " disable trigger user");
            stage.execute("update " + table + " set created_at = timestamptz '2024-01-01Z' + " + number
                    + " % 100000 * interval '10 minutes'");
            stage.execute("alter table " + table + " enable trigger user");
        }
        stage.execute("vacuum (analyze) tickets, conversations, events");
    }

    private static void export(String name, Stage stage, Path target) throws Exception {
        long begun = System.nanoTime();
        var ran = ServerProcess.measured(
                stage.folder(), stage.server(), stage.database, "export", "--to", target.toString());
        double seconds = (System.nanoTime() - begun) / 1e9;
        long rows = ran.output()
                .lines()
                .filter(line -> line.contains(" rows in "))
                .mapToLong(line -> Long.parseLong(
                        line.replaceAll(".*?([\\d,]+) rows in .*", "$1").replace(",", "")))
                .sum();
        System.out.printf("%n%s%n%s", name, ran.output());
        if (ran.output().contains("Everything, ")) {
            System.out.printf(
                    "%-42s %,10.0f  (to reach: 50,000)%n", "rows a second, Java's start included", rows / seconds);
        } else {
            System.out.printf("%-42s %,10.1f%n", "seconds, Java's start included", seconds);
        }
        System.out.printf("%-42s %,10d  (to reach: 512 at most)%n", "most memory of the process, MiB", ran.memory());
    }

    private static void copy(Stage stage) throws Exception {
        Path out = Files.createDirectories(stage.home.resolve("copied"));
        try (var duckDb = DriverManager.getConnection("jdbc:duckdb:" + stage.home.resolve("same.duckdb"));
                var statement = duckDb.createStatement()) {
            statement.execute("set threads = 2");
            long begun = System.nanoTime();
            long rows = 0;
            for (String table : new String[] {"tickets", "conversations", "events", "contacts"}) {
                rows += statement.executeUpdate("copy (select * from " + table + ") to '" + out.resolve(table)
                        + ".parquet' (format parquet, compression zstd)");
            }
            System.out.printf(
                    "%n%-42s %,10.0f%n",
                    "rows a second of DuckDB's own COPY", rows / ((System.nanoTime() - begun) / 1e9));
        }
    }
}
