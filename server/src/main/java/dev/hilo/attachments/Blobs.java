package dev.hilo.attachments;

import dev.hilo.api.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store, in terms of uploads. */
final class Blobs {

    private static final Logger LOG = LoggerFactory.getLogger(Blobs.class);
    private static final Pattern TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

    private final BlobStore store;

    Blobs(BlobStore store) {
        this.store = store;
    }

    /** @param folder the account's, so that its files lie together */
    Staged.File stage(String folder, Upload upload) {
        var key = newKey(folder);
        var digest = sha256();
        try (var content = new DigestInputStream(upload.open(), digest)) {
            store.put(key, content, upload.size());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot store a file", e);
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        return new Staged.File(key, FileNames.clean(upload.name()), type(upload.contentType()), upload.size(), hash);
    }

    private static String newKey(String folder) {
        String name = UUID.randomUUID().toString();
        return folder + "/" + name.substring(0, 2) + "/" + name;
    }

    /** The type that was sent, without its parameters; it says nothing about the bytes. */
    private static String type(String sent) {
        String essence = sent == null ? "" : sent.split(";", 2)[0].strip().toLowerCase();
        return TYPE.matcher(essence).matches() ? essence : "application/octet-stream";
    }

    InputStream open(String key) throws IOException {
        return store.open(key);
    }

    /** What cannot be deleted now is left to the sweep. */
    void discard(Collection<String> keys) {
        for (var key : keys) {
            try {
                store.delete(key);
            } catch (IOException | RuntimeException e) {
                LOG.warn("Could not delete {}: {}", key, e.toString());
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
