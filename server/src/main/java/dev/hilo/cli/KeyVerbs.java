package dev.hilo.cli;

import dev.hilo.errors.Refusal;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "key",
        description = "Make, list and revoke API keys.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(create | list | revoke)")
public final class KeyVerbs {

    @Spec
    CommandSpec spec;

    @Command(
            name = "create",
            description = "Make a key for an agent; it is shown once.",
            mixinStandardHelpOptions = true)
    void create(
            @Mixin HomeOption home,
            @Mixin AccountOption account,
            @Option(names = "--agent", required = true, paramLabel = "E-MAIL", description = "Whose key it is")
                    String agent,
            @Option(names = "--name", paramLabel = "TEXT", defaultValue = "", description = "What it is for")
                    String name)
            throws Exception {
        try (var installation = Installation.toAdminister(home.config())) {
            var hilo = installation.hilo();
            print(hilo.keys().create(account.find(hilo).accountId(), agent, name));
        } catch (Refusal.NotFound e) {
            throw new Refused("There is no agent with the e-mail " + agent);
        }
    }

    @Command(name = "list", description = "Show the keys in use, never whole.", mixinStandardHelpOptions = true)
    void list(@Mixin HomeOption home, @Mixin AccountOption account) throws Exception {
        try (var installation = Installation.toAdminister(home.config())) {
            var hilo = installation.hilo();
            for (var key : hilo.keys().list(account.find(hilo).accountId())) {
                print("%-4d …%s  %s  %s  %s"
                        .formatted(
                                key.id(),
                                key.hint(),
                                key.createdAt().truncatedTo(ChronoUnit.SECONDS),
                                key.agentEmail(),
                                key.name())
                        .stripTrailing());
            }
        }
    }

    @Command(
            name = "revoke",
            description = "End a key; servers that run refuse it within seconds.",
            mixinStandardHelpOptions = true)
    void revoke(
            @Mixin HomeOption home,
            @Mixin AccountOption account,
            @Parameters(paramLabel = "ID", description = "The number that list shows") long id)
            throws Exception {
        try (var installation = Installation.toAdminister(home.config())) {
            var hilo = installation.hilo();
            hilo.keys().revoke(account.find(hilo).accountId(), id);
            print("Revoked key " + id + ".");
        } catch (Refusal.NotFound e) {
            throw new Refused("There is no key " + id + " in use");
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }
}
