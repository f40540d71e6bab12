package dev.hilo.attachments;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Blobs as files of a folder that its owner alone may read, made when it is needed; a key is a path in it. */
public final class FolderStore implements BlobStore {

    private static final Set<StandardOpenOption> NEW_FILE =
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final FileAttribute<?> OWNERS_FILE = permissions("rw-------");
    private static final FileAttribute<?> OWNERS_FOLDER = permissions("rwx------");
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path root;
    private final Path unfinished;

    public FolderStore(Path folder) {
        root = folder.toAbsolutePath().normalize();
        unfinished = root.resolve(".unfinished");
        try {
            if (Files.isDirectory(unfinished)) removeAbandoned();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep attachments in " + root, e);
        }
    }

    @Override
    public void put(String key, InputStream content, long size) throws IOException {
        var file = file(key);
        createFolders(unfinished);
        var partial = unfinished.resolve(UUID.randomUUID().toString());
        try {
            write(partial, content, size);
            createFolders(file.getParent());
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(file.getParent());
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void write(Path file, InputStream content, long size) throws IOException {
        try (var channel = FileChannel.open(file, NEW_FILE, OWNERS_FILE)) {
            long written = content.transferTo(Channels.newOutputStream(channel));
            if (written != size) throw new EOFException("Expected " + size + " bytes and got " + written);
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(file(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    @Override
    public Stream<Blob> list() throws IOException {
        if (!Files.exists(root)) return Stream.empty();
        return Files.walk(root)
                .filter(path -> !path.startsWith(unfinished) && Files.isRegularFile(path))
                .flatMap(this::blob);
    }

    /** Nothing when the file has been deleted meanwhile. */
    private Stream<Blob> blob(Path file) {
        try {
            var key = root.relativize(file).toString().replace(File.separatorChar, '/');
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Stream.of(new Blob(
                    key, attributes.size(), attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String key) throws IOException {
        var file = root.resolve(key).normalize();
        if (!file.startsWith(root) || file.equals(root) || file.startsWith(unfinished)) {
            throw new IOException("Not the key of a stored file: " + key);
        }
        return file;
    }

    /** Each new folder's entry in its parent is on disk before anything is put into it. */
    private static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        createFolders(folder.getParent());
        try {
            Files.createDirectory(folder, OWNERS_FOLDER);
        } catch (FileAlreadyExistsException e) {
            return;
        }
        force(folder.getParent());
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** What writers that died have left. */
    private void removeAbandoned() throws IOException {
        var before = Instant.now().minus(ABANDONED);
        try (var files = Files.newDirectoryStream(unfinished)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) deleteIfFile(file);
            }
        }
    }

    private static void deleteIfFile(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (DirectoryNotEmptyException e) {
            // Nothing of ours.
        }
    }

    private static FileAttribute<?> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
