package dev.hilo.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.hilo.accounts.CallKind;
import dev.hilo.accounts.Plan;
import dev.hilo.errors.Refusal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
     * @param beyond whether the call went on though it was more than was left, because limits are not enforced
     */
    public record Standing(int total, int remaining, int used, long retryAfterSeconds, boolean beyond) {

        void refuse() {
            if (retryAfterSeconds > 0) throw new Refusal.TooMany(retryAfterSeconds);
        }
    }

    /**
     * What an account may do in a minute.
     *
     * @param plan its name
     * @param subLimits 0 for none
     */
    public record Allowance(String plan, int callsPerMinute, Map<CallKind, Integer> subLimits, boolean enforced) {}

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
    /** Those of accounts that do not have their plan's. */
    private final Map<Long, Allowance> own = new ConcurrentHashMap<>();

    public RateLimits(boolean enforced, Ticker ticker) {
        this.enforced = enforced;
        this.ticker = ticker;
        this.windows = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(100_000)
                .expireAfterWrite(Duration.ofNanos(WINDOW_NANOS))
                .build();
    }

    /** From now on, in a minute that begins now. */
    public void allow(long account, Allowance allowance) {
        own.put(account, allowance);
        for (var kind : CallKind.values()) windows.invalidate(new Key(account, kind));
    }

    public Allowance allowance(long account, Plan plan) {
        var other = own.get(account);
        if (other != null) return other;
        var subLimits = new EnumMap<CallKind, Integer>(CallKind.class);
        for (var kind : CallKind.values()) if (kind != CallKind.OTHER) subLimits.put(kind, plan.limitOf(kind));
        return new Allowance(plan.text(), plan.callsPerMinute(), subLimits, enforced);
    }

    /** Takes the call's credits from the account's minute, unless they are more than are left. */
    public Standing charge(long account, Plan plan, CallKind kind, int cost) {
        var other = own.get(account);
        boolean enforced = other == null ? this.enforced : other.enforced;
        int total = other == null ? plan.callsPerMinute() : other.callsPerMinute;
        var window = window(account, CallKind.OTHER);
        boolean fits = take(window, total, cost);
        if (!fits && enforced) return refused(window, total, window, cost);
        int limit = other == null ? plan.limitOf(kind) : other.subLimits.getOrDefault(kind, 0);
        if (kind != CallKind.OTHER && limit > 0) {
            var smaller = window(account, kind);
            boolean fitsHere = take(smaller, limit, 1);
            if (!fitsHere && enforced) {
                window.used.addAndGet(-cost);
                return refused(window, total, smaller, 1);
            }
            fits &= fitsHere;
        }
        return new Standing(total, window.left(total), cost, 0, !fits);
    }

    private static boolean take(Window window, int limit, int cost) {
        return window.used.addAndGet(cost) <= limit;
    }

    private Standing refused(Window window, int total, Window exhausted, int cost) {
        exhausted.used.addAndGet(-cost);
        long left = exhausted.start + WINDOW_NANOS - ticker.read();
        return new Standing(total, window.left(total), 0, Math.max(1, Math.ceilDiv(left, 1_000_000_000L)), false);
    }

    private Window window(long account, CallKind kind) {
        return windows.get(new Key(account, kind), k -> new Window(ticker.read(), new AtomicInteger()));
    }
}
