package dev.hilo.db;

import java.io.IOException;
import java.util.List;

/**
 * A short program that has run to its end.
 *
 * @param output what it wrote, errors included
 */
record Command(int exit, String output) {

    /** The end of what it wrote, where programs say what went wrong. */
    String lastLines() {
        var lines = output.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }

    static Command run(List<String> command) {
        try {
            var process = builder(command).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes());
            return new Command(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while running " + command.getFirst(), e);
        }
    }

    /** A process with English messages and no PostgreSQL settings of the surrounding shell. */
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
