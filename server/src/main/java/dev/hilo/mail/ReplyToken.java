package dev.hilo.mail;

import dev.hilo.accounts.Secrets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says in an address which ticket an answer belongs to, so that nobody else can: {@code t17-0a1b2c3d4e5f60718293} is
 * ticket 17, signed with the account's secret. It may stand behind a plus, {@code support+t17-…@acme.test}, or as the
 * first label of the domain, {@code support@t17-….acme.test}; letters may change case on the way.
 */
public final class ReplyToken {

    /** Where in the address the token stands. */
    public enum Place {
        PLUS,
        SUBDOMAIN
    }

    /** Of the signature, in bytes: 80 bits that cannot be tried out, since each try is a mail. */
    private static final int SIGNED = 10;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern IN_ADDRESS =
            Pattern.compile("(?:^|[+@<\\s,;:\"'(])t([0-9]{1,18})-([0-9a-f]{" + 2 * SIGNED + "})(?=[@.]|$)");

    private final Secrets.Secret secret;

    /** @param secret the account's */
    public ReplyToken(Secrets.Secret secret) {
        this.secret = secret;
    }

    /** The support address with the token of a ticket; as it is where the token makes it longer than addresses may be. */
    public String address(String supportAddress, long ticketId, Place place) {
        int at = supportAddress.lastIndexOf('@');
        String local = supportAddress.substring(0, at);
        String domain = supportAddress.substring(at + 1);
        String token = of(ticketId);
        if (place == Place.SUBDOMAIN) return local + "@" + token + "." + domain;
        boolean fits = local.length() + 1 + token.length() <= LONGEST_LOCAL_PART;
        return fits ? local + "+" + token + "@" + domain : supportAddress;
    }

    private String of(long ticketId) {
        return "t" + ticketId + "-" + HexFormat.of().formatHex(signature(ticketId));
    }

    private byte[] signature(long ticketId) {
        return Arrays.copyOf(secret.sign("reply\n" + ticketId), SIGNED);
    }

    /** The ticket of the first good token in an address, or in a text of several; empty where there is none. */
    public Optional<Long> verify(String addresses) {
        if (addresses == null) return Optional.empty();
        var found = IN_ADDRESS.matcher(addresses.toLowerCase(Locale.ROOT));
        while (found.find()) {
            long ticketId = Long.parseLong(found.group(1));
            byte[] claimed = HexFormat.of().parseHex(found.group(2));
            if (MessageDigest.isEqual(claimed, signature(ticketId))) return Optional.of(ticketId);
        }
        return Optional.empty();
    }
}
