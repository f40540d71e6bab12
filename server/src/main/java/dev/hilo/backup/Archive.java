package dev.hilo.backup;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An archive of which every byte has been checked. */
final class Archive implements AutoCloseable {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws BackupFailed if a byte is not as it was written, or something is missing */
    static Archive open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupFailed("There is no file " + file);
        }
        if (!Seal.isIntact(file)) {
            throw new BackupFailed(file + " is no backup of Hilo, or is damaged or incomplete: its checksum is wrong");
        }
        var zip = new ZipFile(file.toFile());
        try {
            var archive = new Archive(zip, manifest(zip));
            archive.requireComplete(fingerprints(archive.manifest));
            return archive;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new BackupFailed(zip.getName() + " is no backup of Hilo: it has no manifest");
        }
        try (var content = zip.getInputStream(entry)) {
            var tree = JSON.readTree(content);
            if (tree.path("format").asInt() != Manifest.FORMAT) {
                throw new BackupFailed(
                        zip.getName() + " is of a format that this Hilo does not know. Use a newer Hilo.");
            }
            return JSON.treeToValue(tree, Manifest.class);
        }
    }

    private static Map<String, Fingerprint> fingerprints(Manifest manifest) {
        return Stream.concat(
                        manifest.tables().stream()
                                .map(table -> Map.entry(table.entry(), new Fingerprint(table.bytes(), table.sha256()))),
                        manifest.files().stream()
                                .map(file -> Map.entry(file.entry(), new Fingerprint(file.bytes(), file.sha256()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void requireComplete(Map<String, Fingerprint> expected) throws IOException {
        var names = new HashSet<>(expected.keySet());
        names.add(Manifest.ENTRY);
        if (!names.equals(entries())) {
            throw new BackupFailed(zip.getName() + " does not hold what its manifest says");
        }
        for (var entry : expected.entrySet()) {
            try (var content = open(entry.getKey())) {
                if (!Fingerprint.of(content).equals(entry.getValue())) {
                    throw new BackupFailed(zip.getName() + " is damaged in " + entry.getKey());
                }
            }
        }
    }

    private Set<String> entries() {
        return zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream open(String entry) throws IOException {
        return zip.getInputStream(zip.getEntry(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
