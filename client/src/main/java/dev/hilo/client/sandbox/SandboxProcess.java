package dev.hilo.client.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Hilo's demo as a process of its own, in a folder that goes when it ends. */
final class SandboxProcess implements AutoCloseable {

    private static final String MAIN = "dev.hilo.Main";
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);

    private final Path home;
    private final Process process;
    private final String announcement;

    private SandboxProcess(Path home, Process process) {
        this.home = home;
        this.process = process;
        this.announcement = awaitAnnouncement();
    }

    static SandboxProcess start(String... options) {
        try {
            var home = Files.createTempDirectory("hilo-sandbox");
            var line = new ArrayList<>(program());
            line.addAll(List.of("demo", "--home", home.toString(), "--port", "0", "--tls-port", "off"));
            line.addAll(List.of(options));
            var process = new ProcessBuilder(line)
                    .redirectError(home.resolve("sandbox.log").toFile())
                    .start();
            var started = new SandboxProcess(home, process);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher, if it is named; else the server among this program's own dependencies. */
    private static List<String> program() {
        var launcher = System.getenv("HILO_LAUNCHER");
        if (launcher != null) return List.of(launcher);
        try {
            Class.forName(MAIN, false, SandboxProcess.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "Add hilo-server to the test dependencies, or name Hilo's launcher in HILO_LAUNCHER", e);
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN);
    }

    private String awaitAnnouncement() {
        try {
            return CompletableFuture.supplyAsync(this::readAnnouncement)
                    .get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            var log = log();
            close();
            throw new IllegalStateException("The sandbox did not start:\n" + log, e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
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

    URI address() {
        return URI.create(said("(http://\\S+)"));
    }

    String key() {
        return said("API key +(\\S+)");
    }

    private String said(String pattern) {
        var found = Pattern.compile(pattern).matcher(announcement);
        if (!found.find()) throw new IllegalStateException(pattern + " is not in\n" + announcement);
        return found.group(1);
    }

    /** What it has written on standard error. */
    String log() {
        try {
            return Files.readString(home.resolve("sandbox.log"));
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public synchronized void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(home);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
