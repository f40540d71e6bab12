package dev.hilo.bench;

import dev.hilo.simulation.Bundle;
import dev.hilo.simulation.Calibrated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast past tickets are replayed, whether anything leaks from their future, and how often the intervals hold. */
@Command(name = "simulation", mixinStandardHelpOptions = true, description = "The agent on past tickets")
final class SimulationBench implements Callable<Integer> {

    private static final Pattern SECONDS = Pattern.compile("Done in (\\d+) s");
    private static final double[][] ACCOUNTS = {
        // the truth, the judge's skill, tickets, marks
        {0.8, 0.7, 1000, 100},
        {0.8, 0.0, 1000, 100},
        {0.8, 1.0, 1000, 100},
        {0.95, 0.7, 1000, 100},
        {0.5, 0.7, 1000, 200},
        {0.6, 0.5, 300, 60},
        {0.9, 0.9, 1000, 60},
        {0.7, 0.8, 200, 200},
        {0.3, 0.3, 5000, 400},
        {0.98, 0.6, 2000, 300}
    };

    @Option(names = "--tickets", defaultValue = "5000", description = "Of the account; ${DEFAULT-VALUE} unless told")
    int tickets;

    @Option(
            names = "--last",
            defaultValue = "1500",
            description = "To replay, with the planted among them; ${DEFAULT-VALUE} unless told")
    int last;

    @Option(
            names = "--accounts",
            defaultValue = "2000",
            description = "To make up per kind; ${DEFAULT-VALUE} unless told")
    int accounts;

    @Override
    public Integer call() throws Exception {
        intervals();
        try (var stage = new Stage()) {
            var past = new PastLoad(stage.connection, stage.account, stage.agent, tickets);
            past.load();
            int planted = past.plant(Math.min(200, last / 2));
            replay(stage, planted);
        }
        return 0;
    }

    private void intervals() {
        double all = 0;
        System.out.printf("%n%-42s %10s%n", "intervals of 95 %: truth, judge, n, marks", "held, %");
        for (double[] kind : ACCOUNTS) {
            var random = new Random(7);
            int held = 0;
            for (int i = 0; i < accounts; i++) {
                var rate = Calibrated.rate(account(random, kind));
                if (rate.low() <= kind[0] && kind[0] <= rate.high()) held++;
            }
            double share = 100.0 * held / accounts;
            all += share / ACCOUNTS.length;
            System.out.printf(
                    "%-42s %10.1f%n", "%.2f, %.1f, %.0f, %.0f".formatted(kind[0], kind[1], kind[2], kind[3]), share);
        }
        System.out.printf("%-42s %10.1f  (to reach: 93 to 97)%n", "all together", all);
    }

    private static List<Calibrated.Case> account(Random random, double[] kind) {
        var cases = new ArrayList<Calibrated.Case>();
        for (int i = 0; i < kind[2]; i++) {
            boolean right = random.nextDouble() < kind[0];
            double judged = random.nextDouble() < kind[1] ? (right ? 0.9 : 0.2) : random.nextDouble();
            cases.add(new Calibrated.Case(judged, i < kind[3] ? right : null));
        }
        return cases;
    }

    private void replay(Stage stage, int planted) throws Exception {
        double learning = seconds(simulate(stage, 1, null).output());
        Path once = stage.home.resolve("once.json");
        Path again = stage.home.resolve("again.json");
        var ran = simulate(stage, last, once);
        simulate(stage, last, again);
        boolean same = Files.mismatch(once, again) == -1;
        int leaks = leaks(stage, Bundle.read(Files.readAllBytes(once)));
        System.out.printf("%n%-42s %10.0f%n", "learning what is known, seconds", learning);
        System.out.printf("%-42s %10.1f  (to reach: 25)%n", "tickets replayed a second", last / seconds(ran.output()));
        System.out.printf("%-42s %10d  (to reach: 0)%n", "leaks of %,d planted sentences".formatted(planted), leaks);
        System.out.printf("%-42s %10s  (to reach: yes)%n", "same seed, same bytes", same ? "yes" : "no");
        System.out.printf("%-42s %,10d  (to reach: 1,000 at most)%n", "most memory of the process, MiB", ran.memory());
        System.out.printf("%-42s %10d%n", "processors", Runtime.getRuntime().availableProcessors());
        if (leaks > 0 || !same) throw new IllegalStateException("The simulation leaks, or is not repeatable");
    }

    private ServerProcess.Ran simulate(Stage stage, int tickets, Path bundle) throws Exception {
        var verb = new ArrayList<>(List.of("simulate", "--last", Integer.toString(tickets)));
        if (bundle != null) verb.addAll(List.of("--bundle", bundle.toString()));
        return ServerProcess.measured(stage.folder(), stage.server(), stage.database, verb.toArray(String[]::new));
    }

    private static double seconds(String output) {
        Matcher done = SECONDS.matcher(output);
        if (!done.find()) throw new IllegalStateException(output);
        return Math.max(1, Integer.parseInt(done.group(1)));
    }

    /** What was written after a ticket was asked must not be in anything that was known or drafted. */
    private static int leaks(Stage stage, Bundle bundle) throws Exception {
        int leaks = 0;
        for (var c : bundle.cases()) {
            String known = c.subject() + c.question() + c.draft() + c.passages();
            Matcher sentence = PastLoad.PLANTED.matcher(known);
            while (sentence.find()) {
                long second = stage.number("select extract(epoch from " + PastLoad.planted(sentence.group(1)) + ")");
                if (second > c.asOf().getEpochSecond()) leaks++;
            }
        }
        return leaks;
    }
}
