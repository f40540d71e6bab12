package dev.hilo.web;

import dev.hilo.errors.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The answers that go on until their reader leaves, each on a thread of its own, so many at most. */
final class Streams implements AutoCloseable {

    private static final int MOST = 200;

    private final Semaphore free = new Semaphore(MOST);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    void open(Answer.Stream stream, Response response, Callback callback) {
        if (closed || !free.tryAcquire()) throw new Refusal.TooMany(10);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        // Proxies would hold the events back otherwise.
        response.getHeaders().put("X-Accel-Buffering", "no");
        response.setStatus(200);
        threads.execute(() -> run(stream, response, callback));
    }

    private void run(Answer.Stream stream, Response response, Callback callback) {
        try (var out = Content.Sink.asOutputStream(response)) {
            stream.source().run(new Reader(out));
        } catch (IOException gone) {
            // The reader has left.
        } catch (RuntimeException e) {
            callback.failed(e);
            return;
        } finally {
            free.release();
        }
        callback.succeeded();
    }

    private final class Reader implements Answer.Sink {
        private final OutputStream out;

        Reader(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        @Override
        public boolean isOpen() {
            return !closed;
        }
    }

    /** Ends every stream at its next look, so that a stop need not wait for the readers. */
    @Override
    public void close() {
        closed = true;
        threads.shutdown();
    }
}
