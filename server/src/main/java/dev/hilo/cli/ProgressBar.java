package dev.hilo.cli;

import dev.hilo.sync.Standing;
import java.io.PrintWriter;
import java.time.Duration;

/** A line that is written anew as work goes on; on no terminal, a line now and then. */
final class ProgressBar {

    private static final int WIDTH = 24;
    private static final long PAUSE_NANOS = 200_000_000;
    private static final long QUIET_PAUSE_NANOS = 10_000_000_000L;

    private final PrintWriter out;
    private final boolean isTerminal;
    private final long begin = System.nanoTime();
    private long last;
    private String line = "";

    ProgressBar(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    synchronized void show(Standing standing) {
        line = line(standing);
        long now = System.nanoTime();
        if (now - last < (isTerminal ? PAUSE_NANOS : QUIET_PAUSE_NANOS)) return;
        last = now;
        print();
    }

    private String line(Standing s) {
        String bar = "";
        if (s.total() > 0) {
            int full = (int) Math.min(WIDTH, WIDTH * s.done() / s.total());
            bar = "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + s.done() + "/" + s.total() + remaining(s)
                    + "  ";
        }
        return s.calls() == 0 ? bar + s.doing() : bar + s.doing() + ": " + s.rows() + " rows, " + s.calls() + " calls";
    }

    /** As the part that is done took; nothing before there is enough to tell from. */
    private String remaining(Standing s) {
        long passed = System.nanoTime() - s.beginNanos();
        if (s.done() < 20 || passed < 2_000_000_000L) return "";
        var left = Duration.ofNanos((long) ((double) passed / s.done() * (s.total() - s.done())));
        return left.toMinutes() > 0 ? ", " + left.toMinutes() + " min left" : ", " + left.toSeconds() + " s left";
    }

    private void print() {
        if (isTerminal) out.print("\r\u001b[K" + line);
        else out.println(line);
        out.flush();
    }

    synchronized void end() {
        if (!line.isEmpty()) print();
        if (isTerminal) out.println();
        out.println("Done in " + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s.");
        out.flush();
    }
}
