package dev.hilo.db;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right of one process to a Hilo home, for as long as it lives; the kernel gives it back even after kill -9. */
final class HomeLock implements AutoCloseable {

    /** POSIX drops every lock of a process on a file when it closes any channel of it, so ours are never opened twice. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static HomeLock take(Path folder) {
        try {
            var home = Files.createDirectories(folder).toRealPath();
            if (!HELD.add(home)) {
                throw inUse(home, Long.toString(ProcessHandle.current().pid()));
            }
            return lock(home);
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot write to the folder " + folder + ": " + e, e);
        }
    }

    private static HomeLock lock(Path home) throws IOException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(home.resolve("hilo.lock"), CREATE, READ, WRITE);
            if (channel.tryLock() == null) {
                throw inUse(home, holder(channel));
            }
            sign(channel);
            return new HomeLock(home, channel);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            HELD.remove(home);
            throw e;
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes()));
    }

    private static String holder(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position()).strip();
    }

    private static DatabaseUnavailable inUse(Path home, String pid) {
        return new DatabaseUnavailable("The folder " + home + " is in use by another Hilo (process " + pid
                + "). Stop that one, or set HILO_HOME to another folder.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot release " + home, e);
        } finally {
            HELD.remove(home);
        }
    }
}
