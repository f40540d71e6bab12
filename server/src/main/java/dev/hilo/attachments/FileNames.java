package dev.hilo.attachments;

import java.nio.charset.StandardCharsets;

/** Names of files as strangers give them, made fit for folders, headers and eyes. */
final class FileNames {

    static final int LONGEST = 255;
    private static final int LONGEST_EXTENSION = 20;
    private static final String UNNAMED = "attachment";

    private FileNames() {}

    /** The last part of the path that was given, without control characters and such as turn text around. */
    static String clean(String given) {
        String name = given == null ? "" : given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = shorten(visible(name).strip());
        return name.isEmpty() || name.equals(".") || name.equals("..") ? UNNAMED : name;
    }

    private static String visible(String name) {
        var kept = new StringBuilder(Math.min(name.length(), 1024));
        name.codePoints().filter(FileNames::isVisible).limit(1024).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Keeps the extension, by which people and programs know what they have. */
    private static String shorten(String name) {
        if (name.length() <= LONGEST) return name;
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) end--;
        return name.substring(0, end) + extension;
    }

    /** A segment of a path that reads like the name; letters and digits of ASCII, a few signs, at most 100. */
    static String inPath(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return safe.length() <= 100 ? safe : safe.substring(safe.length() - 100);
    }

    /** The {@code Content-Disposition} of RFC 6266: the name in ASCII for the old, in UTF-8 for all others. */
    static String disposition(String kind, String name) {
        String plain = name.replaceAll("[^ !#-\\[\\]-~]|%", "_");
        return kind + "; filename=\"" + plain + "\"; filename*=UTF-8''" + percent(name);
    }

    private static String percent(String name) {
        var out = new StringBuilder(name.length() * 2);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "-._~".indexOf(b) >= 0;
            if (plain) out.append((char) b);
            else out.append('%').append(String.format("%02X", b & 0xFF));
        }
        return out.toString();
    }
}
