package dev.hilo.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How often something may be done by one, as this node has seen it. */
public final class Throttle {

    private record Key(long accountId, String who) {}

    private final int most;
    private final Cache<Key, AtomicInteger> lately;

    /** @param most within a time that begins with the first */
    public Throttle(int most, Duration within) {
        this.most = most;
        this.lately = Caffeine.newBuilder()
                .maximumSize(50_000)
                .expireAfterWrite(within)
                .build();
    }

    /** Counts it. @return whether it may still be done */
    public boolean allows(long accountId, String who) {
        return lately.get(new Key(accountId, who), key -> new AtomicInteger()).incrementAndGet() <= most;
    }
}
