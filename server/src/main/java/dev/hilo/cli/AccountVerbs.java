package dev.hilo.cli;

import dev.hilo.Hilo;
import dev.hilo.accounts.NewAccount;
import dev.hilo.accounts.Plan;
import dev.hilo.accounts.TimeZones;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "account",
        description = "Create and list accounts.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(create | list)")
public final class AccountVerbs {

    private static final String SUBDOMAIN = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final String EMAIL = "[^@\\s]{1,64}@[^@\\s]{1,189}";

    /** What a new account is like. */
    static final class Wishes {
        @Parameters(paramLabel = "NAME", description = "First label of its host name: acme answers at acme.localhost")
        String subdomain;

        @Option(names = "--email", required = true, paramLabel = "E-MAIL", description = "Its first administrator")
        String email;

        @Option(names = "--admin", paramLabel = "TEXT", description = "That person's name")
        String admin;

        @Option(names = "--title", paramLabel = "TEXT", description = "The company's name")
        String title;

        @Option(
                names = "--plan",
                paramLabel = "PLAN",
                defaultValue = "UNLIMITED",
                description = "Calls per minute as on a Freshdesk plan: ${COMPLETION-CANDIDATES}")
        Plan plan;

        @Option(
                names = "--time-zone",
                paramLabel = "ZONE",
                defaultValue = "UTC",
                description = "A zone of Freshdesk's or the IANA's, such as London or Europe/Madrid")
        String timeZone;

        @Option(names = "--language", paramLabel = "CODE", defaultValue = "en", description = "Its first language")
        String language;

        NewAccount account(String password) {
            return new NewAccount(
                    subdomain, or(title, subdomain), plan, zone(), language, or(admin, email), email, password);
        }

        private String zone() {
            return TimeZones.named(timeZone).orElseThrow(() -> new Refused("There is no time zone " + timeZone));
        }

        private static String or(String text, String otherwise) {
            return text == null ? otherwise : text;
        }
    }

    @Spec
    CommandSpec spec;

    @Command(
            name = "create",
            description = "Create an account with its first administrator and a key.",
            mixinStandardHelpOptions = true)
    void create(@Mixin HomeOption home, @Mixin Wishes wishes) throws Exception {
        check(wishes);
        var config = home.config();
        try (var installation = Installation.toAdminister(config)) {
            var hilo = installation.hilo();
            requireFree(hilo, wishes.subdomain);
            var password = Passphrase.random();
            var account = hilo.accounts().create(wishes.account(password));
            var key = hilo.keys().create(account.accountId(), wishes.email, "first");
            print("Account   " + account.subdomain() + "." + config.listening().baseDomain());
            print("Log-in    " + wishes.email.toLowerCase(Locale.ROOT) + "  password " + password);
            print("API key   " + key);
            print("Password and key are not shown again.");
        }
    }

    private static void check(Wishes wishes) {
        if (!wishes.subdomain.matches(SUBDOMAIN)) {
            throw new Refused("An account's name has small letters, digits and hyphens alone: " + wishes.subdomain);
        }
        if (!wishes.email.matches(EMAIL)) throw new Refused("This is no e-mail address: " + wishes.email);
    }

    private static void requireFree(Hilo hilo, String subdomain) {
        if (hilo.accounts().list().stream()
                .anyMatch(account -> account.subdomain().equals(subdomain))) {
            throw new Refused("There is an account " + subdomain + " already");
        }
    }

    @Command(name = "list", description = "Show the accounts.", mixinStandardHelpOptions = true)
    void list(@Mixin HomeOption home) throws Exception {
        try (var installation = Installation.toAdminister(home.config())) {
            for (var account : installation.hilo().accounts().list()) {
                print("%-20s %s, %s"
                        .formatted(
                                account.subdomain(),
                                account.name(),
                                account.plan().text()));
            }
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }
}
