package dev.hilo.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Another program run to its end. */
final class Command {

    /** @param text what it wrote on both of its streams */
    record Result(int status, String text) {
        boolean isFine() {
            return status == 0;
        }
    }

    private Command() {}

    static Result run(Path folder, Duration longest, Map<String, String> environment, List<String> line) {
        var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var text = CompletableFuture.supplyAsync(() -> read(process));
            if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) end(process);
            return new Result(process.waitFor(), text.join());
        } catch (IOException e) {
            return new Result(127, line.getFirst() + " could not be run: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
