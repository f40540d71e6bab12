package dev.hilo.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hilo.attachments.BlobStore;
import dev.hilo.db.DatabaseUrl;
import dev.hilo.testing.TestDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedArchiveTest {

    @TempDir
    private static Path folder;

    private static Path whole;
    private static DatabaseUrl target;
    private static BlobStore files;

    private Map<String, String> rowsBefore;
    private Map<String, String> filesBefore;

    @BeforeAll
    static void write() throws Exception {
        whole = folder.resolve("whole.hilo");
        files = Content.blobs(folder.resolve("files"));
        var source = Content.fill(Content.prepare(TestDatabase.blankUrl()));
        new Backup(source, files, Clock.systemUTC()).writeTo(whole);
        target = Content.fill(Content.prepare(TestDatabase.blankUrl()));
        Content.execute(target, "update contacts set name = 'Still here'");
    }

    @BeforeEach
    void look() throws Exception {
        rowsBefore = Content.of(target);
        filesBefore = Content.of(files);
    }

    @AfterEach
    void nothingHasChanged() throws Exception {
        assertThat(Content.of(target)).isEqualTo(rowsBefore);
        assertThat(Content.of(files)).isEqualTo(filesBefore);
    }

    @Test
    void aFlippedByteAnywhereIsRefused() throws IOException {
        var bytes = Files.readAllBytes(whole);
        var random = new Random(7);
        for (var attempt = 0; attempt < 100; attempt++) {
            var damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertRefused(damaged, "checksum is wrong");
        }
    }

    @Test
    void aTruncatedArchiveIsRefused() throws IOException {
        var bytes = Files.readAllBytes(whole);
        for (var length : new int[] {0, 1, 64, 65, bytes.length / 2, bytes.length - 64, bytes.length - 1}) {
            assertRefused(Arrays.copyOf(bytes, length), "checksum is wrong");
        }
    }

    @Test
    void aTableThatIsNotAsTheManifestSaysIsRefused() throws IOException {
        var edited = edited("tables/accounts.copy", text -> text.replace("acme", "evil"));
        assertRefused(edited, "damaged in tables/accounts.copy");
    }

    @Test
    void anUnknownSchemaIsRefused() throws IOException {
        var edited =
                edited(Manifest.ENTRY, text -> text.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"9999\""));
        assertRefused(edited, "does not know");
    }

    @Test
    void anUnknownFormatIsRefused() throws IOException {
        assertRefused(edited(Manifest.ENTRY, text -> text.replace("\"format\" : 1", "\"format\" : 2")), "newer Hilo");
    }

    @Test
    void aFailureInTheMiddleUndoesAll() throws Exception {
        Content.execute(target, "alter table hen add constraint few check (id < 2) not valid");
        rowsBefore = Content.of(target);
        assertThatThrownBy(() -> new Restore(target, files).from(whole, true))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("few");
        Content.execute(target, "alter table hen drop constraint few");
    }

    private static void assertRefused(byte[] bytes, String reason) throws IOException {
        assertRefused(Files.write(folder.resolve("damaged.hilo"), bytes), reason);
    }

    private static void assertRefused(Path archive, String reason) {
        assertThatThrownBy(() -> new Restore(target, files).from(archive, true))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining(reason);
    }

    /** As somebody would who has read how archives are made, the seal included. */
    private static Path edited(String entry, UnaryOperator<String> change) throws IOException {
        var edited = Files.copy(whole, folder.resolve("edited.hilo"), StandardCopyOption.REPLACE_EXISTING);
        try (var zip = FileSystems.newFileSystem(edited)) {
            var path = zip.getPath(entry);
            Files.writeString(path, change.apply(Files.readString(path)));
        }
        try (var channel = FileChannel.open(edited, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.position(channel.size()).write(ByteBuffer.wrap(Seal.BLANK.getBytes()));
            Seal.put(channel);
        }
        return edited;
    }
}
