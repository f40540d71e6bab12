package dev.hilo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Programs that the bench runs: {@code wrk} and {@code pgbench}, from Debian's packages. */
final class Tools {

    private Tools() {}

    /** Installs what is missing, and says so. */
    static void ensure(String program, String debianPackage) throws IOException, InterruptedException {
        if (exists(program)) return;
        System.out.println("Installing " + debianPackage + " for " + program + "…");
        run(Map.of("DEBIAN_FRONTEND", "noninteractive"), List.of("apt-get", "update", "-qq"));
        run(
                Map.of("DEBIAN_FRONTEND", "noninteractive"),
                List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends", debianPackage));
    }

    private static boolean exists(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** What the program printed; throws with it when the program failed. */
    static String run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException(command.getFirst() + " failed:\n" + output);
        return output;
    }
}
