package dev.hilo.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** Folders that appear whole or not at all. */
final class Folders {

    private Folders() {}

    /** The folder with nothing in it, whatever an interrupted run left there. */
    static Path empty(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** Gives a finished folder its name, in one step that survives a power cut. */
    static void publish(Path partial, Path folder) throws IOException {
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        try (var parent = FileChannel.open(folder.getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    static void delete(Path folder) throws IOException {
        for (var path : contentsFirst(folder)) {
            Files.delete(path);
        }
    }

    /** Everything in the folder, each folder after its contents; symbolic links are not followed. */
    static List<Path> contentsFirst(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
