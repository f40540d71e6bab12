package dev.hilo.bench;

import dev.hilo.db.DatabaseUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a script with pgbench at several numbers of connections and keeps the best. */
final class Pgbench {

    /** Transactions per second at the number of connections that suited pgbench best. */
    record Result(double perSecond, int connections) {}

    private static final List<Integer> CONNECTIONS = List.of(2, 4, 8, 16, 32);
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final DatabaseUrl database;
    private final Path folder;
    private final int seconds;

    Pgbench(DatabaseUrl database, Path folder, int seconds) {
        this.database = database;
        this.folder = folder;
        this.seconds = seconds;
    }

    Result best(String name, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(name + ".sql"), script);
        var best = new Result(0, 0);
        for (int connections : CONNECTIONS) {
            var result = new Result(run(file, connections), connections);
            System.out.printf("    pgbench %s, %2d connections: %,.0f/s%n", name, connections, result.perSecond);
            if (result.perSecond > best.perSecond) best = result;
        }
        return best;
    }

    private double run(Path script, int connections) throws IOException, InterruptedException {
        var address = URI.create(database.jdbc().substring("jdbc:".length()));
        int threads = Math.min(connections, Runtime.getRuntime().availableProcessors());
        String output = Tools.run(
                Map.of("PGPASSWORD", database.password()),
                List.of(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-f",
                        script.toString(),
                        "-c",
                        "" + connections,
                        "-j",
                        "" + threads,
                        "-T",
                        "" + seconds,
                        "-h",
                        address.getHost(),
                        "-p",
                        "" + address.getPort(),
                        "-U",
                        database.user(),
                        address.getPath().substring(1)));
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) throw new IOException("pgbench said nothing of tps:\n" + output);
        return Double.parseDouble(tps.group(1));
    }
}
