package dev.hilo.cli;

import dev.hilo.backup.Blobs;
import dev.hilo.backup.FolderBlobs;
import dev.hilo.backup.Manifest;
import dev.hilo.config.Attachments;
import dev.hilo.config.Config;

/** Where the attached files of an installation are. */
final class AttachedFiles {

    private AttachedFiles() {}

    static Blobs of(Config config) {
        return switch (config.attachments()) {
            case Attachments.Folder folder -> new FolderBlobs(folder.path());
            case Attachments.Bucket bucket ->
                throw new Refused("Attachments in a bucket cannot be backed up yet: s3://" + bucket.bucket());
        };
    }

    static String summary(Manifest manifest) {
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        return "%,d rows and %,d files".formatted(rows, manifest.files().size());
    }
}
