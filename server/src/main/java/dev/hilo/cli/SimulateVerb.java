package dev.hilo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hilo.Hilo;
import dev.hilo.accounts.Account;
import dev.hilo.api.Json;
import dev.hilo.pages.Phrases;
import dev.hilo.simulation.Bundle;
import dev.hilo.simulation.Candidate;
import dev.hilo.simulation.Look;
import dev.hilo.simulation.Report;
import dev.hilo.simulation.ReportPage;
import dev.hilo.simulation.SimulationCheck;
import dev.hilo.simulation.Simulations;
import dev.hilo.simulation.Tables;
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

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A candidate, in YAML, replayed on the same tickets and compared: gate, kinds, meaning")
    Path config;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report: .html, .json or .csv")
    Path report;

    @Option(names = "--bundle", paramLabel = "FILE", description = "Write all that the report rests on, as JSON")
    Path bundle;

    @Option(names = "--verify", paramLabel = "FILE", description = "Do a bundle's figures follow from its cases?")
    Path verify;

    @Option(
            names = "--again",
            paramLabel = "FILE",
            description = "Replay a bundle's tickets on this account: is every decision the same?")
    Path again;

    @Option(
            names = "--check",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = "",
            description = "Look at the saved checks, or those of a YAML file; the exit code is 1 when one fails")
    String check;

    @Option(names = "--report-language", paramLabel = "CODE", description = "en or es", defaultValue = "en")
    String reportLanguage;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        if (verify != null) return verify(out);
        try (var installation = Installation.toAdminister(home.config())) {
            var hilo = installation.hilo();
            var found = account.find(hilo);
            if (check != null) return check(hilo, found, out);
            if (again != null) return again(hilo, found, out);
            simulate(hilo, found, out);
            return 0;
        }
    }

    private void simulate(Hilo hilo, Account found, PrintWriter out) throws Exception {
        var candidate = config == null ? null : YamlFile.read(config, Candidate.class);
        long id = run(hilo, found, hilo.simulations().draw(found.accountId(), asked(null, null)), out);
        var figures = hilo.simulations().report(found.accountId(), id, null);
        new SimulationWords(out).report(figures);
        if (report != null) write(found, figures);
        if (bundle != null) {
            Files.write(
                    bundle,
                    hilo.simulations().bundle(found.accountId(), id, null).bytes());
            out.println("Bundle: " + bundle.toAbsolutePath());
        }
        if (candidate == null) return;
        long other = run(hilo, found, hilo.simulations().draw(found.accountId(), asked(candidate, id)), out);
        new SimulationWords(out).report(hilo.simulations().report(found.accountId(), other, null));
        new SimulationWords(out).comparison(hilo.simulations().compare(found.accountId(), id, other));
    }

    private Simulations.Asked asked(Candidate candidate, Long sameAs) {
        Double own = candidate != null && candidate.gate() != null ? candidate.gate() : gate;
        return new Simulations.Asked("command", last, from(), topic, language, sample, own, seed, candidate, sameAs);
    }

    private Instant from() {
        return since == null ? null : since.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private int verify(PrintWriter out) throws IOException {
        boolean holds = read(verify).isConsistent();
        out.println(holds ? "The figures follow from the cases." : "The figures do NOT follow from the cases.");
        return holds ? 0 : 1;
    }

    private static Bundle read(Path file) throws IOException {
        try {
            return Bundle.read(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new Refused(file + " is no bundle of a simulation");
        }
    }

    private int again(Hilo hilo, Account found, PrintWriter out) throws Exception {
        var was = read(again);
        long id = run(hilo, found, hilo.simulations().again(found.accountId(), was), out);
        int changed = hilo.simulations().carryMarks(found.accountId(), id, was);
        var is = hilo.simulations().bundle(found.accountId(), id, was.gate());
        boolean same = is.report().toString().equals(was.report().toString());
        out.printf(
                "%d of %d drafts differ; the figures are %s.%n",
                changed, was.cases().size(), same ? "the same" : "others");
        return changed == 0 && same ? 0 : 1;
    }

    private int check(Hilo hilo, Account found, PrintWriter out) {
        var results = check.isEmpty()
                ? hilo.checks().run(found)
                : hilo.checks().run(found, YamlFile.list(Path.of(check), SimulationCheck.class));
        if (results.isEmpty()) throw new Refused("There are no checks: save some in the API, or name a file");
        return new SimulationWords(out).checks(results) == 0 ? 0 : 1;
    }

    private static long run(Hilo hilo, Account found, long id, PrintWriter out) throws Exception {
        int tickets = hilo.simulations().view(found.accountId(), id).tickets();
        var bar = new ProgressBar(out, System.console() != null);
        long begin = System.nanoTime();
        hilo.runSimulation().run(found, id, done -> bar.show(new Standing("replayed", done, 0, done, tickets, begin)));
        bar.end();
        return id;
    }

    private void write(Account found, Report figures) throws IOException {
        String file = report.toString();
        if (file.endsWith(".json")) {
            Json.MAPPER.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), figures);
        } else if (file.endsWith(".csv")) {
            Files.writeString(report, Tables.rates(figures));
        } else {
            Files.writeString(
                    report,
                    ReportPage.of(figures, Phrases.in(reportLanguage), Look.USUAL, false)
                            .alone(found.name()));
        }
        spec.commandLine().getOut().println("Report: " + report.toAbsolutePath());
    }
}
