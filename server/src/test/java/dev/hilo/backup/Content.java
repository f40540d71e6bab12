package dev.hilo.backup;

import dev.hilo.attachments.BlobStore;
import dev.hilo.attachments.FolderStore;
import dev.hilo.db.DatabaseUrl;
import dev.hilo.db.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** A database's content, with all that is hard to carry: made, and looked at. */
final class Content {

    /** Tables as a later schema may have them: circles of foreign keys, computed columns, triggers, odd names. */
    private static final String ODDITIES = """
            create table hen (id bigint primary key, egg bigint);
            create table egg (id bigint primary key, hen bigint references hen);
            alter table hen add foreign key (egg) references egg deferrable;
            create table "Odd ""Name" (
              id bigint generated always as identity primary key,
              "Some Text" text,
              length integer generated always as (length("Some Text")) stored,
              parent bigint references "Odd ""Name",
              written timestamptz default now());
            create function stamp() returns trigger language plpgsql as
              'begin new.written := clock_timestamp(); return new; end';
            create trigger stamp before insert on "Odd ""Name" for each row execute function stamp();
            """;

    private static final String ROWS = """
            insert into accounts (subdomain, name, supported_languages, created_at) values
              ('acme', E'Acme\\ttab\\nline \\\\ back\\\\N', '{es,"with \\"quote\\"",null}', '2026-03-29 01:30:00.123456+00'),
              ('bueno', '¿Ñandú? 🦤', '{}', 'epoch');
            insert into companies (account_id, name, custom_fields, renewal_date, created_at, updated_at)
              select account_id, 'Company ' || n, jsonb_build_object('n', n, 'text', E'\\u00e9"\\\\'), '2027-01-31', now(), now()
              from accounts, generate_series(1, 50) n;
            insert into contacts (account_id, name, email, company_id, created_at, updated_at)
              select account_id, name, 'c' || id || '@acme.test', id, created_at, updated_at from companies;
            insert into hen select n from generate_series(1, 3) n;
            insert into egg select n, n from generate_series(1, 3) n;
            update hen set egg = id;
            insert into "Odd ""Name" ("Some Text", parent) values ('first', 1), (null, 1), ('', 2);
            """;

    private Content() {}

    static DatabaseUrl prepare(DatabaseUrl url) throws SQLException {
        Migrations.run(url);
        execute(url, ODDITIES);
        return url;
    }

    static DatabaseUrl fill(DatabaseUrl url) throws SQLException {
        execute(url, ROWS);
        return url;
    }

    static void execute(DatabaseUrl url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For each table and each sequence, what it holds. */
    static Map<String, String> of(DatabaseUrl url) throws SQLException {
        try (var session = Session.reading(url);
                var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password())) {
            var content = new TreeMap<String, String>();
            for (var table : session.tables()) {
                var sql = "select coalesce(string_agg(t::text, '|' order by t::text collate \"C\"), '') from "
                        + Session.quoted(table.name()) + " t";
                try (var rows = connection.createStatement().executeQuery(sql)) {
                    rows.next();
                    content.put(table.name(), rows.getString(1));
                }
            }
            session.sequences().forEach(sequence -> content.put(sequence.name(), "next " + sequence.next()));
            session.foreignKeys().forEach(key -> content.put(key.table() + key.name(), key.definition()));
            return content;
        }
    }

    static Map<String, String> of(BlobStore blobs) throws IOException {
        var content = new TreeMap<String, String>();
        try (var stored = blobs.list()) {
            for (var blob : stored.toList()) {
                try (var stream = blobs.open(blob.key())) {
                    content.put(blob.key(), Fingerprint.of(stream).sha256());
                }
            }
        }
        return content;
    }

    static FolderStore blobs(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("ab"));
        Files.write(folder.resolve("ab/abcd"), new byte[300_000]);
        Files.writeString(folder.resolve("ab/ñ 1.txt"), "hola");
        Files.createFile(folder.resolve("empty"));
        return new FolderStore(folder);
    }
}
