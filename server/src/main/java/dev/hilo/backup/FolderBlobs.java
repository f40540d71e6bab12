package dev.hilo.backup;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Attached files in a folder; a name is a path in it, with slashes. */
public record FolderBlobs(Path folder) implements Blobs {

    private static final String PARTIAL = ".partial";

    @Override
    public Stream<String> list() throws IOException {
        return Files.exists(folder)
                ? Files.walk(folder)
                        .filter(Files::isRegularFile)
                        .map(this::name)
                        .filter(name -> !name.endsWith(PARTIAL))
                : Stream.empty();
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace(File.separatorChar, '/');
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(file(name));
    }

    @Override
    public void put(String name, InputStream content) throws IOException {
        var file = file(name);
        Files.createDirectories(file.getParent());
        var partial = file.resolveSibling(file.getFileName() + PARTIAL);
        Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String name) throws IOException {
        var root = folder.toAbsolutePath().normalize();
        var file = root.resolve(name).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IOException("Not the name of a file in the store: " + name);
        }
        return file;
    }
}
