package dev.hilo.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver checks: {@code t=<seconds>,v1=<hex>}, with one {@code v1} for each secret in force. Each is the HMAC-SHA256
 * of the seconds, a full stop and the body.
 */
final class Signature {

    static final String HEADER = "Hilo-Signature";

    private Signature() {}

    static String of(Instant now, byte[] body, List<String> secrets) {
        long seconds = now.getEpochSecond();
        return "t=" + seconds + ","
                + secrets.stream()
                        .map(secret -> "v1=" + hmac(secret, seconds, body))
                        .collect(Collectors.joining(","));
    }

    private static String hmac(String secret, long seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
