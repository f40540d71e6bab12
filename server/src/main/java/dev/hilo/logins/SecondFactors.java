package dev.hilo.logins;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Callers;
import dev.hilo.accounts.Secrets;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.sessions.Token;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * The second step of a log-in: a code that an authenticator makes of a secret and the time (RFC 6238: SHA-1, six digits, 30
 * seconds, one step of tolerance either way), or one of ten codes to keep, each used once.
 */
public final class SecondFactors {

    /** The code was wrong, or was used before. */
    static final class WrongCode extends RuntimeException {
        WrongCode() {
            super(null, null, false, false);
        }
    }

    private static final String USE = "second factor";
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final Duration LIFE_OF_CHALLENGE = Duration.ofMinutes(10);
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int MOST_FAILURES = 10;
    private static final int SECRET_BYTES = 20;
    private static final int CODES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator(STEP);

    private final Database database;
    private final Secrets secrets;
    private final Callers callers;
    private final Clock clock;

    public SecondFactors(Database database, Secrets secrets, Callers callers, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.callers = callers;
        this.clock = clock;
    }

    public boolean isOn(long accountId, long agentId) {
        return database.read(h -> h.attach(LoginStore.class).factor(accountId, agentId))
                .filter(LoginStore.Factor::isOn)
                .isPresent();
    }

    /** A fresh secret, in Base32, that counts once a code of it is shown. */
    String propose(Caller caller) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        int proposed = database.write(h -> {
            byte[] sealed = secrets.of(h, caller.accountId()).seal(USE + "\n" + caller.agentId(), secret);
            return h.attach(LoginStore.class).propose(caller.accountId(), caller.agentId(), sealed, clock.instant());
        });
        if (proposed == 0) throw new Refusal.InconsistentState("There is a second factor already");
        return Base32.encode(secret);
    }

    /** The secret that was proposed last; empty where there is none, or it counts already. */
    Optional<String> proposed(Caller caller) {
        return database.read(h -> h.attach(LoginStore.class)
                .factor(caller.accountId(), caller.agentId())
                .filter(factor -> !factor.isOn())
                .map(factor -> Base32.encode(open(h, caller.accountId(), caller.agentId(), factor))));
    }

    private byte[] open(Handle handle, long accountId, long agentId, LoginStore.Factor factor) {
        return secrets.of(handle, accountId).open(USE + "\n" + agentId, factor.sealedSecret());
    }

    /** From now on the secret counts. @return codes to keep, shown once */
    List<String> confirm(Caller caller, String code) {
        check(caller.accountId(), caller.agentId(), code);
        var codes = new ArrayList<String>();
        for (int i = 0; i < CODES; i++) codes.add(recoveryCode());
        database.run(h -> h.attach(LoginStore.class)
                .addCodes(
                        caller.accountId(),
                        caller.agentId(),
                        codes.stream().map(SecondFactors::hash).toList()));
        callers.forget();
        return codes;
    }

    /** Ten letters and digits, 50 bits. */
    private static String recoveryCode() {
        var bytes = new byte[7];
        RANDOM.nextBytes(bytes);
        return Base32.encode(bytes).substring(0, 10).toLowerCase(Locale.ROOT);
    }

    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes it off again; the agent shows a code. */
    void turnOff(Caller caller, String code) {
        check(caller.accountId(), caller.agentId(), code);
        remove(caller.accountId(), caller.agentId());
    }

    /** For an agent who has lost it. */
    void remove(long accountId, long agentId) {
        int removed = database.write(h -> h.attach(LoginStore.class).remove(accountId, agentId));
        if (removed == 0) throw new Refusal.NotFound();
    }

    /** Takes a code, each once. @throws WrongCode for any other @throws Refusal.Forbidden after too many */
    private void check(long accountId, long agentId, String typed) {
        String code = typed == null ? "" : typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        var now = clock.instant();
        boolean taken = database.write(h -> {
            var store = h.attach(LoginStore.class);
            var factor = store.lockFactor(accountId, agentId).orElseThrow(Refusal.NotFound::new);
            if (factor.lockedUntil() != null && factor.lockedUntil().isAfter(now)) {
                throw new Refusal.Forbidden("code_lockout", "Too many wrong codes. Please wait a quarter of an hour.");
            }
            Long step = step(open(h, accountId, agentId, factor), code, now, factor.lastStep());
            if (step == null && factor.isOn() && store.useCode(accountId, agentId, hash(code)) > 0) {
                step = factor.lastStep();
            }
            if (step == null) store.refused(accountId, agentId, MOST_FAILURES, now.plus(LOCKED));
            else store.took(accountId, agentId, step, now);
            return step != null;
        });
        if (!taken) throw new WrongCode();
    }

    /** The step of time whose code it is; null for none, or one that is not later than the last that was taken. */
    static Long step(byte[] secret, String code, Instant now, long last) {
        if (!code.matches("\\d{6}")) return null;
        var key = new SecretKeySpec(secret, GENERATOR.getAlgorithm());
        long here = now.getEpochSecond() / STEP.toSeconds();
        Long found = null;
        for (long step = here - 1; step <= here + 1; step++) {
            if (matches(key, step, code) && step > last) found = step;
        }
        return found;
    }

    private static boolean matches(SecretKeySpec key, long step, String code) {
        try {
            String right = GENERATOR.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP.toSeconds()));
            return MessageDigest.isEqual(
                    right.getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.US_ASCII));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a log-in whose password was right. @return what stands for it until the code comes */
    public Token challenge(Caller caller) {
        var token = Token.next();
        var now = clock.instant();
        database.run(h -> {
            var store = h.attach(LoginStore.class);
            store.forgetChallenges(caller.accountId(), caller.agentId(), now);
            store.challenge(caller.accountId(), token.hash(), caller.agentId(), now.plus(LIFE_OF_CHALLENGE));
        });
        return token;
    }

    /** @return the agent who has shown both; empty where the log-in has to begin anew */
    Optional<Long> meet(Account account, String challenge, String code) {
        var token = new Token(challenge);
        if (!token.isWellFormed()) return Optional.empty();
        long accountId = account.accountId();
        var agent = database.read(h -> h.attach(LoginStore.class).challenged(accountId, token.hash(), clock.instant()));
        if (agent.isEmpty()) return Optional.empty();
        check(accountId, agent.get(), code);
        boolean isFirst = database.write(h -> h.attach(LoginStore.class).met(accountId, token.hash())) > 0;
        return isFirst ? agent : Optional.empty();
    }
}
