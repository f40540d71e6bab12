package dev.hilo.web;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * The {@code ETag} of an answer. Of a record that has versions it is {@code "<version>-<content>"}, or {@code "<version>"}
 * on the answer to a change; of a list {@code "<content>"}. The content is that of the very answer, includes and all.
 */
final class EntityTag {

    private EntityTag() {}

    /** @param version null when there is none; no hyphen in it */
    static String of(String version, byte[] body, boolean hasMore) {
        String content = digest(new CRC32C(), body, hasMore) + digest(new CRC32(), body, hasMore);
        return version == null ? '"' + content + '"' : '"' + version + '-' + content + '"';
    }

    static String of(String version) {
        return '"' + version + '"';
    }

    /** Told apart by accident alone, so two fast checksums do. */
    private static String digest(Checksum checksum, byte[] body, boolean hasMore) {
        checksum.update(body);
        checksum.update(hasMore ? 1 : 0);
        return Long.toString(checksum.getValue() | 1L << 32, 36);
    }

    /** Whether the caller has the answer already, by its {@code If-None-Match}. */
    static boolean isAmong(String ifNoneMatch, String tag) {
        for (String candidate : ifNoneMatch.split(",")) {
            String known = candidate.strip();
            if (known.equals("*") || withoutWeakness(known).equals(tag)) return true;
        }
        return false;
    }

    static String withoutWeakness(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
