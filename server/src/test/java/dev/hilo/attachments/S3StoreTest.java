package dev.hilo.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hilo.config.Attachments.Bucket;
import dev.hilo.config.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3StoreTest extends BlobStoreContract {

    private S3StandIn s3;
    private BlobStore store;

    @BeforeEach
    void start() throws IOException {
        s3 = S3StandIn.start("files");
        store = store("help/desk", "correct");
    }

    @AfterEach
    void stop() {
        store.close();
        s3.close();
    }

    private BlobStore store(String prefix, String secret) {
        return BlobStore.of(
                new Bucket("files", prefix, Optional.of(s3.address()), "us-east-1", "HILOKEY", new Secret(secret)));
    }

    @Override
    BlobStore store() {
        return store;
    }

    @Test
    void objects_lie_under_the_prefix_and_nothing_else_is_listed() throws IOException {
        put("7-ab/1f/mine", bytes("x"));
        try (var root = store("", "correct")) {
            root.put("elsewhere", InputStream.nullInputStream(), 0);
        }

        assertThat(s3.keys()).containsExactly("elsewhere", "help/desk/7-ab/1f/mine");
        assertThat(keys()).containsExactly("7-ab/1f/mine");
    }

    @Test
    void bytes_go_out_before_the_last_has_come_in() throws IOException {
        long size = 40L << 20;

        store.put(
                "7-ab/1f/large",
                new Bytes(size, () -> assertThat(s3.bytesReceived()).isPositive()),
                size);

        assertThat(s3.size("help/desk/7-ab/1f/large")).isEqualTo(size);
    }

    /** As many bytes as said; halfway something is looked at. */
    private static final class Bytes extends InputStream {
        private final long size;
        private final Runnable halfway;
        private long given;

        Bytes(long size, Runnable halfway) {
            this.size = size;
            this.halfway = halfway;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (given == size) return -1;
            int now = (int) Math.min(length, size - given);
            if (given < size / 2 && given + now >= size / 2) halfway.run();
            given += now;
            return now;
        }
    }

    @Test
    void a_bucket_that_refuses_is_an_error_without_the_secret_in_it() {
        try (var locked = store("", "wrong-secret")) {
            assertThatThrownBy(() -> locked.put("a", InputStream.nullInputStream(), 0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("SignatureDoesNotMatch")
                    .hasMessageNotContaining("wrong-secret");
        }
    }
}
