package dev.hilo.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the embedded server, from its start to its exit. */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            "shared_buffers=128MB",
            "work_mem=16MB",
            "maintenance_work_mem=128MB",
            "random_page_cost=1.1",
            "jit=off",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_wal_size=1GB",
            // A container's /dev/shm is too small (64 MB) for a parallel query.
            "dynamic_shared_memory_type=sysv",
            "timezone=UTC",
            "log_timezone=UTC",
            // Details quote rows, and so what customers wrote.
            "log_error_verbosity=terse");

    private final Cluster cluster;
    private final Process process;
    private final ServerLog log;

    private Postmaster(Cluster cluster, Process process) {
        this.cluster = cluster;
        this.process = process;
        this.log = ServerLog.follow(process.getInputStream());
    }

    /** Starts the server and waits until it takes connections. */
    static Postmaster start(Cluster cluster, int port) throws InterruptedException {
        var postmaster = new Postmaster(cluster, launch(cluster, port));
        try {
            postmaster.awaitReady();
            return postmaster;
        } catch (InterruptedException | RuntimeException e) {
            postmaster.process.destroyForcibly();
            throw e;
        }
    }

    /** In a session of its own, so that Ctrl-C reaches Hilo alone, which then stops the server in order. */
    private static Process launch(Cluster cluster, int port) {
        var program = new ArrayList<>(List.of("setsid"));
        program.addAll(cluster.user().prefix());
        program.addAll(List.of(
                cluster.binaries().program("postgres"), "-D", cluster.data().toString(), "-p", "" + port));
        SETTINGS.forEach(setting -> program.addAll(List.of("-c", setting)));
        try {
            return Command.builder(program).start();
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot start PostgreSQL: " + e.getMessage(), e);
        }
    }

    private void awaitReady() throws InterruptedException {
        var slow = Instant.now().plus(Duration.ofSeconds(10));
        while (!PostmasterFile.in(cluster.data())
                .filter(file -> file.readyAs(process.pid()))
                .isPresent()) {
            if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
                throw new DatabaseUnavailable(
                        "PostgreSQL did not start on " + cluster.data() + ":\n" + log.complaints());
            }
            if (slow != null && Instant.now().isAfter(slow)) {
                LOG.info("PostgreSQL is still recovering; waiting");
                slow = null;
            }
        }
    }

    /** Waits until the server has gone. */
    int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    String complaints() throws InterruptedException {
        return log.complaints();
    }

    /** Ends every session, writes a checkpoint and exits. */
    void stop() throws InterruptedException {
        stop(cluster);
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** Stops the server that a Hilo which died has left behind on this cluster, if there is one. */
    static void stopOrphan(Cluster cluster) {
        PostmasterFile.in(cluster.data()).ifPresent(file -> {
            if (file.isServing(cluster.data())) {
                LOG.warn("Stopping the PostgreSQL (process {}) that an earlier Hilo left running", file.pid());
                stop(cluster);
            } else if (file.process().isPresent()) {
                forget(cluster.data());
            }
        });
    }

    /** After a restart of the machine or container the pid may be another program's, for which PostgreSQL would give up. */
    private static void forget(Path data) {
        try {
            Files.deleteIfExists(data.resolve(PostmasterFile.NAME));
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot remove the stale " + data.resolve(PostmasterFile.NAME), e);
        }
    }

    private static void stop(Cluster cluster) {
        var stop = Command.run(cluster.user()
                .command(List.of(
                        cluster.binaries().program("pg_ctl"),
                        "stop",
                        "--mode=fast",
                        "--timeout=60",
                        "--pgdata=" + cluster.data())));
        if (stop.exit() != 0 && PostmasterFile.in(cluster.data()).isPresent()) {
            LOG.warn("PostgreSQL did not stop in order: {}", stop.output());
        }
    }
}
