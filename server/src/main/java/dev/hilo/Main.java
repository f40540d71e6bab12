package dev.hilo;

import dev.hilo.cli.AccountVerbs;
import dev.hilo.cli.BackupVerb;
import dev.hilo.cli.ConfigVerb;
import dev.hilo.cli.CrmVerbs;
import dev.hilo.cli.DemoVerb;
import dev.hilo.cli.ExportVerb;
import dev.hilo.cli.KeyVerbs;
import dev.hilo.cli.LinkVerb;
import dev.hilo.cli.Mishaps;
import dev.hilo.cli.ModelVerbs;
import dev.hilo.cli.RehearseVerb;
import dev.hilo.cli.RestoreVerb;
import dev.hilo.cli.ServeVerb;
import dev.hilo.cli.SimulateVerb;
import dev.hilo.cli.SyncVerb;
import dev.hilo.cli.VerifyVerb;
import dev.hilo.cli.Version;
import dev.hilo.cli.VersionVerb;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs of the command line. */
@Command(
        name = "hilo",
        description = "An open conversation server that speaks the Freshdesk REST API v2.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoVerb.class,
            ServeVerb.class,
            ConfigVerb.class,
            AccountVerbs.class,
            KeyVerbs.class,
            ModelVerbs.class,
            BackupVerb.class,
            RestoreVerb.class,
            LinkVerb.class,
            SyncVerb.class,
            ExportVerb.class,
            CrmVerbs.class,
            VerifyVerb.class,
            SimulateVerb.class,
            VersionVerb.class,
            RehearseVerb.class
        })
public final class Main implements Runnable {

    @Spec
    CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Exit code 0 when all went well, 1 when it did not, 2 when the line itself was wrong. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Mishaps::ofTheLine)
                .setExecutionExceptionHandler(Mishaps::ofTheVerb);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What shall Hilo do?");
    }
}
