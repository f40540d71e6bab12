package dev.hilo.cli;

import dev.hilo.config.Config;
import dev.hilo.config.GivenSettings;
import dev.hilo.config.Setting;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "config",
        description = "Show every setting with its value and where it comes from; secrets are masked.",
        mixinStandardHelpOptions = true)
public final class ConfigVerb implements Runnable {

    @Mixin
    ListenOptions options;

    @Option(names = "--explain", description = "Say what each setting means")
    boolean explain;

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        var settings = options.settings();
        for (var setting : Setting.values()) show(setting, settings);
        Config.of(settings);
    }

    private void show(Setting setting, GivenSettings settings) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-22s %s  (%s)%n", setting.key(), settings.shown(setting), settings.sourceOf(setting));
        if (explain) out.printf("%-22s   %s%n", "", setting.meaning());
    }
}
