package dev.hilo.client;

import dev.hilo.api.Attachment;
import java.nio.file.Path;

/** Files of tickets, conversations, articles and prepared answers. */
public final class Attachments extends Resource {

    private final Downloads downloads;

    Attachments(Raw raw, Downloads downloads) {
        super(raw);
        this.downloads = downloads;
    }

    /**
     * Streams a file to disk: {@code client.attachments().download(attachment, Path.of("invoice.pdf"))}. Its address
     * holds for five minutes after it was read; afterwards the answer is an {@link ApiError}.
     *
     * @param file made, or overwritten
     */
    public Path download(Attachment attachment, Path file) {
        return download(attachment.attachmentUrl(), file);
    }

    /** {@code client.attachments().download(contact.avatar().avatarUrl(), Path.of("carla.png"))} */
    public Path download(String address, Path file) {
        return downloads.toFile(address, file);
    }

    /** A file that fits into memory: {@code client.attachments().bytes(attachment)}. */
    public byte[] bytes(Attachment attachment) {
        return downloads.bytes(attachment.attachmentUrl());
    }

    /** {@code client.attachments().delete(attachment.id())} */
    public void delete(long id) {
        delete("/attachments/" + id);
    }
}
