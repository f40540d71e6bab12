package dev.hilo.bench;

import dev.hilo.db.DatabaseUrl;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as people run it, through its launcher, on the bench's database. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ServerProcess start(Path folder, Path home, DatabaseUrl database) throws IOException, InterruptedException {
        Path log = home.resolve("server.log");
        var process = builder(folder, home, database, "serve", "--port", "0", "--tls-port", "0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            Matcher address = ADDRESS.matcher(Files.readString(log));
            if (address.find()) return new ServerProcess(process, Integer.parseInt(address.group(1)));
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IOException("The server did not start:\n" + Files.readString(log));
    }

    /** Runs a verb to its end. */
    static String verb(Path folder, Path home, DatabaseUrl database, String... verb)
            throws IOException, InterruptedException {
        var process =
                builder(folder, home, database, verb).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException(output);
        return output;
    }

    /** What a verb printed, and the most memory that it had, in MiB. */
    record Ran(String output, long memory) {}

    /** Runs a verb to its end and watches its memory. */
    static Ran measured(Path folder, Path home, DatabaseUrl database, String... verb)
            throws IOException, InterruptedException {
        var output = Files.createTempFile(home, "verb", ".log");
        var process = builder(folder, home, database, verb)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        long memory = 0;
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) memory = Math.max(memory, peak(process));
        if (process.exitValue() != 0) throw new IOException(Files.readString(output));
        return new Ran(Files.readString(output), memory);
    }

    private static long peak(Process process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        } catch (IOException gone) {
            // it has just ended
        }
        return 0;
    }

    private static ProcessBuilder builder(Path folder, Path home, DatabaseUrl database, String... verb) {
        var command = new ArrayList<>(List.of(folder.resolve("hilo").toString()));
        command.addAll(List.of(verb));
        command.addAll(List.of("--home", home.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().put("HILO_DATABASE_URL", url(database));
        return builder;
    }

    private static String url(DatabaseUrl database) {
        String login = URLEncoder.encode(database.user(), StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(database.password(), StandardCharsets.UTF_8);
        return database.jdbc().replace("jdbc:postgresql://", "postgresql://" + login + "@");
    }

    int port() {
        return port;
    }

    /** Resident memory of the Java process, in MiB. */
    long memory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
        return -1;
    }

    /** Processor time that the Java process has used so far, in microseconds. */
    long processorMicros() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1000;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
