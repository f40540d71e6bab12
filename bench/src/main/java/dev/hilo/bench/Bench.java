package dev.hilo.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./hilo bench}: loads a hundred thousand tickets with a million entries and measures listing and noting over
 * HTTP against pgbench with the same SQL on the same database, in one run.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {HistoryBench.class, SyncBench.class, ExportBench.class, SimulationBench.class, AiBench.class})
public final class Bench implements Callable<Integer> {

    private static final int FEW = 1_000;
    private static final String TEXT = "The parcel left the warehouse today and should arrive on Thursday. ".repeat(5);

    @Option(names = "--seconds", defaultValue = "15", description = "Of each measurement; ${DEFAULT-VALUE} unless told")
    int seconds;

    @Option(names = "--tickets", defaultValue = "100000", description = "To load; ${DEFAULT-VALUE} unless told")
    int tickets;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Tools.ensure("wrk", "wrk");
        Tools.ensure("pgbench", "postgresql-contrib");
        try (var stage = new Stage()) {
            run(stage);
        }
        return 0;
    }

    private void run(Stage stage) throws Exception {
        var process = stage.process;
        var load = new Load(stage.connection, stage.account, stage.agent);
        var wrk = stage.wrk();

        load.tickets(1, FEW);
        wrk.list(FEW, seconds);
        var few = wrk.list(FEW, seconds);
        load.tickets(FEW + 1, tickets);
        wrk.list(tickets, seconds);
        long before = process.processorMicros();
        var many = wrk.list(tickets, seconds);
        double perList = (process.processorMicros() - before) / (many.perSecond() * seconds);
        var statements = new Statements(stage.account, stage.agent, tickets);
        var pgbench = new Pgbench(stage.database, stage.home, Math.max(5, seconds / 2));
        var listBest = pgbench.best("list", statements.list());
        wrk.note(tickets, TEXT.strip(), Math.max(3, seconds / 3));
        var note = wrk.note(tickets, TEXT.strip(), seconds);
        var noteBest = pgbench.best("note", statements.note(TEXT.strip()));
        print(few, many, listBest, note, noteBest, perList, process.memory());
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
}
