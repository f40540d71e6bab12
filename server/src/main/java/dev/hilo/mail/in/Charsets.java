package dev.hilo.mail.in;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes text of bytes whose charset is named wrongly, or not at all. */
final class Charsets {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern ENCODED = Pattern.compile("=\\?[^?\\s]+\\?[bBqQ]\\?");
    private static final Pattern UNREADABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private Charsets() {}

    /** @param name of the charset as the mail has it, or null; UTF-8 and then Windows-1252 where nobody knows it */
    static String decode(byte[] bytes, String name) {
        var named = named(name);
        boolean saysNothing = named == null || named.equals(StandardCharsets.US_ASCII);
        if (saysNothing || named.equals(StandardCharsets.UTF_8)) return guess(bytes);
        return storable(new String(bytes, named));
    }

    private static Charset named(String name) {
        if (name == null) return null;
        try {
            return Charset.forName(MimeUtility.javaCharset(name.strip().replaceAll("[\"']", "")));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String guess(byte[] bytes) {
        try {
            return storable(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return storable(new String(bytes, WINDOWS));
        }
    }

    /** A header's value in clear: encoded words (RFC 2047), folded lines, and bytes that nobody has encoded. */
    static String header(String value) {
        if (value == null) return null;
        String clear = value;
        if (value.chars().anyMatch(c -> c > 126 && c < 256)) clear = guess(value.getBytes(StandardCharsets.ISO_8859_1));
        return storable(ENCODED.matcher(clear).find() ? words(clear) : clear)
                .replaceAll("[\\r\\n]+[ \\t]*", " ")
                .strip();
    }

    private static String words(String value) {
        try {
            return MimeUtility.decodeText(value.replaceAll("\\r?\\n(?=[ \\t])", ""));
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return value;
        }
    }

    /** Without what PostgreSQL and JSON cannot hold. */
    private static String storable(String text) {
        String clean = UNREADABLE.matcher(text).replaceAll("");
        boolean isWhole = clean.chars().noneMatch(c -> Character.isSurrogate((char) c));
        return isWhole ? clean : new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
