package dev.hilo.export;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.hilo.accounts.Account;
import dev.hilo.api.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bookkeeping of a folder, in its {@code _hilo}: a manifest per account, a lock, and the journal by which the files of
 * a run come into their places all together. A run that was cut off after its journal was written is finished by the next.
 */
final class FolderState implements AutoCloseable {

    private static final TypeReference<LinkedHashMap<String, String>> MOVES = new TypeReference<>() {};
    private static final String GONE = "";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    FolderState(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(own());
        channel = FileChannel.open(own().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = lock();
        if (lock == null) {
            channel.close();
            throw new IOException("Another export writes to " + folder);
        }
        if (Files.exists(journal())) finish();
        Folders.remove(staging());
        Files.createDirectories(staging());
    }

    private FileLock lock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private Path own() {
        return folder.resolve("_hilo");
    }

    /** What a run writes before it is committed; gone when another begins. */
    Path staging() {
        return own().resolve("staging");
    }

    private Path journal() {
        return own().resolve("journal.json");
    }

    private Path manifest(String account) {
        return own().resolve(account + ".json");
    }

    Optional<Manifest> last(Account account) throws IOException {
        var file = manifest(account.subdomain());
        if (!Files.exists(file)) return Optional.empty();
        var manifest = Json.MAPPER.readValue(file.toFile(), Manifest.class);
        return manifest.accountId() == account.accountId() ? Optional.of(manifest) : Optional.empty();
    }

    /** @param moves a file's place in the folder, by its place in the staging folder; nothing for a file that goes */
    void commit(Manifest manifest, Map<Path, Optional<Path>> moves) throws IOException {
        var told = new LinkedHashMap<String, String>();
        moves.forEach((to, from) -> told.put(
                folder.relativize(to).toString(),
                from.map(file -> staging().relativize(file).toString()).orElse(GONE)));
        var staged = staging().resolve("manifest.json");
        Json.MAPPER.writeValue(staged.toFile(), manifest);
        told.put(folder.relativize(manifest(manifest.account())).toString(), "manifest.json");
        var written = staging().resolve("journal.json");
        Json.MAPPER.writeValue(written.toFile(), told);
        Files.move(written, journal(), StandardCopyOption.ATOMIC_MOVE);
        finish();
    }

    private void finish() throws IOException {
        for (var move : Json.MAPPER.readValue(journal().toFile(), MOVES).entrySet()) {
            var to = folder.resolve(move.getKey());
            if (move.getValue().equals(GONE)) remove(to);
            else place(staging().resolve(move.getValue()), to);
        }
        Files.delete(journal());
    }

    private static void place(Path from, Path to) throws IOException {
        if (!Files.exists(from)) return;
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        try (var left = Files.list(file.getParent())) {
            if (left.findAny().isPresent()) return;
        } catch (java.nio.file.NoSuchFileException gone) {
            return;
        }
        Files.deleteIfExists(file.getParent());
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Folders.remove(staging());
            lock.release();
        }
    }
}
