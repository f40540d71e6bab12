package dev.hilo.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStoreTest extends BlobStoreContract {

    @TempDir
    Path home;

    private Path folder() {
        return home.resolve("attachments");
    }

    @Override
    BlobStore store() {
        return new FolderStore(folder());
    }

    @Test
    void files_and_folders_are_their_owners_alone() throws IOException {
        put("7-ab/1f/secret", bytes("x"));

        try (var paths = Files.walk(folder())) {
            assertThat(paths).hasSizeGreaterThan(3).allSatisfy(path -> {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                assertThat(permissions).as(path.toString()).endsWith("------");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "/etc/passwd", "", ".", "a/../../out", ".unfinished/a"})
    void no_key_leads_out_of_the_folder(String key) {
        assertThatThrownBy(() -> put(key, bytes("x"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store().open(key)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store().delete(key)).isInstanceOf(IOException.class);
    }

    @Test
    void what_a_writer_that_died_has_left_goes_after_a_day() throws IOException {
        put("7-ab/1f/kept", bytes("x"));
        var old = Files.writeString(folder().resolve(".unfinished/old"), "half");
        var fresh = Files.writeString(folder().resolve(".unfinished/fresh"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(90_000)));

        assertThat(keys()).containsExactly("7-ab/1f/kept");

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }
}
