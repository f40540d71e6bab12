package dev.hilo.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with Hilo: its programs and its data live in {@code postgres} of Hilo's home, and it listens
 * on 127.0.0.1 alone. It lives as long as this object: a server that dies is started again, on the same port, and
 * {@link #close} stops it in order.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final HomeLock lock;
    private final Cluster cluster;
    private final int port = freePort();
    private final Thread supervisor =
            Thread.ofPlatform().daemon().name("postgres-supervisor").unstarted(this::supervise);

    private volatile Postmaster postmaster;
    private volatile boolean closing;

    private EmbeddedPostgres(HomeLock lock, Cluster cluster) throws InterruptedException {
        this.lock = lock;
        this.cluster = cluster;
        this.postmaster = Postmaster.start(cluster, port);
    }

    /** Starts the server of this home, which is created if need be; returns when it takes connections. */
    public static EmbeddedPostgres start(Path home) {
        var lock = HomeLock.take(home);
        try {
            var postgres = new EmbeddedPostgres(lock, cluster(home.toRealPath().resolve("postgres")));
            postgres.supervisor.start();
            return postgres;
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw failure(home, e);
        }
    }

    private static RuntimeException failure(Path home, Exception e) {
        return switch (e) {
            case RuntimeException clear -> clear;
            case InterruptedException _ -> {
                Thread.currentThread().interrupt();
                yield new DatabaseUnavailable("Interrupted while PostgreSQL was starting", e);
            }
            default -> new DatabaseUnavailable("Cannot write to " + home + ": " + e, e);
        };
    }

    private static Cluster cluster(Path folder) throws IOException {
        Files.createDirectories(folder);
        var cluster = Cluster.in(folder, PostgresBinaries.in(folder));
        Postmaster.stopOrphan(cluster);
        cluster.binaries().removeOlder();
        return cluster;
    }

    /** Where it listens and who may come in. */
    public DatabaseUrl url() {
        return url(port, cluster.password());
    }

    /** The server that another process runs on this home right now, and where to reach it; empty when none does. */
    public static Optional<DatabaseUrl> running(Path home) {
        if (!Files.isDirectory(home)) {
            return Optional.empty();
        }
        try {
            var folder = home.toRealPath().resolve("postgres").resolve("cluster");
            return PostmasterFile.in(folder.resolve("data"))
                    .filter(file -> file.status().equals("ready") && file.isServing(folder.resolve("data")))
                    .map(file -> url(file.port(), Cluster.passwordIn(folder)));
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot read " + home + ": " + e, e);
        }
    }

    private static DatabaseUrl url(int port, String password) {
        return new DatabaseUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres", Cluster.USER, password);
    }

    private void supervise() {
        try {
            while (!closing) {
                var exit = postmaster.awaitExit();
                if (!closing) {
                    LOG.error("PostgreSQL has stopped (exit {}); starting it again\n{}", exit, postmaster.complaints());
                    restart();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() throws InterruptedException {
        for (var pause = Duration.ofMillis(50); !closing; pause = longer(pause)) {
            try {
                postmaster = Postmaster.start(cluster, port);
                LOG.info("PostgreSQL runs again");
                return;
            } catch (DatabaseUnavailable e) {
                LOG.warn("{}\nNext try in {} ms", e.getMessage(), pause.toMillis());
                Thread.sleep(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Below the range that outgoing connections take theirs from, so that the port is still free for a restart. */
    private static int freePort() {
        for (var attempt = 0; attempt < 1000; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                LOG.debug("Port {} is taken", port);
            }
        }
        throw new DatabaseUnavailable("No free port on 127.0.0.1 for the embedded PostgreSQL");
    }

    /** Stops the server in order even when this thread has been interrupted. */
    @Override
    public void close() {
        var interrupted = Thread.interrupted();
        closing = true;
        supervisor.interrupt();
        try {
            supervisor.join();
            postmaster.stop();
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            lock.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
