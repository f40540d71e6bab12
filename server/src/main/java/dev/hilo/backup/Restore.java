package dev.hilo.backup;

import dev.hilo.attachments.BlobStore;
import dev.hilo.db.DatabaseUrl;
import dev.hilo.db.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/**
 * Fills a database and a store of files from an archive. The whole archive is checked first; the rows are loaded in one
 * transaction. So a damaged archive, or a failure on the way, changes nothing.
 */
public final class Restore {

    private final DatabaseUrl database;
    private final BlobStore blobs;

    public Restore(DatabaseUrl database, BlobStore blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /**
     * @param replace whether a database that has accounts may lose them
     * @throws BackupFailed if the archive is damaged or of another schema, or the database is not empty
     */
    public Manifest from(Path file, boolean replace) {
        try (var archive = Archive.open(file)) {
            var manifest = archive.manifest();
            requireKnown(manifest);
            Migrations.runTo(manifest.schema(), database);
            load(archive, replace);
            Migrations.run(database);
            return manifest;
        } catch (IOException | SQLException | JdbiException e) {
            throw new BackupFailed("The backup could not be restored: " + e.getMessage(), e);
        }
    }

    private void requireKnown(Manifest manifest) {
        if (!Migrations.isKnown(manifest.schema(), database)) {
            throw new BackupFailed("The archive is of schema " + manifest.schema() + ", written by Hilo "
                    + manifest.hilo() + ", which this Hilo does not know. Use a newer Hilo.");
        }
    }

    private void load(Archive archive, boolean replace) throws IOException, SQLException {
        try (var session = Session.writing(database)) {
            requireSame(session.schemaVersion(), archive.manifest().schema());
            if (session.hasAccounts() && !replace) {
                throw new BackupFailed("The database has accounts already. Restore into an empty one, or use --force,"
                        + " which deletes all that it holds.");
            }
            files(archive);
            tables(archive, session);
            session.commit();
        }
    }

    private static void requireSame(String database, String archive) {
        if (!database.equals(archive)) {
            throw new BackupFailed("The archive is of schema " + archive + ", the database of schema " + database
                    + ". Restore into a new database: it is brought up to date afterwards.");
        }
    }

    private void files(Archive archive) throws IOException {
        for (var file : archive.manifest().files()) {
            try (var content = archive.open(file.entry())) {
                blobs.put(file.name(), content, file.bytes());
            }
        }
    }

    private static void tables(Archive archive, Session session) throws IOException, SQLException {
        var present = session.tables().stream().map(TableColumns::name).toList();
        var keys = session.foreignKeys();
        keys.forEach(key -> session.execute(key.drop()));
        session.execute("truncate " + Session.quoted(present));
        for (var table : archive.manifest().tables()) {
            load(archive, session, table);
        }
        keys.forEach(key -> session.execute(key.make()));
        for (var sequence : archive.manifest().sequences()) {
            // Unlike setval, this is undone with the transaction.
            session.execute("alter sequence " + Session.quoted(sequence.name()) + " restart with " + sequence.next());
        }
        session.execute("analyze");
    }

    private static void load(Archive archive, Session session, Manifest.Table table) throws IOException, SQLException {
        var name = Session.quoted(table.name());
        session.execute("alter table " + name + " disable trigger user");
        try (var rows = archive.open(table.entry())) {
            var loaded = session.copyIn(new TableColumns(table.name(), table.columns()), rows);
            if (loaded != table.rows()) {
                throw new BackupFailed(table.name() + " has " + loaded + " rows instead of " + table.rows());
            }
        }
        session.execute("alter table " + name + " enable trigger user");
    }
}
