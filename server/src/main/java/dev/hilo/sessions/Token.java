package dev.hilo.sessions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What lets somebody in: 256 random bits as text. Only its hash is stored. */
public record Token(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 43;

    public static Token next() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(encoded(bytes));
    }

    public boolean isWellFormed() {
        return text != null && text.length() == LENGTH;
    }

    public byte[] hash() {
        return hash(text);
    }

    /** Follows from it, so that it need not be stored, and does not tell it. @param use what it is for */
    public String proof(String use) {
        return encoded(hash(use + "\n" + text));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Token";
    }
}
