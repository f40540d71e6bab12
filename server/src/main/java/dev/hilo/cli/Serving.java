package dev.hilo.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server from its start until the process is told to stop. */
final class Serving {

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private Installation installation;

    /** Prepares between opening and serving; runs on what is served from then on. */
    @FunctionalInterface
    interface Step {
        void run(Installation installation) throws Exception;
    }

    private Serving() {}

    /** Never returns: the end of the process stops the server in order. */
    static void run(Supplier<Installation> opening, Step preparation, Step announcement) throws Exception {
        var serving = new Serving();
        Runtime.getRuntime().addShutdownHook(new Thread(serving::stop, "stop"));
        serving.start(opening, preparation);
        announcement.run(serving.installation);
        new CountDownLatch(1).await();
    }

    /** A stop that comes meanwhile waits for it, so that no database is left running. */
    private synchronized void start(Supplier<Installation> opening, Step preparation) throws Exception {
        installation = opening.get();
        preparation.run(installation);
        installation.hilo().start();
    }

    private synchronized void stop() {
        if (installation == null) return;
        try {
            LOG.info("Stopping");
            installation.close();
            LOG.info("Stopped");
        } catch (Exception e) {
            LOG.error("Did not stop in order", e);
        }
    }
}
