package dev.hilo.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.hilo.accounts.CallKind;
import dev.hilo.accounts.Plan;
import dev.hilo.errors.Refusal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The calls per minute of each account. The window is the recorded one: sixty seconds that start with the first call,
 * then the whole allowance again. Ticket creation, ticket update and the ticket and contact lists have smaller
 * allowances of their own inside it.
 */
public final class RateLimits {

    /**
     * The account's allowance after a call.
     *
     * @param used credits that the call took; none when it is refused
     * @param retryAfterSeconds until the next window; 0 when the call may go on
     */
    public record Standing(int total, int remaining, int used, long retryAfterSeconds) {

        void refuse() {
            if (retryAfterSeconds > 0) throw new Refusal.TooMany(retryAfterSeconds);
        }
    }

    private static final long WINDOW_NANOS = Duration.ofSeconds(60).toNanos();

    private record Key(long account, CallKind kind) {}

    private record Window(long start, AtomicInteger used) {
        int left(int total) {
            return Math.max(0, total - used.get());
        }
    }

    private final Ticker ticker;
    private final boolean enforced;
    private final Cache<Key, Window> windows;

    public RateLimits(boolean enforced, Ticker ticker) {
        this.enforced = enforced;
        this.ticker = ticker;
        this.windows = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(100_000)
                .expireAfterWrite(Duration.ofNanos(WINDOW_NANOS))
                .build();
    }

    /** Takes the call's credits from the account's minute, unless they are more than are left. */
    public Standing charge(long account, Plan plan, CallKind kind, int cost) {
        int total = plan.callsPerMinute();
        var window = window(account, CallKind.OTHER);
        if (!take(window, total, cost)) return refused(window, total, window);
        int limit = plan.limitOf(kind);
        if (kind != CallKind.OTHER && limit > 0) {
            var own = window(account, kind);
            if (!take(own, limit, 1)) {
                window.used.addAndGet(-cost);
                return refused(window, total, own);
            }
        }
        return new Standing(total, window.left(total), cost, 0);
    }

    private boolean take(Window window, int limit, int cost) {
        if (window.used.addAndGet(cost) <= limit || !enforced) return true;
        window.used.addAndGet(-cost);
        return false;
    }

    private Standing refused(Window window, int total, Window exhausted) {
        long left = exhausted.start + WINDOW_NANOS - ticker.read();
        return new Standing(total, window.left(total), 0, Math.max(1, Math.ceilDiv(left, 1_000_000_000L)));
    }

    private Window window(long account, CallKind kind) {
        return windows.get(new Key(account, kind), k -> new Window(ticker.read(), new AtomicInteger()));
    }
}
