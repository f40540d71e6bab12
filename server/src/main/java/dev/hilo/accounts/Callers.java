package dev.hilo.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds out who is calling from HTTP Basic: an API key as the user, or an agent's e-mail and password. What was found is
 * believed for a few seconds, which is also how long a revoked key may live on.
 */
public final class Callers {

    private record Credential(long account, String hash) {}

    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int MOST_FAILURES = 10;

    private final Database database;
    private final Clock clock;
    private volatile String demoKey;
    private final Cache<Credential, Caller> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BELIEVED).build();
    private final Cache<Credential, AtomicInteger> failures =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LOCKED).build();

    public Callers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Lets {@code demo} stand for this key from now on. */
    public void acceptDemoAs(String key) {
        demoKey = key;
    }

    public Caller require(Account account, String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            throw new Refusal.Unauthenticated();
        }
        var credential = new Credential(account.accountId(), Keys.fingerprint(authorization));
        var caller = known.getIfPresent(credential);
        if (caller == null) {
            caller = identify(account, authorization);
            markActive(caller);
            known.put(credential, caller);
        }
        return caller;
    }

    /** Who logs in with a password; too many that are wrong lock the address out for a while. */
    public Caller logIn(Account account, String email, String password) {
        var caller = byPassword(account, email, password);
        markActive(caller);
        return caller;
    }

    /** The agent on whose behalf a job runs, with what the agent may do now. */
    public Caller ofAgent(Account account, long agentId) {
        return database.read(h -> h.attach(CallerStore.class).byId(account.accountId(), agentId))
                .map(row -> caller(account, row))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Forgets what was believed, after a key or an agent has changed on this node. */
    public void forget() {
        known.invalidateAll();
    }

    private Caller identify(Account account, String authorization) {
        String decoded = decode(authorization.substring(6).strip());
        int colon = decoded.indexOf(':');
        String user = colon < 0 ? decoded : decoded.substring(0, colon);
        String password = colon < 0 ? "" : decoded.substring(colon + 1);
        String standIn = demoKey;
        if (user.equals("demo") && standIn != null) user = standIn;
        if (!user.contains("@")) return byKey(account, user);
        var caller = byPassword(account, user, password);
        // A password alone does not let in who has a second factor: programs of theirs use a key.
        boolean isHalf =
                database.read(h -> h.attach(CallerStore.class).hasSecondFactor(account.accountId(), caller.agentId()));
        if (isHalf) throw new Refusal.Unauthenticated();
        return caller;
    }

    private void markActive(Caller caller) {
        long account = caller.account().accountId();
        database.run(h -> h.attach(CallerStore.class).markActive(account, caller.agentId(), clock.instant()));
    }

    private static String decode(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal.Unauthenticated();
        }
    }

    private Caller byKey(Account account, String key) {
        return database.read(h -> h.attach(CallerStore.class).byKey(account.accountId(), Keys.hash(key)))
                .filter(CallerStore.Row::apiKeyEnabled)
                .map(row -> caller(account, row))
                .orElseThrow(Refusal.Unauthenticated::new);
    }

    private Caller byPassword(Account account, String email, String password) {
        String address = email.toLowerCase().replace("\0", "");
        var tries = failures.get(new Credential(account.accountId(), address), k -> new AtomicInteger());
        if (tries.get() >= MOST_FAILURES) {
            throw new Refusal.Forbidden(
                    "password_lockout", "Too many failed log-ins. Please wait a few minutes before you try again.");
        }
        Optional<CallerStore.Row> row =
                database.read(h -> h.attach(CallerStore.class).byEmail(account.accountId(), address));
        String stored = row.map(CallerStore.Row::passwordHash).orElse(null);
        if (!Passwords.matches(password, stored)) {
            tries.incrementAndGet();
            throw new Refusal.Unauthenticated();
        }
        failures.invalidate(new Credential(account.accountId(), address));
        database.write(h -> {
            h.attach(CallerStore.class).markLogin(account.accountId(), row.get().id(), clock.instant());
            return null;
        });
        return caller(account, row.get());
    }

    private static Caller caller(Account account, CallerStore.Row row) {
        var privileges = EnumSet.noneOf(Privilege.class);
        row.privileges().forEach(name -> privileges.add(Privilege.valueOf(name)));
        Set<Privilege> held = Collections.unmodifiableSet(privileges);
        return new Caller(
                account, row.id(), row.name(), row.email(), TicketScope.of(row.ticketScope()), row.groups(), held);
    }
}
