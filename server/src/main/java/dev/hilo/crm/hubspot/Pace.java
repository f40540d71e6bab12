package dev.hilo.crm.hubspot;

import java.util.ArrayDeque;

/** At most so many calls in any stretch of time. */
final class Pace {

    private final ArrayDeque<Long> calls = new ArrayDeque<>();
    private final Ticking time;
    private final long stretchMillis;
    private int most;

    Pace(Ticking time, int most, long stretchMillis) {
        this.time = time;
        this.most = most;
        this.stretchMillis = stretchMillis;
    }

    /** Waits until one more call is allowed, and counts it. */
    void next() {
        forget();
        while (calls.size() >= most) {
            time.await(Math.max(1, calls.getFirst() + stretchMillis - time.millis()));
            forget();
        }
        calls.addLast(time.millis());
    }

    private void forget() {
        long begin = time.millis() - stretchMillis;
        while (!calls.isEmpty() && calls.getFirst() <= begin) calls.removeFirst();
    }

    /** What the other side says that it allows. */
    void allow(int most) {
        this.most = Math.max(1, most);
    }
}
