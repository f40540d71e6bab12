package dev.hilo.cli;

import dev.hilo.config.Config;
import dev.hilo.logs.Logging;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Serve a sample help desk, made at the first start, to try things on.",
        mixinStandardHelpOptions = true)
public final class DemoVerb implements Callable<Integer> {

    @Mixin
    ListenOptions options;

    @Option(names = "--empty", description = "Without the sample data: an account and its key alone")
    boolean empty;

    @Spec
    CommandSpec spec;

    private Config config;
    private DemoAccess access;

    @Override
    public Integer call() throws Exception {
        config = Config.of(options.settings("demo")).asSandbox();
        Logging.use(config.logs());
        Serving.run(() -> Installation.toServe(config), this::furnish, this::announce);
        return 0;
    }

    private void furnish(Installation installation) throws IOException {
        access = DemoAccess.open(config.home(), installation.hilo(), empty);
        if (isForThisMachineAlone()) installation.hilo().callers().acceptDemoAs(access.key());
        installation.hilo().loginPages().tellDemo(access.email(), isForThisMachineAlone() ? access.password() : null);
    }

    private void announce(Installation installation) {
        var announcement = new Announcement(
                config, installation.hilo().web(), spec.commandLine().getOut());
        announcement.ready();
        announcement.line("Log-in", access.email() + "  password " + access.password());
        announcement.line(
                "API key", access.key() + (isForThisMachineAlone() ? "  (on this machine, 'demo' does as well)" : ""));
        announcement.curl(isForThisMachineAlone() ? "demo" : access.key());
    }

    private boolean isForThisMachineAlone() {
        try {
            return InetAddress.getByName(config.listening().host()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
