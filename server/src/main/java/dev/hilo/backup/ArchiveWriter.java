package dev.hilo.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive that is being written: a zip that gets its name when it is complete, readable by its owner alone. */
final class ArchiveWriter implements AutoCloseable {

    /** Writes one entry's content. */
    interface Content<X extends Exception> {
        void writeTo(OutputStream stream) throws IOException, X;
    }

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path partial;
    private final ZipOutputStream zip;

    private ArchiveWriter(Path file, Path partial, ZipOutputStream zip) {
        this.file = file;
        this.partial = partial;
        this.zip = zip;
    }

    static ArchiveWriter create(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new BackupFailed(file + " exists already. Give the backup another name.");
        }
        if (!Files.isDirectory(file.getParent())) {
            throw new BackupFailed("There is no folder " + file.getParent());
        }
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), BUFFER));
        zip.setLevel(Deflater.BEST_SPEED);
        zip.setComment(Seal.BLANK);
        return new ArchiveWriter(file, partial, zip);
    }

    <X extends Exception> Fingerprint add(String entry, Content<X> content) throws IOException, X {
        zip.putNextEntry(new ZipEntry(entry));
        var output = new Fingerprint.Output(zip);
        var buffer = new BufferedOutputStream(output, BUFFER);
        content.writeTo(buffer);
        buffer.flush();
        zip.closeEntry();
        return output.fingerprint();
    }

    void finish(Manifest manifest) throws IOException {
        add(
                Manifest.ENTRY,
                stream -> stream.write(
                        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest)));
        zip.close();
        try (var channel = FileChannel.open(partial, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Seal.put(channel);
            channel.force(true);
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Leaves nothing behind unless the archive is finished. */
    @Override
    public void close() throws IOException {
        try {
            zip.close();
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
