package dev.hilo.knowledge.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** A folder of this machine and those in it, where the installation allows it. Links are not followed. */
record FolderConnector(Path folder, List<Path> allowed) implements Connector {

    private static final int DEEPEST = 12;

    /** The folder itself, wherever links lead to; null where it is none that may be read. */
    private Path real() {
        try {
            var real = folder.toRealPath();
            for (var root : allowed) if (real.startsWith(root.toRealPath())) return real;
        } catch (IOException e) {
            return null;
        }
        return null;
    }

    boolean isAllowed() {
        return real() != null;
    }

    @Override
    public void read(Reading reading) throws SourceTrouble {
        var root = real();
        if (root == null || !Files.isDirectory(root)) {
            throw new SourceTrouble("There is no such folder within those that HILO_KNOWLEDGE_FOLDERS allows");
        }
        try (var files = Files.walk(root, DEEPEST)) {
            var all = files.filter(file -> isToBeRead(root, file)).sorted().iterator();
            while (all.hasNext() && !reading.isOver()) document(reading, root, all.next());
        } catch (IOException | UncheckedIOException e) {
            throw new SourceTrouble("The folder cannot be read: " + e.getMessage());
        }
    }

    private static boolean isToBeRead(Path root, Path file) {
        for (var part : root.relativize(file)) if (part.toString().startsWith(".")) return false;
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Texts.isReadable(file.getFileName().toString());
    }

    private static void document(Reading reading, Path root, Path file) throws IOException {
        var changed = Files.getLastModifiedTime(file).toInstant();
        String name = file.getFileName().toString();
        String key = root.relativize(file).toString();
        String version = changed + " " + Files.size(file);
        reading.document(new Found(key, version, titled(name), null, changed), titled -> {
            try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                return Texts.html(name, in);
            } catch (IOException e) {
                throw new SourceTrouble("The file cannot be read");
            }
        });
    }

    static String titled(String name) {
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ').strip();
    }
}
