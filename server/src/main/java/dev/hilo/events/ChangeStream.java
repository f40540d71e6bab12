package dev.hilo.events;

import com.fasterxml.jackson.databind.ObjectWriter;
import dev.hilo.api.Json;
import dev.hilo.web.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The changes as server-sent events, as they happen. A reader that is slow is waited for and loses nothing. */
public final class ChangeStream {

    private static final int BATCH = 500;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(15);
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final ObjectWriter JSON = Json.MAPPER.writer();

    private final EventLog log;

    public ChangeStream(EventLog log) {
        this.log = log;
    }

    /** Until the reader goes or the server stops. */
    void follow(long accountId, long after, EventFilter filter, Answer.Sink out) throws IOException {
        long position = after;
        long spoken = System.nanoTime();
        out.write(": the changes after %d\n\n".formatted(after).getBytes(StandardCharsets.UTF_8));
        while (out.isOpen()) {
            var batch = log.after(accountId, position, BATCH, filter);
            position = batch.next();
            if (!batch.events().isEmpty()) {
                out.write(written(batch));
                spoken = System.nanoTime();
            } else if (System.nanoTime() - spoken > HEARTBEAT_NANOS) {
                out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                spoken = System.nanoTime();
            }
            if (!batch.more()) LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static byte[] written(EventLog.Batch batch) throws IOException {
        var text = new StringBuilder();
        for (var event : batch.events()) {
            text.append("id: ").append(event.id()).append("\nevent: ").append(event.type());
            text.append("\ndata: ").append(JSON.writeValueAsString(event)).append("\n\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
