package dev.hilo.cli;

import dev.hilo.accounts.Account;
import dev.hilo.config.Config;
import dev.hilo.logs.Logging;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Serve this installation's accounts.", mixinStandardHelpOptions = true)
public final class ServeVerb implements Callable<Integer> {

    @Mixin
    ListenOptions options;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var config = Config.of(options.settings());
        Logging.use(config.logs());
        Serving.run(
                () -> Installation.toServe(config), installation -> {}, installation -> announce(config, installation));
        return 0;
    }

    private void announce(Config config, Installation installation) {
        var announcement = new Announcement(
                config, installation.hilo().web(), spec.commandLine().getOut());
        announcement.ready();
        var accounts = installation.hilo().accounts().list();
        announcement.line("Accounts", accounts.isEmpty() ? "none yet: ./hilo account create --help" : names(accounts));
        announcement.curl("YOUR_API_KEY");
    }

    private static String names(List<Account> accounts) {
        return accounts.stream().map(Account::subdomain).collect(Collectors.joining(", "));
    }
}
