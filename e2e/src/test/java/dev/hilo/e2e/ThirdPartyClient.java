package dev.hilo.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Clients from the public registries, as they are, and the drivers that walk them through a story: {@code e2e/clients}. */
final class ThirdPartyClient {

    private static final Path DRIVERS = HiloProcess.PROJECT.resolve("e2e/clients");
    private static final Path INSTALLED = HiloProcess.PROJECT.resolve("e2e/target/clients");
    private static final Duration LONGEST_INSTALL = Duration.ofMinutes(3);
    private static final Duration LONGEST_STORY = Duration.ofMinutes(5);

    private ThirdPartyClient() {}

    /** Runs a driver of {@code clients/node}. */
    static Command.Result node(String driver, Map<String, String> environment) {
        var folder = INSTALLED.resolve("node");
        if (!Files.isDirectory(folder.resolve("node_modules/freshdesk-api"))) {
            copy(DRIVERS.resolve("node/package.json"), folder);
            install(folder, List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock"));
        }
        var all = new HashMap<>(environment);
        all.put("NODE_PATH", folder.resolve("node_modules").toString());
        return run(all, List.of("node", DRIVERS.resolve("node/" + driver).toString()));
    }

    /** Runs a driver of {@code clients/python}, under a hook that sends {@code *.freshdesk.com} to this machine. */
    static Command.Result python(String driver, Map<String, String> environment) {
        var folder = INSTALLED.resolve("python");
        var python = folder.resolve("venv/bin/python");
        if (!Files.exists(folder.resolve("installed"))) {
            copy(DRIVERS.resolve("python/requirements.txt"), folder);
            install(folder, List.of("python3", "-m", "venv", "venv"));
            install(
                    folder,
                    List.of(
                            python.toString(),
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--disable-pip-version-check",
                            "--timeout",
                            "20",
                            "--retries",
                            "2",
                            "-r",
                            "requirements.txt"));
            copy(DRIVERS.resolve("python/requirements.txt"), folder, "installed");
        }
        var all = new HashMap<>(environment);
        all.put("PYTHONPATH", DRIVERS.resolve("pyhook").toString());
        all.put("PYTHONDONTWRITEBYTECODE", "1");
        return run(
                all,
                List.of(python.toString(), DRIVERS.resolve("python/" + driver).toString()));
    }

    private static Command.Result run(Map<String, String> environment, List<String> line) {
        return Command.run(DRIVERS, LONGEST_STORY, environment, line);
    }

    /** Where the registry cannot be reached, the test counts as skipped, and says why. */
    private static void install(Path folder, List<String> line) {
        var result = Command.run(folder, LONGEST_INSTALL, Map.of(), line);
        if (!result.isFine()) System.out.println("SKIP " + String.join(" ", line) + ":\n" + result.text());
        assumeTrue(result.isFine(), () -> String.join(" ", line) + " did not work: " + result.text());
    }

    private static void copy(Path file, Path folder) {
        copy(file, folder, file.getFileName().toString());
    }

    private static void copy(Path file, Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
