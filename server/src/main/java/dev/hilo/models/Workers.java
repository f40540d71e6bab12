package dev.hilo.models;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * As many threads as processors, there only while there is work. They are the machine's own threads: native code would hold
 * on to the carriers of virtual ones, and requests would wait.
 */
final class Workers implements AutoCloseable {

    private final ThreadPoolExecutor threads;

    Workers() {
        int processors = Runtime.getRuntime().availableProcessors();
        threads = new ThreadPoolExecutor(
                processors,
                processors,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("model-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    Future<float[]> submit(Callable<float[]> work) {
        return threads.submit(work);
    }

    /** Ends what runs, forgets what waits. */
    @Override
    public void close() throws InterruptedException {
        threads.getQueue().clear();
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }
}
