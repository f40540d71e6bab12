package dev.hilo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import dev.hilo.api.Patch;
import dev.hilo.crm.Connections;
import dev.hilo.crm.PutConnection;
import dev.hilo.crm.Report;
import dev.hilo.crm.Report.Fate;
import dev.hilo.errors.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "crm",
        description = "Write people and conversations to a CRM.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(hubspot)")
public final class CrmVerbs implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "To which CRM?");
    }

    @Command(
            name = "hubspot",
            description = "Say what would be written to HubSpot; with --write, write it.",
            mixinStandardHelpOptions = true)
    int hubspot(
            @Mixin HomeOption home,
            @Mixin AccountOption account,
            @Option(names = "--token", paramLabel = "TOKEN", description = "Of a private app; kept, sealed")
                    String token,
            @Option(names = "--write", description = "Write; without it nothing is changed there") boolean write,
            @Option(names = "--dry-run", description = "Only say what would be written, as without --write")
                    boolean dryRun,
            @Option(
                            names = "--notes",
                            paramLabel = "WHICH",
                            description = "Which tickets become notes: none, resolved or all; resolved if never said")
                    String notes,
            @Option(names = "--mapping", paramLabel = "FILE", description = "JSON: which property takes which field")
                    Path mapping,
            @Option(
                            names = "--everybody",
                            arity = "1",
                            paramLabel = "true|false",
                            description = "Also contacts that have never written; false if never said")
                    Boolean everybody,
            @Option(
                            names = "--every",
                            paramLabel = "MINUTES",
                            description = "Write again and again while the server runs; 0 to end that")
                    Integer minutes,
            @Option(names = "--url", hidden = true) String address)
            throws Exception {
        if (write && dryRun) throw new ParameterException(spec.commandLine(), "Either --write or --dry-run");
        try (var installation = Installation.toAdminister(home.config())) {
            var hilo = installation.hilo();
            var chosen = account.find(hilo);
            if (token == null && hilo.crm().find(chosen.accountId()).isEmpty()) {
                throw new Refused("Not connected yet: give the token of a private app with --token; see docs/crm.md");
            }
            boolean isSet = minutes != null && minutes > 0;
            Boolean again = minutes == null ? null : isSet;
            var asked = new PutConnection(
                    token,
                    address,
                    mapping == null ? Patch.absent() : Patch.of(read(mapping)),
                    notes,
                    Patch.absent(),
                    everybody == null ? null : !everybody,
                    isSet ? minutes : null,
                    again,
                    again);
            hilo.crm().put(chosen.accountId(), asked);
            var ended = hilo.crm()
                    .run(chosen, !write)
                    .orElseThrow(() -> new Refused("Another run of this account goes on"));
            print(spec.commandLine().getOut(), ended);
            if (ended.error() != null) throw new Refused(ended.error());
            return 0;
        } catch (Refusal.Invalid refused) {
            throw new Refused(refused.errors.stream()
                    .map(error -> error.field() + ": " + error.message())
                    .collect(Collectors.joining("\n")));
        }
    }

    private static JsonNode read(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new Refused(file + " is no JSON");
        } catch (IOException e) {
            throw new Refused("Cannot read " + file);
        }
    }

    private static void print(PrintWriter out, Connections.Ended ended) {
        var report = ended.report();
        if (report.home() != null)
            out.println("HubSpot account " + report.home().id());
        for (var sample : report.samples()) {
            String first = sample.properties().entrySet().stream()
                    .map(Map.Entry::toString)
                    .collect(Collectors.joining(", "));
            out.println("%-8s %-8s %s  %s".formatted(sample.action(), sample.kind(), sample.key(), first));
        }
        out.println("%-10s %8s %8s %10s %6s %8s".formatted("", "created", "updated", "unchanged", "gone", "refused"));
        line(out, "companies", "company", report);
        line(out, "contacts", "contact", report);
        line(out, "notes", "ticket", report);
        report.refused().forEach(refused -> out.println(refused.kind() + " " + refused.id() + ": " + refused.why()));
        out.println(report.calls() + " calls." + (report.isDry() ? " Nothing was written: --write writes." : ""));
    }

    private static void line(PrintWriter out, String name, String kind, Report report) {
        out.println("%-10s %8d %8d %10d %6d %8d"
                .formatted(
                        name,
                        report.count(kind, Fate.CREATED),
                        report.count(kind, Fate.UPDATED),
                        report.count(kind, Fate.UNCHANGED),
                        report.count(kind, Fate.GONE),
                        report.count(kind, Fate.REFUSED)));
    }
}
