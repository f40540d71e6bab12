package dev.hilo.cli;

import dev.hilo.attachments.BlobStore;
import dev.hilo.backup.Restore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        description = "Read an archive into an empty installation; one that is damaged changes nothing.",
        mixinStandardHelpOptions = true)
public final class RestoreVerb implements Callable<Integer> {

    @Mixin
    HomeOption options;

    @Parameters(paramLabel = "FILE", description = "The archive")
    Path file;

    @Option(names = "--force", description = "Delete the accounts that are there")
    boolean force;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        var config = options.config();
        try (var server = DatabaseServer.owned(config);
                var files = BlobStore.of(config.attachments())) {
            var restored = new Restore(server.url(), files).from(file, force);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "Restored %s, written by Hilo %s at %s.%n",
                            restored.summary(), restored.hilo(), restored.createdAt());
        }
        return 0;
    }
}
