package dev.hilo.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that runs like the machine's, ahead of it or behind. */
public final class SandboxClock extends Clock {

    private final Clock machine;
    private volatile Duration offset = Duration.ZERO;

    public SandboxClock(Clock machine) {
        this.machine = machine;
    }

    void set(Instant now) {
        offset = Duration.between(machine.instant(), now);
    }

    void advance(Duration by) {
        offset = offset.plus(by);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
