package dev.hilo.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.client.Form;
import dev.hilo.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    @TempDir
    Path folder;

    TestServer server;
    BlobStore store;
    String own;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start();
        store = new FolderStore(folder);
        own = server.hilo().attachments().folder(server.acme().accountId());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void only_old_bytes_of_this_installation_that_nothing_has_are_deleted() throws Exception {
        var attached = attachedKeys();
        for (String key : attached) put(key, 48);
        put(own + "/0f/orphan", 25);
        put(own + "/0f/just-staged", 23);
        put(server.acme().accountId() + "-0badcafe/0f/of-another-installation", 1000);
        put("a-stranger", 1000);

        var hilo = server.hilo();
        new Sweep(server.database(), hilo.accounts(), hilo.attachments(), store, Clock.systemUTC()).run();

        assertThat(attached).hasSize(2);
        try (var blobs = store.list()) {
            assertThat(blobs.map(Blob::key))
                    .contains(own + "/0f/just-staged", "a-stranger")
                    .containsAll(attached)
                    .anyMatch(key -> key.endsWith("of-another-installation"))
                    .noneMatch(key -> key.endsWith("orphan"));
        }
    }

    private void put(String key, int hoursAgo) throws IOException {
        store.put(key, new ByteArrayInputStream(new byte[1]), 1);
        Files.setLastModifiedTime(
                folder.resolve(key), FileTime.from(Instant.now().minusSeconds(3600L * hoursAgo)));
    }

    private List<String> attachedKeys() throws IOException {
        var ada = server.admin();
        var ticket = ada.post(
                "/tickets",
                Map.of("subject", "s", "description", "d", "email", "c@customer.test", "status", 2, "priority", 1));
        var note = new Form().with("body", "two files");
        for (String name : List.of("a.txt", "b.txt")) note.file("attachments[]", name, new byte[1], "text/plain");
        ada.post("/tickets/" + ticket.json().get("id") + "/notes", note);
        try (var blobs = server.hilo().blobs().list()) {
            return blobs.map(Blob::key).filter(key -> key.startsWith(own)).toList();
        }
    }
}
