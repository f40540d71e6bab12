package dev.hilo.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id with 19 MiB, two passes and one lane, written {@code salt$hash} in Base64. */
public final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** A crowd that tries passwords would fill the heap; it queues instead. */
    private static final Semaphore AT_ONCE = new Semaphore(2, true);
    /** Checked when there is no such agent, so that the answer takes as long either way. */
    private static final String NOBODY = hash("nobody");

    private Passwords() {}

    public static String hash(String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        var encoder = Base64.getEncoder().withoutPadding();
        return encoder.encodeToString(salt) + "$" + encoder.encodeToString(argon2(password, salt));
    }

    static boolean matches(String password, String stored) {
        String[] parts = (stored == null ? NOBODY : stored).split("\\$");
        byte[] salt = Base64.getDecoder().decode(parts[0]);
        byte[] expected = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(argon2(password, salt), expected) && stored != null;
    }

    private static byte[] argon2(String password, byte[] salt) {
        AT_ONCE.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withSalt(salt)
                    .withMemoryAsKB(19 * 1024)
                    .withIterations(2)
                    .withParallelism(1)
                    .build());
            byte[] hash = new byte[32];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            AT_ONCE.release();
        }
    }
}
