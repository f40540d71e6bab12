package dev.hilo.cli;

import dev.hilo.Hilo;
import dev.hilo.accounts.Account;
import dev.hilo.api.Json;
import dev.hilo.pages.Phrases;
import dev.hilo.simulation.Look;
import dev.hilo.simulation.Rate;
import dev.hilo.simulation.Report;
import dev.hilo.simulation.ReportPage;
import dev.hilo.simulation.Simulations;
import dev.hilo.sync.Standing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description = "Try the agent on past tickets: nothing is written to them and nothing is sent.",
        mixinStandardHelpOptions = true)
public final class SimulateVerb implements Callable<Integer> {

    @Mixin
    HomeOption home;

    @Mixin
    AccountOption account;

    @Option(names = "--last", paramLabel = "N", description = "How many tickets; 1000 if not said")
    Integer last;

    @Option(names = "--since", paramLabel = "DATE", description = "Those answered from then on")
    LocalDate since;

    @Option(names = "--topic", paramLabel = "TYPE", description = "Those of one type")
    String topic;

    @Option(names = "--language", paramLabel = "CODE", description = "Those of customers with this language")
    String language;

    @Option(
            names = "--sample",
            paramLabel = "HOW",
            description = "last: the newest, if not said; stratified: spread evenly over topics and languages")
    String sample;

    @Option(names = "--gate", paramLabel = "0..1", description = "The confidence from which the agent answers")
    Double gate;

    @Option(names = "--seed", paramLabel = "N", description = "Of the sample; the same seed, the same tickets")
    Long seed;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report: .html or .json")
    Path report;

    @Option(names = "--report-language", paramLabel = "CODE", description = "en or es", defaultValue = "en")
    String reportLanguage;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (var installation = Installation.toAdminister(home.config())) {
            var hilo = installation.hilo();
            var found = account.find(hilo);
            var asked = new Simulations.Asked("command", last, from(), topic, language, sample, gate, seed);
            long id = hilo.simulations().draw(found.accountId(), asked);
            var out = spec.commandLine().getOut();
            run(hilo, found, id, out);
            var figures = hilo.simulations().report(found.accountId(), id, null);
            print(out, figures, id);
            if (report != null) write(found, figures);
            return 0;
        }
    }

    private Instant from() {
        return since == null ? null : since.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void run(Hilo hilo, Account found, long id, PrintWriter out) throws Exception {
        int tickets = hilo.simulations()
                .report(found.accountId(), id, null)
                .simulation()
                .tickets();
        var bar = new ProgressBar(out, System.console() != null);
        long begin = System.nanoTime();
        hilo.runSimulation().run(found, id, done -> bar.show(new Standing("replayed", done, 0, done, tickets, begin)));
        bar.end();
    }

    private static void print(PrintWriter out, Report report, long id) {
        var overall = report.overall();
        out.printf("%nSimulation %d: %d tickets, gate %s%n", id, overall.tickets(), report.gate());
        print(out, "answerable", overall.answerable());
        print(out, "answered", overall.answered());
        print(out, "right when answered", overall.rightWhenAnswered());
        print(out, "would have gone out wrong", overall.wrongOut());
        if (report.simulation().marked() == 0) {
            out.println(
                    "\nNobody has marked a draft yet, so what is right rests on a judge alone: mark some in the web app.");
        }
        out.flush();
    }

    private static void print(PrintWriter out, String name, Rate rate) {
        if (rate.value() == null) out.printf("  %-26s no tickets%n", name);
        else if (rate.low() == null)
            out.printf("  %-26s %5.1f %%  (unchecked)  n = %d%n", name, 100 * rate.value(), rate.n());
        else
            out.printf(
                    "  %-26s %5.1f %%  (95 %%: %.1f to %.1f)  n = %d%n",
                    name, 100 * rate.value(), 100 * rate.low(), 100 * rate.high(), rate.n());
    }

    private void write(Account found, Report figures) throws IOException {
        if (report.toString().endsWith(".json")) {
            Json.MAPPER.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), figures);
        } else {
            Files.writeString(
                    report,
                    ReportPage.of(figures, Phrases.in(reportLanguage), Look.USUAL, false)
                            .alone(found.name()));
        }
        spec.commandLine().getOut().println("Report: " + report.toAbsolutePath());
    }
}
