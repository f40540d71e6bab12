package dev.hilo.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hilo.accounts.Caller;
import dev.hilo.errors.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** How to take back what somebody has just done, known for a minute to this node. */
public final class Undo {

    private record Kept(long accountId, long agentId, Runnable back) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cache<String, Kept> kept = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** @return the name under which it can be taken back */
    String keep(Caller caller, Runnable back) {
        var bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        String name = HexFormat.of().formatHex(bytes);
        kept.put(name, new Kept(caller.accountId(), caller.agentId(), back));
        return name;
    }

    void run(Caller caller, String name) {
        var found = kept.getIfPresent(name);
        boolean own = found != null && found.accountId == caller.accountId() && found.agentId == caller.agentId();
        if (!own || !kept.asMap().remove(name, found)) throw new Refusal.NotFound();
        found.back.run();
    }
}
