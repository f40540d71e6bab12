package dev.hilo.cli;

import dev.hilo.attachments.BlobStore;
import dev.hilo.backup.Backup;
import dev.hilo.backup.Manifest;
import dev.hilo.config.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description = "Write all accounts with their attachments into one archive; the server may go on running.",
        mixinStandardHelpOptions = true)
public final class BackupVerb implements Callable<Integer> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Mixin
    HomeOption options;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The archive; hilo-<now>.zip if not said")
    Path file;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var config = options.config();
        if (config.database().isEmpty() && !Files.exists(config.home().resolve("postgres"))) {
            throw new Refused("There is nothing in " + config.home() + " to back up");
        }
        if (file == null) file = Path.of("hilo-" + STAMP.format(Installation.CLOCK.instant()) + ".zip");
        report(write(config));
        return 0;
    }

    private Manifest write(Config config) {
        try (var server = DatabaseServer.shared(config);
                var files = BlobStore.of(config.attachments())) {
            return new Backup(server.url(), files, Installation.CLOCK).writeTo(file);
        }
    }

    private void report(Manifest written) throws Exception {
        spec.commandLine()
                .getOut()
                .printf("Wrote %s to %s (%,d bytes).%n", written.summary(), file.toAbsolutePath(), Files.size(file));
    }
}
