package dev.hilo.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What an account signs and seals with, kept in the database so that all nodes sign alike. */
public final class Secrets {

    /** A signing key; it never leaves this class. */
    public static final class Secret {
        private static final String HMAC = "HmacSHA256";
        /** Bytes, as AES-GCM has them. */
        private static final int NONCE = 12;

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

        /** The bytes encrypted for one use: only the same secret opens them, and only for the same use. */
        public byte[] seal(String use, byte[] plain) {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            byte[] sealed = crypt(Cipher.ENCRYPT_MODE, use, nonce, plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        }

        /** @throws IllegalStateException for bytes that were not sealed with this secret for this use */
        public byte[] open(String use, byte[] sealed) {
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            return crypt(Cipher.DECRYPT_MODE, use, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
        }

        private byte[] crypt(int mode, String use, byte[] nonce, byte[] text) {
            try {
                var cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(mode, new SecretKeySpec(sign("seal\n" + use), "AES"), new GCMParameterSpec(128, nonce));
                return cipher.doFinal(text);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(
                        "Not sealed for " + use.lines().findFirst().orElse(""), e);
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
