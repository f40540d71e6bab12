package dev.hilo.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** The time that pauses are measured by. A test's own passes at once. */
public interface Time {

    Time SYSTEM = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration length) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        }

        @Override
        public void await(Condition changed, long nanos) throws InterruptedException {
            changed.awaitNanos(nanos);
        }
    };

    /** Nanoseconds since some moment. */
    long nanos();

    void pause(Duration length) throws InterruptedException;

    /** Waits until the condition is signalled, at most so long; the caller looks again in any case. */
    void await(Condition changed, long nanos) throws InterruptedException;
}
