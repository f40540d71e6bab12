package dev.hilo.attachments;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hilo.errors.Refusal;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** What an address of a file says, in the parameters of Amazon's pre-signed ones, which clients know. */
record SignedAddress(long accountId, long id, String date, String expires, String signature) {

    static final String ROUTE = "/data/helpdesk/attachments/production/{id}/original/{name}";
    private static final String PATH = "/data/helpdesk/attachments/production/%d/original/%s";
    private static final String QUERY =
            "?X-Amz-Algorithm=HMAC-SHA256&X-Amz-Credential=%d&X-Amz-Date=%s&X-Amz-Expires=%s&X-Amz-Signature=%s";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The query of such an address. */
    public record Query(
            @JsonProperty("X-Amz-Algorithm") String algorithm,
            @JsonProperty("X-Amz-Credential") String credential,
            @JsonProperty("X-Amz-Date") String date,
            @JsonProperty("X-Amz-Expires") String expires,
            @JsonProperty("X-Amz-Signature") String signature) {}

    static SignedAddress unsigned(long accountId, long id, Instant now, Duration lifetime) {
        return new SignedAddress(accountId, id, DATE.format(now), Long.toString(lifetime.toSeconds()), "");
    }

    /** @throws Refusal.Forbidden when the query is not one of ours */
    static SignedAddress read(long id, Query query) {
        try {
            var address =
                    new SignedAddress(Long.parseLong(query.credential), id, query.date, query.expires, query.signature);
            address.expiry();
            HexFormat.of().parseHex(query.signature);
            return address;
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | NullPointerException e) {
            throw new Refusal.Forbidden("access_denied", "The address of this file is not valid.");
        }
    }

    SignedAddress signed(byte[] by) {
        return new SignedAddress(accountId, id, date, expires, HexFormat.of().formatHex(by));
    }

    /** What the signature covers. */
    String text() {
        return "attachment\n" + accountId + "\n" + id + "\n" + date + "\n" + expires;
    }

    Instant expiry() {
        return DATE.parse(date, Instant::from).plusSeconds(Long.parseLong(expires));
    }

    /** In constant time. */
    boolean isSignedWith(byte[] expected) {
        return MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature));
    }

    String path(String name) {
        return PATH.formatted(id, name) + QUERY.formatted(accountId, date, expires, signature);
    }
}
