package dev.hilo.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store does. */
abstract class BlobStoreContract {

    abstract BlobStore store();

    @Test
    void what_is_put_comes_back() throws IOException {
        var content = new byte[3_000_000];
        new Random(1).nextBytes(content);

        put("7-ab/1f/large", content);
        put("7-ab/2f/empty", new byte[0]);

        assertThat(read("7-ab/1f/large")).isEqualTo(content);
        assertThat(read("7-ab/2f/empty")).isEmpty();
    }

    @Test
    void the_later_of_two_with_the_same_key_stays() throws IOException {
        put("7-ab/1f/twice", bytes("first"));
        put("7-ab/1f/twice", bytes("second"));

        assertThat(read("7-ab/1f/twice")).isEqualTo(bytes("second"));
        assertThat(keys()).containsExactly("7-ab/1f/twice");
    }

    @Test
    void an_unknown_key_says_so() {
        assertThatThrownBy(() -> store().open("7-ab/1f/none")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void what_is_deleted_is_gone_and_deleting_it_again_is_harmless() throws IOException {
        put("7-ab/1f/gone", bytes("x"));

        store().delete("7-ab/1f/gone");
        store().delete("7-ab/1f/gone");

        assertThatThrownBy(() -> store().open("7-ab/1f/gone")).isInstanceOf(NoSuchFileException.class);
        assertThat(keys()).isEmpty();
    }

    @Test
    void the_list_has_everything_with_its_size_and_time() throws IOException {
        assertThat(keys()).isEmpty();
        var before = Instant.now().minusSeconds(5);
        for (int i = 0; i < 7; i++) put("7-ab/0" + i + "/ñ & <" + i + ">", new byte[i]);

        try (var blobs = store().list()) {
            assertThat(blobs.sorted((a, b) -> a.key().compareTo(b.key())).toList())
                    .hasSize(7)
                    .allSatisfy(blob -> assertThat(blob.storedAt()).isAfter(before))
                    .allSatisfy(blob -> assertThat(blob.key()).endsWith("<" + blob.size() + ">"));
        }
    }

    @Test
    void content_that_breaks_off_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> store().put("7-ab/1f/short", new ByteArrayInputStream(bytes("short")), 100))
                .isInstanceOf(IOException.class);

        assertThat(keys()).isEmpty();
    }

    final void put(String key, byte[] content) throws IOException {
        store().put(key, new ByteArrayInputStream(content), content.length);
    }

    final byte[] read(String key) throws IOException {
        try (var in = store().open(key)) {
            return in.readAllBytes();
        }
    }

    final List<String> keys() throws IOException {
        try (var blobs = store().list()) {
            return blobs.map(Blob::key).toList();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
