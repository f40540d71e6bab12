package dev.hilo.attachments;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Files whose bytes are stored and that are about to be attached; closing deletes them unless they were. */
public final class Staged implements AutoCloseable {

    /** @param sha256 in hexadecimal */
    record File(String key, String name, String contentType, long size, String sha256) {}

    private final Blobs blobs;
    private final List<File> files = new ArrayList<>();
    private boolean wanted;

    Staged(Blobs blobs) {
        this.blobs = blobs;
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    void add(File file) {
        files.add(file);
    }

    List<File> files() {
        return files;
    }

    long size() {
        return files.stream().mapToLong(File::size).sum();
    }

    List<String> keys() {
        return files.stream().map(File::key).toList();
    }

    /**
     * Ties the bytes to the transaction that attaches them. Only a rollback that is known to have happened frees them:
     * after a commit of unknown outcome they stay, and the sweep finds out.
     */
    void attachIn(Handle handle) {
        wanted = true;
        handle.afterRollback(() -> wanted = false);
    }

    @Override
    public void close() {
        if (!wanted) blobs.discard(keys());
    }
}
