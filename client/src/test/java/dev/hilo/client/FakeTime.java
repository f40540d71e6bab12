package dev.hilo.client;

import java.time.Duration;
import java.util.concurrent.locks.Condition;

/** Time that passes when somebody waits, and at once. */
final class FakeTime implements Time {

    private long nanos = 1_000_000_000L;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void pause(Duration length) {
        nanos += length.toNanos();
    }

    @Override
    public void await(Condition changed, long nanos) {
        pause(Duration.ofNanos(nanos));
    }

    double seconds() {
        return nanos() / 1e9 - 1;
    }
}
