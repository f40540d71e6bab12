package dev.hilo.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where attached files are kept. */
public sealed interface Attachments {

    record Folder(Path path) implements Attachments {}

    /**
     * An S3-compatible bucket.
     *
     * @param prefix put before every name, without slashes around it; may be empty
     * @param endpoint empty for Amazon's own
     */
    record Bucket(
            String bucket, String prefix, Optional<URI> endpoint, String region, String accessKey, Secret secretKey)
            implements Attachments {}
}
