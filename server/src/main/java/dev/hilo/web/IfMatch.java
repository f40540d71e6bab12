package dev.hilo.web;

import dev.hilo.errors.Refusal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which versions of a record the caller is willing to change, from {@code If-Match}. A tag that a proxy has made weak
 * counts as well: the version in it is exact.
 *
 * @param versions null when any will do
 */
public record IfMatch(Set<String> versions) {

    public static final IfMatch ANY = new IfMatch(null);

    /** @param header null when there is none */
    static IfMatch read(String header) {
        if (header == null || header.strip().equals("*")) return ANY;
        return new IfMatch(Arrays.stream(header.split(","))
                .map(tag -> version(tag.strip()))
                .collect(Collectors.toSet()));
    }

    private static String version(String tag) {
        String quoted = EntityTag.withoutWeakness(tag);
        if (quoted.length() < 2 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) return "";
        String opaque = quoted.substring(1, quoted.length() - 1);
        int hyphen = opaque.indexOf('-');
        return hyphen < 0 ? opaque : opaque.substring(0, hyphen);
    }

    /** To be asked while the row is locked, in the transaction that is about to change it. */
    public void require(String version) {
        if (versions != null && !versions.contains(version)) throw new Refusal.PreconditionFailed();
    }
}
