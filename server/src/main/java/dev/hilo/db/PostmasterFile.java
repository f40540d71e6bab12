package dev.hilo.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL tells about itself in {@code postmaster.pid}.
 *
 * @param port 0 early in a start
 * @param status {@code starting}, {@code ready}, {@code stopping}; empty early in a start
 */
record PostmasterFile(long pid, int port, String status) {

    static final String NAME = "postmaster.pid";
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Optional<PostmasterFile> in(Path data) {
        try {
            return parse(Files.readAllLines(data.resolve(NAME)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot read " + data.resolve(NAME) + ": " + e, e);
        }
    }

    private static Optional<PostmasterFile> parse(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        var port = line(lines, PORT_LINE);
        return Optional.of(new PostmasterFile(
                Long.parseLong(lines.getFirst().strip()),
                port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0,
                line(lines, STATUS_LINE)));
    }

    private static String line(List<String> lines, int number) {
        return lines.size() > number ? lines.get(number).strip() : "";
    }

    boolean readyAs(long process) {
        return pid == process && status.equals("ready");
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    /** Whether the process of this pid is a PostgreSQL on that folder, and not a stranger who was given the number. */
    boolean isServing(Path data) {
        return process()
                .flatMap(handle -> handle.info().commandLine())
                .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                .isPresent();
    }
}
