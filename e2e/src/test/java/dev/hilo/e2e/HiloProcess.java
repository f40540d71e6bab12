package dev.hilo.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** The real program, started by its launcher on free ports. */
public final class HiloProcess implements AutoCloseable {

    /** What a verb that ends by itself has written. */
    public record Ended(int status, String out, String err) {}

    /** The project's folder; Maven runs tests in the module's. */
    public static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    public static final Path LAUNCHER = PROJECT.resolve("hilo");
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);

    private final Process process;
    private final Path err;
    private final String announcement;

    private HiloProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
        this.announcement = awaitAnnouncement();
    }

    public static HiloProcess start(String verb, Path home, Map<String, String> environment) {
        return start(LAUNCHER, List.of(verb, "--home", home.toString(), "--port", "0", "--tls-port", "0"), environment);
    }

    static HiloProcess start(Path launcher, List<String> line, Map<String, String> environment) {
        try {
            var err = Files.createTempFile("hilo", ".err");
            return new HiloProcess(
                    builder(launcher, line, environment)
                            .redirectError(err.toFile())
                            .start(),
                    err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a verb to its end. */
    public static Ended run(Path launcher, List<String> line, Map<String, String> environment) {
        try {
            var err = Files.createTempFile("hilo", ".err");
            var process = builder(launcher, line, environment)
                    .redirectError(err.toFile())
                    .start();
            var out = CompletableFuture.supplyAsync(() -> read(process));
            if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
            return new Ended(process.waitFor(), out.join(), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder builder(Path launcher, List<String> line, Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(launcher.toString());
        command.addAll(line);
        var builder = new ProcessBuilder(command);
        // Of the tests, not of the program.
        builder.environment().keySet().removeIf(name -> name.startsWith("HILO_TEST_"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String awaitAnnouncement() {
        try {
            return CompletableFuture.supplyAsync(this::readAnnouncement)
                    .get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("Hilo was not ready in time:\n" + log(), e);
        } catch (Exception e) {
            process.destroyForcibly();
            throw new IllegalStateException("Hilo did not start:\n" + log(), e);
        }
    }

    private String readAnnouncement() {
        var text = new StringBuilder();
        try {
            var lines = process.inputReader(StandardCharsets.UTF_8);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
                if (line.startsWith("Ctrl-C")) return text.toString();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("It ended after saying:\n" + text);
    }

    /** What it has written on standard error so far. */
    public String log() {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it said when it was ready. */
    public String announcement() {
        return announcement;
    }

    public URI http() {
        return URI.create(said("(http://\\S+)"));
    }

    public URI https() {
        return URI.create(said("(https://\\S+)"));
    }

    /** The demo's key. */
    public String key() {
        return said("API key +(\\S+)");
    }

    private String said(String pattern) {
        var found = Pattern.compile(pattern).matcher(announcement);
        if (!found.find()) throw new IllegalStateException(pattern + " is not in\n" + announcement);
        return found.group(1);
    }

    public long pid() {
        return process.pid();
    }

    /** Asks it to stop. @return its exit status */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private int awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Hilo did not stop in time:\n" + log());
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) stop();
    }
}
