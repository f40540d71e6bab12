package dev.hilo.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What an account signs with, kept in the database so that all nodes sign alike. */
public final class Secrets {

    /** A signing key; it never leaves this class. */
    public static final class Secret {
        private static final String HMAC = "HmacSHA256";
        private final SecretKeySpec key;

        private Secret(byte[] bytes) {
            key = new SecretKeySpec(bytes, HMAC);
        }

        /** HMAC-SHA256; texts of different uses must begin differently. */
        public byte[] sign(String text) {
            try {
                var mac = Mac.getInstance(HMAC);
                mac.init(key);
                return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Eight digits that only the holder of this secret arrives at. */
        public String tag(String use) {
            return HexFormat.of().formatHex(sign("tag\n" + use), 0, 4);
        }
    }

    interface Store {
        @SqlUpdate("insert into secrets (account_id, value, created_at) values (:accountId, :value, :now)")
        void insert(long accountId, byte[] value, Instant now);

        @SqlQuery("select value from secrets where account_id = :accountId")
        Optional<byte[]> find(long accountId);
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cache<Long, Secret> known =
            Caffeine.newBuilder().maximumSize(10_000).build();

    public static void found(Handle handle, long accountId, NewAccount account, Instant now) {
        var value = new byte[32];
        RANDOM.nextBytes(value);
        handle.attach(Store.class).insert(accountId, value, now);
    }

    public Secret of(Handle handle, long accountId) {
        return find(handle, accountId).orElseThrow(() -> new IllegalStateException("No account " + accountId));
    }

    /** Empty where there is no such account. */
    public Optional<Secret> find(Handle handle, long accountId) {
        var secret = known.getIfPresent(accountId);
        if (secret != null) return Optional.of(secret);
        var found = handle.attach(Store.class).find(accountId).map(Secret::new);
        found.ifPresent(s -> known.put(accountId, s));
        return found;
    }
}
