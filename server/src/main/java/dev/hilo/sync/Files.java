package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Upload;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.db.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The files of the other account. Their addresses hold for five minutes: bytes are fetched right after the record that
 * names them was kept, and what is left over is noted and fetched with the next run.
 */
final class Files {

    private static final String RESOURCE = "attachments";
    private static final int MOST_ATTEMPTS = 5;

    /** A file on disk on its way into the store. */
    private record OnDisk(String name, String contentType, Path path) implements Upload {
        @Override
        public long size() {
            try {
                return java.nio.file.Files.size(path);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public InputStream open() throws IOException {
            return java.nio.file.Files.newInputStream(path);
        }
    }

    private final Database database;
    private final Attachments attachments;
    private final Source source;
    private final long accountId;
    private final Progress progress;
    private final boolean wanted;

    Files(
            Database database,
            Attachments attachments,
            Source source,
            long accountId,
            Progress progress,
            boolean wanted) {
        this.database = database;
        this.attachments = attachments;
        this.source = source;
        this.accountId = accountId;
        this.progress = progress;
        this.wanted = wanted;
    }

    /** Notes the files of these records that are not here, and drops those that are not there any more. */
    void expect(Handle handle, Owner kind, Long ticketId, List<JsonNode> owners) {
        if (!wanted || owners.isEmpty()) return;
        var ids = new ArrayList<Long>();
        var ownerIds =
                owners.stream().map(owner -> owner.path("id").longValue()).toList();
        for (var owner : owners) {
            for (var file : owner.path("attachments")) {
                ids.add(file.path("id").longValue());
                note(handle, kind, owner.path("id").longValue(), ticketId, file);
            }
        }
        attachments.deleteBut(handle, accountId, kind, ownerIds, ids);
    }

    private void note(Handle handle, Owner kind, long ownerId, Long ticketId, JsonNode file) {
        handle.createUpdate("""
                        insert into sync_files (account_id, id, owner_kind, owner_id, ticket_id, name, content_type, size,
                          created_at, updated_at)
                        select :accountId, :id, :kind, :ownerId, :ticketId, :name, :type, :size, :createdAt, :updatedAt
                        where not exists (select from attachments a where a.account_id = :accountId and a.id = :id)
                        on conflict do nothing
                        """)
                .bind("accountId", accountId)
                .bind("id", file.path("id").longValue())
                .bind("kind", kind.name())
                .bind("ownerId", ownerId)
                .bind("ticketId", ticketId)
                .bind("name", file.path("name").asText("file"))
                .bind("type", file.path("content_type").asText("application/octet-stream"))
                .bind("size", file.path("size").asLong())
                .bind("createdAt", time(file, "created_at"))
                .bind("updatedAt", time(file, "updated_at"))
                .execute();
    }

    private static Instant time(JsonNode file, String name) {
        return file.hasNonNull(name) ? Instant.parse(file.get(name).asText()) : Instant.EPOCH;
    }

    /** Fetches the bytes of the files of these records that are not here. */
    void fetch(Owner kind, Long ticketId, List<JsonNode> owners) {
        if (!wanted) return;
        boolean any =
                owners.stream().anyMatch(owner -> !owner.path("attachments").isEmpty());
        if (!any) return;
        var missing = new HashSet<>(database.read(h -> h.createQuery("""
                        select id from sync_files where account_id = ? and owner_kind = ? and attempts < ?
                        """)
                .bind(0, accountId)
                .bind(1, kind.name())
                .bind(2, MOST_ATTEMPTS)
                .mapTo(Long.class)
                .list()));
        for (var owner : owners) {
            for (var file : owner.path("attachments")) {
                if (missing.contains(file.path("id").longValue())) {
                    fetch(kind, owner.path("id").longValue(), ticketId, file);
                }
            }
        }
    }

    private void fetch(Owner kind, long ownerId, Long ticketId, JsonNode file) {
        long id = file.path("id").longValue();
        Path path = null;
        try {
            path = java.nio.file.Files.createTempFile("hilo-mirror", ".part");
            source.fetch(file, path);
            long size = java.nio.file.Files.size(path);
            if (file.hasNonNull("size") && size != file.get("size").longValue()) {
                throw new IOException("It has " + size + " bytes and should have " + file.get("size"));
            }
            keep(kind, ownerId, ticketId, file, path);
        } catch (IOException | RuntimeException e) {
            progress.note(RESOURCE, "No. " + id + " cannot be fetched: " + ListReading.reason(e));
            failed(id, ListReading.reason(e));
        } finally {
            delete(path);
        }
    }

    private void keep(Owner kind, long ownerId, Long ticketId, JsonNode file, Path path) {
        long id = file.path("id").longValue();
        var upload = new OnDisk(
                file.path("name").asText("file"), file.path("content_type").asText(null), path);
        try (var staged = attachments.stage(accountId, List.of(upload))) {
            database.run(handle -> {
                Landing.announce(handle, RESOURCE);
                attachments.attachAs(
                        handle,
                        accountId,
                        id,
                        kind,
                        ownerId,
                        ticketId,
                        staged,
                        time(file, "created_at"),
                        time(file, "updated_at"));
                handle.execute("delete from sync_files where account_id = ? and id = ?", accountId, id);
            });
        }
        progress.landed(RESOURCE, 1, new Landing.Landed(1, 0));
    }

    private void failed(long id, String trouble) {
        database.run(h -> h.execute(
                "update sync_files set attempts = attempts + 1, trouble = ? where account_id = ? and id = ?",
                trouble,
                accountId,
                id));
    }

    private static void delete(Path path) {
        try {
            if (path != null) java.nio.file.Files.deleteIfExists(path);
        } catch (IOException e) {
            // it lies in the folder for temporary files
        }
    }

    /** Tickets with files on their entries that are still to be fetched. */
    List<Long> ticketsWithFilesToFetch() {
        if (!wanted) return List.of();
        return database.read(h -> h.createQuery("""
                        select distinct ticket_id from sync_files
                        where account_id = ? and attempts < ? and owner_kind = 'CONVERSATION' order by 1 limit 200
                        """)
                .bind(0, accountId)
                .bind(1, MOST_ATTEMPTS)
                .mapTo(Long.class)
                .list());
    }
}
