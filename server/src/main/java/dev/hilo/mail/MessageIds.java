package dev.hilo.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Message-IDs (RFC 5322 §3.6.4) as they are kept: without their brackets. One that is too long to be looked up is kept as
 * its hash.
 */
public final class MessageIds {

    private static final int LONGEST = 500;
    /** Of a References header: what names more is no thread. */
    private static final int MOST = 200;

    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]{1,10000})>");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private MessageIds() {}

    /** A new one, which nobody else makes. @param address whose domain it ends with */
    public static String next(String address) {
        return UUID.randomUUID() + address.substring(address.lastIndexOf('@'));
    }

    /** Those that a header names, in its order; the last 200 where it names more. */
    public static List<String> parse(String header) {
        if (header == null) return List.of();
        var ids = IN_BRACKETS
                .matcher(header)
                .results()
                .map(found -> kept(found.group(1)))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (ids.isEmpty() && !header.isBlank() && !header.contains("<")) return List.of(kept(header));
        return ids.subList(Math.max(0, ids.size() - MOST), ids.size());
    }

    /** As headers have it. */
    public static String inBrackets(String id) {
        return "<" + id + ">";
    }

    private static String kept(String id) {
        String dense = SPACE.matcher(id).replaceAll("").replace("\0", "");
        return dense.length() <= LONGEST ? dense : "sha256:" + sha256(dense);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
