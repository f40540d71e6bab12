package dev.hilo.backup;

import dev.hilo.attachments.Blob;
import dev.hilo.attachments.BlobStore;
import dev.hilo.db.DatabaseUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/**
 * Writes all of a Hilo into one archive: every table as it was at one moment, the sequences and the attached files.
 * Hilo may go on working meanwhile. Memory does not grow with the rows, only (by a few hundred bytes) with each file.
 */
public final class Backup {

    private final DatabaseUrl database;
    private final BlobStore blobs;
    private final Clock clock;

    public Backup(DatabaseUrl database, BlobStore blobs, Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** @throws BackupFailed if the file exists or cannot be written; then there is none */
    public Manifest writeTo(Path file) {
        try (var archive = ArchiveWriter.create(file.toAbsolutePath());
                var session = Session.reading(database)) {
            var manifest = write(archive, session);
            archive.finish(manifest);
            return manifest;
        } catch (IOException | SQLException | JdbiException e) {
            throw new BackupFailed("The backup could not be written: " + e.getMessage(), e);
        }
    }

    /** Files after the rows that name them: a file that comes later is one too many, never one too few. */
    private Manifest write(ArchiveWriter archive, Session session) throws IOException, SQLException {
        return new Manifest(
                Manifest.FORMAT,
                hilo(),
                session.schemaVersion(),
                clock.instant().toString(),
                tables(archive, session),
                session.sequences(),
                files(archive));
    }

    private static String hilo() {
        return Optional.ofNullable(Backup.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private static List<Manifest.Table> tables(ArchiveWriter archive, Session session)
            throws IOException, SQLException {
        var tables = session.tables();
        session.execute("lock table "
                + Session.quoted(tables.stream().map(TableColumns::name).toList()) + " in access share mode");
        var written = new ArrayList<Manifest.Table>();
        for (var table : tables) {
            written.add(table(archive, session, table));
        }
        return written;
    }

    private static Manifest.Table table(ArchiveWriter archive, Session session, TableColumns table)
            throws IOException, SQLException {
        var draft = new Manifest.Table(table.name(), table.columns(), 0, 0, "");
        var rows = new long[1];
        var print = archive.<SQLException>add(draft.entry(), stream -> rows[0] = session.copyOut(table, stream));
        return new Manifest.Table(table.name(), table.columns(), rows[0], print.bytes(), print.sha256());
    }

    private List<Manifest.File> files(ArchiveWriter archive) throws IOException {
        var written = new ArrayList<Manifest.File>();
        try (var stored = blobs.list()) {
            for (var blob : (Iterable<Blob>) stored::iterator) {
                var name = blob.key();
                try (var content = blobs.open(name)) {
                    written.add(file(archive, name, content));
                } catch (NoSuchFileException deletedMeanwhile) {
                    continue;
                }
            }
        }
        return written;
    }

    private static Manifest.File file(ArchiveWriter archive, String name, InputStream content) throws IOException {
        var draft = new Manifest.File(name, 0, "");
        var print = archive.<IOException>add(draft.entry(), content::transferTo);
        return new Manifest.File(name, print.bytes(), print.sha256());
    }
}
