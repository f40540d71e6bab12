package dev.hilo.cli;

import dev.hilo.sync.Scope;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sync",
        description = "Bring a mirror up to date; it goes on where it stopped.",
        mixinStandardHelpOptions = true)
public final class SyncVerb implements Callable<Integer> {

    @Mixin
    HomeOption home;

    @Mixin
    AccountOption account;

    @Option(names = "--all", description = "Read also what is read only now and then: people, fields, articles")
    boolean all;

    @Option(names = "--plan", description = "Only say what a first load would take")
    boolean plan;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (var installation = Installation.toAdminister(home.config())) {
            var hilo = installation.hilo();
            long id = account.find(hilo).accountId();
            var link = hilo.links()
                    .find(id)
                    .orElseThrow(() -> new Refused("The account mirrors none: ./hilo link --help"));
            var out = spec.commandLine().getOut();
            if (plan) {
                LinkVerb.print(out, hilo.links().forecast(link));
                return 0;
            }
            var bar = new ProgressBar(out, System.console() != null);
            var report = hilo.sync()
                    .run(id, all ? Scope.ALL : Scope.DUE, () -> false, bar::show)
                    .orElseThrow(() -> new Refused("Another run of this mirror goes on"));
            bar.end();
            for (var note : hilo.sync().report(id, report).report().path("notes")) {
                out.println(note.path("resource").asText() + ": "
                        + note.path("text").asText());
            }
            String failure =
                    hilo.sync().report(id, report).report().path("failure").asText(null);
            if (failure != null) throw new Refused("It stopped (" + failure + "); the next run goes on from there");
            return 0;
        }
    }
}
