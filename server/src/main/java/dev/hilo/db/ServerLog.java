package dev.hilo.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's own messages, passed on to Hilo's log; the last few are kept to explain an exit. */
final class ServerLog {

    private static final Logger LOG = LoggerFactory.getLogger("postgres");
    private static final int KEPT = 20;

    private final Deque<String> last = new ArrayDeque<>();
    private final Thread reader;

    private ServerLog(InputStream stream) {
        this.reader = Thread.ofPlatform().daemon().name("postgres-log").start(() -> read(stream));
    }

    static ServerLog follow(InputStream stream) {
        return new ServerLog(stream);
    }

    /** The last complaints; called after the server's exit, it waits for what is still in the pipe. */
    String complaints() throws InterruptedException {
        reader.join(1000);
        synchronized (last) {
            return last.stream().filter(line -> !line.contains(" LOG: ")).collect(Collectors.joining("\n"));
        }
    }

    private void read(InputStream stream) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(this::add);
        } catch (IOException | RuntimeException e) {
            LOG.debug("PostgreSQL's messages have ended", e);
        }
    }

    private void add(String line) {
        synchronized (last) {
            last.add(line);
            if (last.size() > KEPT) {
                last.remove();
            }
        }
        if (line.contains("PANIC:")) {
            LOG.error("{}", line);
        } else if (line.contains("FATAL:")) {
            LOG.info("{}", line);
        } else {
            LOG.debug("{}", line);
        }
    }
}
