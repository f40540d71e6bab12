package dev.hilo.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link RunningAlone} in a process that may be killed, or may be another user's. */
final class ChildJvm implements AutoCloseable {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream()));
    }

    static ChildJvm start(Path home, int numbers) {
        return start(List.of(), CLASS_PATH, home, numbers);
    }

    /** As another user, who may not read where this build's classes lie, and so gets copies. */
    static ChildJvm startAs(int uid, Path copies, Path home, int numbers) throws IOException {
        var user = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
        return start(user, copy(copies), home, numbers);
    }

    private static ChildJvm start(List<String> prefix, String classPath, Path home, int numbers) {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath, RunningAlone.class.getName(), home.toString(), "" + numbers));
        try {
            return new ChildJvm(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String copy(Path copies) throws IOException {
        var number = 0;
        for (var entry : CLASS_PATH.split(":")) {
            var path = Path.of(entry);
            if (Files.exists(path)) {
                copy(path, copies.resolve(number++ + "-" + path.getFileName()));
            }
        }
        try (var paths = Files.list(copies)) {
            return paths.sorted().map(Path::toString).collect(Collectors.joining(":"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    long pid() {
        return process.pid();
    }

    /** The last number of which the child has said that it is committed, after at least {@code count} more. */
    int committed(int count) throws IOException {
        var number = 0;
        var seen = new ArrayList<String>();
        while (number < count) {
            var line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("The child has ended:\n" + String.join("\n", seen));
            }
            seen.add(line);
            number = line.startsWith("committed ") ? Integer.parseInt(line.substring(10)) : number;
        }
        return number;
    }

    /** Kills it as {@code kill -9} does. */
    int kill() throws InterruptedException {
        return process.destroyForcibly().waitFor();
    }

    /** All that is left of its output, once it has ended. */
    String rest() throws IOException {
        return output.lines().collect(Collectors.joining("\n"));
    }

    int exit() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
