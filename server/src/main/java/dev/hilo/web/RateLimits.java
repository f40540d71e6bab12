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

    /** The account's allowance after a call. */
    public record Standing(int total, int remaining, int used) {}

    private static final long WINDOW_NANOS = Duration.ofSeconds(60).toNanos();

    private record Key(long account, CallKind kind) {}

    private record Window(long start, AtomicInteger used) {}

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

    /** Takes the call's credits from the account's minute, or refuses with the seconds until the next one. */
    public Standing charge(long account, Plan plan, CallKind kind, int cost) {
        int total = plan.callsPerMinute();
        var window = window(account, CallKind.OTHER);
        int used = window.used.addAndGet(cost);
        if (enforced && used > total) throw refuse(window, cost);
        if (enforced && kind != CallKind.OTHER) chargeKind(account, plan.limitOf(kind), kind);
        return new Standing(total, Math.max(0, total - used), cost);
    }

    private void chargeKind(long account, int limit, CallKind kind) {
        if (limit <= 0) return;
        var window = window(account, kind);
        if (window.used.incrementAndGet() > limit) throw refuse(window, 1);
    }

    private Window window(long account, CallKind kind) {
        return windows.get(new Key(account, kind), k -> new Window(ticker.read(), new AtomicInteger()));
    }

    private Refusal.TooMany refuse(Window window, int cost) {
        window.used.addAndGet(-cost);
        long left = window.start + WINDOW_NANOS - ticker.read();
        return new Refusal.TooMany(Math.max(1, Math.ceilDiv(left, 1_000_000_000L)));
    }
}
