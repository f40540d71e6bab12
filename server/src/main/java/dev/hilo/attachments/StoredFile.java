package dev.hilo.attachments;

import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file on its way to a browser, which must never run it, whatever a stranger has put into it. */
record StoredFile(AttachmentStore.Row row, Blobs blobs) {

    private static final Logger LOG = LoggerFactory.getLogger(StoredFile.class);

    /** Types that no browser runs; any other is given as plain bytes. */
    private static final Set<String> HARMLESS = Set.of(
            "application/gzip",
            "application/json",
            "application/msword",
            "application/pdf",
            "application/rtf",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/zip",
            "text/calendar",
            "text/csv",
            "text/plain",
            "text/vcard");

    Answer download() {
        var content = open();
        var image = ImageType.of(row.contentType());
        boolean isImage = image != null && beginsLike(image, content);
        return new Answer.Download(headers(isImage), row.size(), () -> content);
    }

    private BufferedInputStream open() {
        try {
            return new BufferedInputStream(blobs.open(row.blob()));
        } catch (NoSuchFileException e) {
            LOG.error("The bytes of attachment {} are not in the store ({})", row.id(), row.blob());
            throw new Refusal.NotFound();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> headers(boolean isImage) {
        return Map.of(
                "Content-Type",
                isImage ? row.contentType() : harmlessType(),
                "Content-Disposition",
                FileNames.disposition(isImage ? "inline" : "attachment", row.name()),
                "Content-Security-Policy",
                "sandbox; default-src 'none'",
                "X-Content-Type-Options",
                "nosniff");
    }

    private String harmlessType() {
        String type = row.contentType();
        boolean media = type.startsWith("audio/") || type.startsWith("video/");
        boolean office = type.startsWith("application/vnd.openxmlformats-officedocument.")
                || type.startsWith("application/vnd.oasis.opendocument.");
        boolean image = ImageType.of(type) != null;
        return HARMLESS.contains(type) || media || office || image ? type : "application/octet-stream";
    }

    private static boolean beginsLike(ImageType image, InputStream content) {
        try {
            content.mark(ImageType.LONGEST_MAGIC);
            byte[] head = content.readNBytes(ImageType.LONGEST_MAGIC);
            content.reset();
            return image.begins(head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
