package dev.hilo.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Callers;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Cookie;
import dev.hilo.web.Entrance;
import dev.hilo.web.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The log-ins of browsers. The cookie is 32 random bytes, of which only the hash is stored; a session ends two weeks after
 * it was last used, or when its owner ends it. What was found is believed for a few seconds, as with keys.
 */
public final class Sessions {

    private record Known(long account, String hash) {}

    private static final Duration LIFE = Duration.ofDays(14);
    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final Duration NOTEWORTHY = Duration.ofMinutes(5);
    private static final int LONGEST_BROWSER = 300;

    private final Database database;
    private final Callers callers;
    private final Clock clock;
    private final Cache<Known, Visitor> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BELIEVED).build();

    public Sessions(Database database, Callers callers, Clock clock) {
        this.database = database;
        this.callers = callers;
        this.clock = clock;
    }

    /** Of somebody who has shown who they are. @param browser what it says it is, or null @return the cookie */
    public Cookie begin(Account account, long agentId, String browser) {
        var token = Token.next();
        String named = browser == null ? "" : browser.substring(0, Math.min(browser.length(), LONGEST_BROWSER));
        var now = clock.instant();
        database.run(h -> {
            var store = h.attach(SessionStore.class);
            store.deleteExpired(account.accountId(), agentId, now);
            store.insert(account.accountId(), agentId, token.hash(), named, now, now.plus(LIFE));
        });
        return new Cookie(Entrance.COOKIE, token.text(), LIFE);
    }

    /** Empty for a cookie that stands for nothing, or for an agent who may no longer log in. */
    public Optional<Visitor> visitor(Account account, String cookie) {
        var token = new Token(cookie);
        if (!token.isWellFormed()) return Optional.empty();
        byte[] hash = token.hash();
        var key = new Known(account.accountId(), Base64.getEncoder().encodeToString(hash));
        var visitor = known.getIfPresent(key);
        if (visitor != null) return Optional.of(visitor);
        var found = find(account, token, hash);
        found.ifPresent(v -> known.put(key, v));
        return found;
    }

    private Optional<Visitor> find(Account account, Token token, byte[] hash) {
        var now = clock.instant();
        var row = database.read(h -> h.attach(SessionStore.class).find(account.accountId(), hash, now));
        if (row.isEmpty()) return Optional.empty();
        var session = row.get();
        if (session.seenAt().isBefore(now.minus(NOTEWORTHY))) {
            database.run(
                    h -> h.attach(SessionStore.class).markSeen(account.accountId(), session.id(), now, now.plus(LIFE)));
        }
        try {
            var caller = callers.ofAgent(account, session.agentId());
            return Optional.of(
                    new Visitor(caller, session.id(), token.proof("form"), session.language(), session.timeZone()));
        } catch (Refusal.NotFound deactivated) {
            return Optional.empty();
        }
    }

    /** Those of the caller, the last used first. */
    public List<Session> list(Caller caller) {
        return database.read(
                h -> h.attach(SessionStore.class).list(caller.accountId(), caller.agentId(), clock.instant()));
    }

    /** Ends one of the caller's. */
    public void end(Caller caller, long id) {
        int ended = database.write(h -> h.attach(SessionStore.class).delete(caller.accountId(), caller.agentId(), id));
        known.invalidateAll();
        if (ended == 0) throw new Refusal.NotFound();
    }

    /** Ends all of an agent's, as after a new password. */
    public void endAll(long accountId, long agentId) {
        database.run(h -> h.attach(SessionStore.class).deleteOthers(accountId, agentId, 0));
        known.invalidateAll();
    }

    /** Ends all of the caller's but one. */
    public void endOthers(Caller caller, long kept) {
        database.run(h -> h.attach(SessionStore.class).deleteOthers(caller.accountId(), caller.agentId(), kept));
        known.invalidateAll();
    }

    /** The language in which the caller wants to read. */
    public void speak(Caller caller, String language) {
        database.run(h -> h.attach(SessionStore.class)
                .setLanguage(caller.accountId(), caller.agentId(), language, clock.instant()));
        known.invalidateAll();
    }

    public static Cookie forgotten() {
        return new Cookie(Entrance.COOKIE, "", Duration.ZERO);
    }
}
