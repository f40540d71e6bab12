package dev.hilo.cli;

import dev.hilo.errors.Refusal;
import dev.hilo.sync.Forecast;
import dev.hilo.sync.NewLink;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "link",
        description = "Make an account that mirrors one on Freshdesk, or on another Hilo.",
        mixinStandardHelpOptions = true)
public final class LinkVerb implements Callable<Integer> {

    @Mixin
    HomeOption home;

    @Option(
            names = "--domain",
            required = true,
            paramLabel = "DOMAIN",
            description = "acme.freshdesk.com, or an address")
    String domain;

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "API key of an agent there")
    String key;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The account here; the domain's first label if not said")
    String name;

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            defaultValue = "50",
            description = "How much of the other account's limit the mirror takes (${DEFAULT-VALUE})")
    int share;

    @Option(names = "--without-files", description = "Leave attached files where they are")
    boolean withoutFiles;

    @Option(names = "--plan", description = "Only say what it would take")
    boolean plan;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var config = home.config();
        var out = spec.commandLine().getOut();
        try (var installation = Installation.toAdminister(config)) {
            if (share < 1 || share > 100) throw new Refused("--share is a number from 1 to 100");
            var wanted = new NewLink(domain, key, name, share, !withoutFiles);
            var links = installation.hilo().links();
            print(out, links.forecast(wanted));
            if (plan) return 0;
            var made = links.create(wanted);
            String host = made.account().subdomain() + "." + config.listening().baseDomain();
            out.println("Account   " + host);
            out.println("API key   " + made.key() + "  of " + made.agentEmail() + ", not shown again");
            out.println("Next      ./hilo sync --account " + made.account().subdomain() + ", or ./hilo serve");
            printRule(out, host, made.pushToken());
            return 0;
        } catch (Refusal.Invalid refused) {
            throw new Refused(refused.errors.stream()
                    .map(error -> error.field() + ": " + error.message())
                    .collect(Collectors.joining("\n")));
        } catch (Refusal.Duplicate taken) {
            throw new Refused("There is an account of that name already; choose another with --name");
        }
    }

    static void print(PrintWriter out, Forecast forecast) {
        for (var list : forecast.lists()) {
            String rows = list.trouble() != null
                    ? "not to be read: " + list.trouble()
                    : list.rows() == null ? "about " + list.calls() + " calls" : list.rows() + " rows";
            out.println("%-18s %s".formatted(list.resource(), rows));
        }
        out.println("About %d calls, %d credits.".formatted(forecast.calls(), forecast.credits())
                + (forecast.minutes() == null
                        ? ""
                        : " At %d credits a minute: %d minutes."
                                .formatted(forecast.creditsPerMinute(), forecast.minutes())));
    }

    private static void printRule(PrintWriter out, String host, String token) {
        out.println("""

                To see changes within seconds, add an automation there: Admin > Automations > Ticket Updates (and Ticket Creation),
                when any ticket is updated, trigger webhook:
                  POST https://%s/api/hilo/v1/push/%s
                  Content: {"ticket_id": "{{ticket.id_numeric}}"}""".formatted(host, token));
    }
}
