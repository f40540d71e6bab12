package dev.hilo.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = "Compare a mirror with what it mirrors: counts and hashes by day, and each difference by name.",
        mixinStandardHelpOptions = true)
public final class VerifyVerb implements Callable<Integer> {

    @Mixin
    HomeOption home;

    @Mixin
    AccountOption account;

    @Option(
            names = "--tickets",
            paramLabel = "NUMBER",
            defaultValue = "500",
            description = "Of how many tickets the entries are compared, a call each (${DEFAULT-VALUE})")
    int tickets;

    @Option(names = "--repair", description = "Make what differs the same as there")
    boolean repair;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (var installation = Installation.toAdminister(home.config())) {
            var hilo = installation.hilo();
            long id = account.find(hilo).accountId();
            hilo.links().find(id).orElseThrow(() -> new Refused("The account mirrors none: ./hilo link --help"));
            var out = spec.commandLine().getOut();
            var bar = new ProgressBar(out, System.console() != null);
            long number = hilo.sync()
                    .verify(id, tickets, repair, () -> false, bar::show)
                    .orElseThrow(() -> new Refused("A run of this mirror goes on"));
            bar.end();
            var report = hilo.sync().report(id, number).report();
            String failure = report.path("failure").asText(null);
            if (failure != null) throw new Refused("It stopped: " + failure);
            report.path("resources")
                    .properties()
                    .forEach(resource -> out.println("%-18s %d there, %d here%s"
                            .formatted(
                                    resource.getKey(),
                                    resource.getValue().path("there").asLong(),
                                    resource.getValue().path("here").asLong(),
                                    resource.getValue().path("same").asBoolean() ? "" : ", not the same")));
            out.println("entries of         "
                    + report.path("tickets_with_entries_compared").asLong() + " tickets");
            for (var named : report.path("named")) {
                out.println("Different: " + named.path("resource").asText() + " "
                        + named.path("id").asText() + ": " + named.path("what").asText());
            }
            for (var note : report.path("notes")) {
                out.println(note.path("resource").asText() + ": "
                        + note.path("text").asText());
            }
            long differences = report.path("differences").asLong();
            out.println(differences + " differences, " + report.path("repaired").asLong() + " repaired, "
                    + report.path("calls").asLong() + " calls; report " + number + ".");
            return differences > report.path("repaired").asLong() ? 1 : 0;
        }
    }
}
