package dev.hilo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of requests that are being read, and of requests that a killed server was reading. */
final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    /** Longer than any request; another server may be reading into the same folder. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private Uploads() {}

    static void clear(Path folder, Clock clock) {
        var latest = clock.instant().minus(ABANDONED);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) clear(file, latest);
        } catch (IOException e) {
            LOG.warn("Cannot clear {}: {}", folder, e.toString());
        }
    }

    private static void clear(Path file, Instant latest) throws IOException {
        if (Files.isRegularFile(file)
                && Files.getLastModifiedTime(file).toInstant().isBefore(latest)) {
            Files.deleteIfExists(file);
        }
    }
}
