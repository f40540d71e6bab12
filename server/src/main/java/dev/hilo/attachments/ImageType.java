package dev.hilo.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A kind of picture that a page may show, told by how its bytes begin. */
public enum ImageType {
    PNG("image/png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    GIF("image/gif", "GIF8"),
    WEBP("image/webp", "RIFF") {
        @Override
        boolean begins(byte[] head) {
            return super.begins(head)
                    && head.length >= 12
                    && new String(head, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP");
        }
    };

    public static final int LONGEST_MAGIC = 12;

    private final String contentType;
    private final byte[] magic;

    ImageType(String contentType, String magic) {
        this.contentType = contentType;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Null when it is not the type of a picture that pages may show. */
    static ImageType of(String contentType) {
        for (var type : values()) if (type.contentType.equals(contentType)) return type;
        return null;
    }

    /** Null when the bytes begin like no picture that pages may show. @param head as below */
    public static ImageType beginning(byte[] head) {
        for (var type : values()) if (type.begins(head)) return type;
        return null;
    }

    public String contentType() {
        return contentType;
    }

    /** @param head the first twelve bytes, or as many as there are */
    boolean begins(byte[] head) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
