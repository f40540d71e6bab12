package dev.hilo.attachments;

import dev.hilo.config.Attachments.Bucket;
import dev.hilo.config.Attachments.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

/** Where the bytes of attached files lie, under keys such as {@code 103000000001-5be1d0c4/9f/9f86d081…}. */
public interface BlobStore extends AutoCloseable {

    /** The store that the installation is set to. */
    static BlobStore of(dev.hilo.config.Attachments setting) {
        return switch (setting) {
            case Folder folder -> new FolderStore(folder.path());
            case Bucket bucket -> S3Store.of(bucket);
        };
    }

    /**
     * Stores the bytes whole or not at all, in place of any of the same key; they survive a power cut from then on.
     *
     * @param size how many bytes the content has
     */
    void put(String key, InputStream content, long size) throws IOException;

    /** @throws java.nio.file.NoSuchFileException when there are no bytes of this key */
    InputStream open(String key) throws IOException;

    /** Does nothing when there are no bytes of this key. */
    void delete(String key) throws IOException;

    /** All that is stored; to be closed. */
    Stream<Blob> list() throws IOException;

    @Override
    default void close() {}
}
