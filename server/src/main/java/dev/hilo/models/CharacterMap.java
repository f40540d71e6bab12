package dev.hilo.models;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * SentencePiece's table of what letters are replaced with before a text is cut: a double-array trie over UTF-8 bytes
 * (as darts-clone lays it out) whose values are positions among the replacements, each ended by a zero byte.
 */
final class CharacterMap {

    private final int[] trie;
    private final byte[] replacements;

    private CharacterMap(int[] trie, byte[] replacements) {
        this.trie = trie;
        this.replacements = replacements;
    }

    /** @throws ModelUnusable where it is cut off or not Base64 */
    static CharacterMap of(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int size = buffer.getInt();
            int[] trie = new int[size / 4];
            buffer.asIntBuffer().get(trie);
            return new CharacterMap(trie, Arrays.copyOfRange(bytes, 4 + size, bytes.length));
        } catch (RuntimeException e) {
            throw new ModelUnusable("the map of letters in its tokenizer.json is damaged", e);
        }
    }

    /** The text with the longest match at each place replaced. */
    String map(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; ) {
            long match = longest(bytes, at);
            int length = (int) (match >>> 32);
            if (length > 0) {
                append((int) match, out);
                at += length;
            } else {
                int letter = lengthOfLetter(bytes[at]);
                out.write(bytes, at, Math.min(letter, bytes.length - at));
                at += letter;
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Bytes matched in the upper half, the position of the replacement in the lower one. */
    private long longest(byte[] bytes, int start) {
        long found = 0;
        int unit = trie[0];
        int position = offset(unit);
        for (int at = start; at < bytes.length; at++) {
            int label = bytes[at] & 0xFF;
            position ^= label;
            if (position < 0 || position >= trie.length) return found;
            unit = trie[position];
            if ((unit & (1 << 31 | 0xFF)) != label) return found;
            position ^= offset(unit);
            if ((unit >>> 8 & 1) == 1 && position < trie.length) {
                found = (long) (at - start + 1) << 32 | trie[position] & 0x7FFFFFFF;
            }
        }
        return found;
    }

    private static int offset(int unit) {
        return unit >>> 10 << ((unit & 1 << 9) >>> 6);
    }

    private void append(int position, ByteArrayOutputStream out) {
        for (int i = position; i < replacements.length && replacements[i] != 0; i++) out.write(replacements[i]);
    }

    private static int lengthOfLetter(byte first) {
        int b = first & 0xFF;
        if (b < 0x80) return 1;
        if (b < 0xE0) return 2;
        return b < 0xF0 ? 3 : 4;
    }
}
