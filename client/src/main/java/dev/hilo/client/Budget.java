package dev.hilo.client;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What may be called of one account's limit, learnt from the {@code X-RateLimit} headers of its answers. Bulk calls use
 * at most what is not kept free for others, and wait for the next minute then; urgent calls go first and may use all.
 * An endpoint that sends no such headers is not throttled. Clients of one account share one budget.
 *
 * <p>The window is the recorded one: sixty seconds that start with the first call. Where it starts is not told, so a
 * window is taken to end sixty seconds after the first answer in it, which is never too early; and one call then finds
 * out whether the allowance is there again.
 */
public final class Budget {

    private static final long WINDOW = Duration.ofSeconds(60).toNanos();
    private static final long LOOK_AGAIN = Duration.ofSeconds(5).toNanos();
    private static final int UNKNOWN = -1;

    /** How an account's minute stands. @param total 0 while it is unknown or without a limit */
    public record Standing(int total, int remaining, int usedByUs) {}

    /** A call that was let go. @param lowest what remained at the least when it went, {@code UNKNOWN} at first */
    record Pass(Kind kind, int cost, long window, int lowest, boolean probe) {}

    /** One kind's own allowance inside the minute. */
    private static final class Part {
        int used;
        boolean open;
        long end;
        long heldUntil;
        boolean held;
    }

    private final double keptFree;
    private final boolean counting;
    private final Time time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Kind, Part> parts = new EnumMap<>(Kind.class);

    private boolean headerless;
    private int total = UNKNOWN;
    private int lowest = UNKNOWN;
    private int used;
    private int inFlight;
    private int urgentWaiting;
    private boolean probing;
    private long window;
    private boolean ends;
    private long end;

    private Budget(double keptFree, boolean counting, Time time) {
        if (keptFree < 0 || keptFree >= 1) throw new IllegalArgumentException("A share from 0 to less than 1");
        this.keptFree = keptFree;
        this.counting = counting;
        this.time = time;
        for (var kind : Kind.values()) parts.put(kind, new Part());
    }

    /** Keeps half of the limit free for others. */
    public static Budget half() {
        return keepingFree(0.5);
    }

    /** @param share of the account's limit, from 0 to less than 1 */
    public static Budget keepingFree(double share) {
        return keepingFree(share, Time.SYSTEM);
    }

    public static Budget keepingFree(double share, Time time) {
        return new Budget(share, true, time);
    }

    /** Throttles nothing. */
    public static Budget none() {
        return new Budget(0, false, Time.SYSTEM);
    }

    public Standing standing() {
        lock.lock();
        try {
            return new Standing(Math.max(0, total), Math.max(0, lowest), used);
        } finally {
            lock.unlock();
        }
    }

    /** Whether a refused call waits here before it goes again. */
    boolean holds(Reply.Head refusal) {
        return counting && refusal.retryAfter().isPresent();
    }

    /** Waits until the call may go. */
    Pass take(Call call) throws InterruptedException {
        var kind = Kind.of(call);
        lock.lockInterruptibly();
        try {
            boolean urgent = call.urgency() == Urgency.URGENT;
            if (urgent) urgentWaiting++;
            try {
                for (long wait; (wait = waiting(kind, call.cost(), urgent)) > 0; ) time.await(changed, wait);
            } finally {
                if (urgent) urgentWaiting--;
                changed.signalAll();
            }
            return let(kind, call.cost());
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds until it is worth looking again; 0 when the call may go. */
    private long waiting(Kind kind, int cost, boolean urgent) {
        if (!counting) return 0;
        long now = time.nanos();
        var part = parts.get(kind);
        if (part.held && now < part.heldUntil) return part.heldUntil - now;
        if (!urgent && urgentWaiting > 0) return LOOK_AGAIN;
        if (headerless) return 0;
        if (total == UNKNOWN) return inFlight == 0 ? 0 : LOOK_AGAIN;
        if (ends && now >= end) return probing ? LOOK_AGAIN : 0;
        long rest = ends ? end - now : LOOK_AGAIN;
        if (!urgent && used > 0 && used + cost > ours(total)) return rest;
        if (lowest != UNKNOWN && lowest - inFlight < cost) return inFlight > 0 ? Math.min(rest, LOOK_AGAIN) : rest;
        return ofPart(part, kind, urgent, now);
    }

    private long ofPart(Part part, Kind kind, boolean urgent, long now) {
        int limit = kind.limit(total);
        if (limit == Integer.MAX_VALUE) return 0;
        if (part.open && now >= part.end) {
            part.open = false;
            part.used = 0;
        }
        if (part.used < (urgent ? limit : ours(limit))) return 0;
        return part.open ? part.end - now : LOOK_AGAIN;
    }

    private int ours(int limit) {
        return Math.max(1, limit - (int) Math.ceil(limit * keptFree));
    }

    private Pass let(Kind kind, int cost) {
        boolean probe = counting && ends && time.nanos() >= end;
        if (probe) probing = true;
        inFlight += cost;
        used += cost;
        parts.get(kind).used++;
        return new Pass(kind, cost, window, lowest, probe);
    }

    /** The call was answered. */
    void settle(Pass pass, Reply.Head reply) {
        lock.lock();
        try {
            inFlight -= pass.cost;
            if (pass.probe) probing = false;
            reply.limit().ifPresentOrElse(limit -> learn(pass, limit), () -> headerless = total == UNKNOWN);
            var part = parts.get(pass.kind);
            if (!part.open) {
                part.open = true;
                part.end = time.nanos() + WINDOW;
            }
            if (reply.status() == 429) hold(pass.kind, reply);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The call was not answered; whether it was counted is unknown, so it is. */
    void release(Pass pass) {
        lock.lock();
        try {
            inFlight -= pass.cost;
            if (pass.probe) probing = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void learn(Pass pass, Reply.Limit limit) {
        headerless = false;
        total = limit.total();
        long now = time.nanos();
        // Within one window what remains only falls: more than before the call went means another window.
        boolean turned = pass.lowest != UNKNOWN && limit.remaining() > pass.lowest && pass.window == window;
        if (turned) {
            window++;
            used = inFlight + limit.used();
            lowest = limit.remaining();
            endsAt(now + WINDOW);
            return;
        }
        if (pass.window != window) return;
        used += limit.used() - pass.cost;
        lowest = lowest == UNKNOWN ? limit.remaining() : Math.min(lowest, limit.remaining());
        if (!ends) endsAt(now + WINDOW);
        if (pass.probe) {
            // A single call in the last window leaves as much as the first of the next one.
            used = Math.min(used, Math.max(0, total - limit.remaining()) + inFlight);
            endsAt(now + LOOK_AGAIN);
        }
    }

    private void endsAt(long moment) {
        ends = true;
        end = moment;
    }

    private void hold(Kind kind, Reply.Head reply) {
        long until =
                time.nanos() + reply.retryAfter().orElse(Duration.ofSeconds(1)).toNanos();
        boolean ofThisKind = reply.limit().isPresent() && reply.limit().get().remaining() > 0;
        for (var each : ofThisKind ? List.of(kind) : List.of(Kind.values())) {
            var part = parts.get(each);
            part.held = true;
            part.heldUntil = until;
            part.open = false;
            part.used = 0;
        }
        if (!ofThisKind && total != UNKNOWN) endsAt(until);
    }
}
