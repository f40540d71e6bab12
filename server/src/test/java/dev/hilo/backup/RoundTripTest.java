package dev.hilo.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hilo.attachments.BlobStore;
import dev.hilo.attachments.FolderStore;
import dev.hilo.db.DatabaseUrl;
import dev.hilo.db.Migrations;
import dev.hilo.testing.ExternalPostgres;
import dev.hilo.testing.TestDatabase;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {

    @TempDir
    private Path folder;

    @Test
    void fromTheEmbeddedDatabaseToAnotherPostgresAndBackEveryRowIsTheSame() throws Exception {
        var files = Content.blobs(folder.resolve("first"));
        var embedded = Content.fill(Content.prepare(TestDatabase.blankUrl()));
        try (var server = ExternalPostgres.start()) {
            var external = Content.prepare(server.database("hilo"));
            var moved = move(embedded, files, external, "second");
            assertThat(Content.of(external)).isEqualTo(Content.of(embedded));
            assertThat(Content.of(moved)).isEqualTo(Content.of(files)).hasSize(3);

            var returned = Content.prepare(TestDatabase.blankUrl());
            move(external, moved, returned, "third");
            assertThat(Content.of(returned)).isEqualTo(Content.of(embedded));
        }
    }

    private BlobStore move(DatabaseUrl from, BlobStore files, DatabaseUrl to, String name) {
        var archive = folder.resolve(name + ".hilo");
        var target = new FolderStore(folder.resolve(name));
        var written = new Backup(from, files, Clock.systemUTC()).writeTo(archive);
        assertThat(new Restore(to, target).from(archive, false)).isEqualTo(written);
        return target;
    }

    @Test
    void aBlankDatabaseGetsItsSchemaFirst() throws Exception {
        var archive = folder.resolve("backup.hilo");
        var source = TestDatabase.freshUrl();
        Content.execute(source, "insert into accounts (subdomain, name, created_at) values ('acme', 'Acme', now())");
        new Backup(source, noFiles(), Clock.systemUTC()).writeTo(archive);

        var blank = TestDatabase.blankUrl();
        new Restore(blank, noFiles()).from(archive, false);
        assertThat(Content.of(blank)).isEqualTo(Content.of(source));
    }

    @Test
    void anArchiveOfAnOlderSchemaIsBroughtUpToDateInABlankDatabaseOnly() throws Exception {
        var archive = folder.resolve("backup.hilo");
        var source = TestDatabase.blankUrl();
        Migrations.runTo("1", source);
        Content.execute(source, "insert into accounts (subdomain, name, created_at) values ('acme', 'Acme', now())");
        assertThat(new Backup(source, noFiles(), Clock.systemUTC())
                        .writeTo(archive)
                        .schema())
                .isEqualTo("1");

        assertThatThrownBy(() -> new Restore(TestDatabase.freshUrl(), noFiles()).from(archive, false))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("Restore into a new database");

        var blank = TestDatabase.blankUrl();
        new Restore(blank, noFiles()).from(archive, false);
        Migrations.run(source);
        assertThat(Content.of(blank)).isEqualTo(Content.of(source));
    }

    @Test
    void theNextIdFollowsTheLastOne() throws Exception {
        var archive = folder.resolve("backup.hilo");
        var source = Content.fill(Content.prepare(TestDatabase.blankUrl()));
        new Backup(source, noFiles(), Clock.systemUTC()).writeTo(archive);

        var target = Content.prepare(TestDatabase.blankUrl());
        new Restore(target, noFiles()).from(archive, false);
        Content.execute(target, "insert into accounts (subdomain, name, created_at) values ('new', 'New', now())");
        Content.execute(target, "insert into \"Odd \"\"Name\" (parent) values (null)");
    }

    @Test
    void aDatabaseWithAccountsIsReplacedOnlyByForce() throws Exception {
        var archive = folder.resolve("backup.hilo");
        var source = Content.fill(Content.prepare(TestDatabase.blankUrl()));
        new Backup(source, noFiles(), Clock.systemUTC()).writeTo(archive);
        var target = Content.fill(Content.prepare(TestDatabase.blankUrl()));
        Content.execute(target, "update contacts set name = 'Other'");
        var before = Content.of(target);

        var restore = new Restore(target, noFiles());
        assertThatThrownBy(() -> restore.from(archive, false))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("has accounts already");
        assertThat(Content.of(target)).isEqualTo(before);

        restore.from(archive, true);
        assertThat(Content.of(target)).isEqualTo(Content.of(source));
    }

    @Test
    void anArchiveIsItsOwnersAloneAndNeverOverwritten() throws Exception {
        var archive = folder.resolve("backup.hilo");
        var backup = new Backup(TestDatabase.freshUrl(), noFiles(), Clock.systemUTC());
        backup.writeTo(archive);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> backup.writeTo(archive))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("exists already");
    }

    @Test
    void aBackupThatFailsLeavesNoFile() {
        var unreachable = new DatabaseUrl("jdbc:postgresql://127.0.0.1:1/hilo", "hilo", "");
        assertThatThrownBy(
                        () -> new Backup(unreachable, noFiles(), Clock.systemUTC()).writeTo(folder.resolve("b.hilo")))
                .isInstanceOf(BackupFailed.class);
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void whatIsWrittenDuringABackupIsNotInIt() throws Exception {
        var source = Content.fill(Content.prepare(TestDatabase.blankUrl()));
        try (var session = Session.reading(source)) {
            var contacts = session.tables().stream()
                    .filter(table -> table.name().equals("contacts"))
                    .findFirst()
                    .orElseThrow();
            Content.execute(source, "delete from contacts");
            assertThat(session.copyOut(contacts, OutputStream.nullOutputStream()))
                    .isEqualTo(100);
        }
    }

    private BlobStore noFiles() {
        return new FolderStore(folder.resolve("no-files"));
    }
}
