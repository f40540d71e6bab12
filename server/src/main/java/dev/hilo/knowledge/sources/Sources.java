package dev.hilo.knowledge.sources;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Secrets;
import dev.hilo.api.AddKnowledgeFiles;
import dev.hilo.api.CreateKnowledgeSource;
import dev.hilo.api.FieldError;
import dev.hilo.api.KnowledgeDocument;
import dev.hilo.api.KnowledgeSource;
import dev.hilo.api.UpdateKnowledgeSource;
import dev.hilo.api.Upload;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.knowledge.Outside;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The sources of an account: made, changed, read and taken away. */
public final class Sources {

    private static final int MOST = 50;
    private static final int USUAL_HOURS = 24;
    private static final int MOST_HOURS = 24 * 30;

    private final Database database;
    private final Secrets secrets;
    private final Outside outside;
    private final ReadSources reader;
    private final List<Path> folders;
    private final Clock clock;

    public Sources(
            Database database, Secrets secrets, Outside outside, ReadSources reader, List<Path> folders, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.outside = outside;
        this.reader = reader;
        this.folders = folders;
        this.clock = clock;
    }

    Page<KnowledgeSource> list(Caller caller, Paging paging) {
        var rows = database.read(
                h -> h.attach(SourceStore.class).list(caller.accountId(), paging.limit(), paging.offset()));
        var page = Page.of(rows, paging);
        return new Page<>(page.items().stream().map(SourceRow::view).toList(), page.hasMore());
    }

    KnowledgeSource view(Caller caller, long id) {
        return database.read(h -> find(h, caller, id)).view();
    }

    private static SourceRow find(Handle handle, Caller caller, long id) {
        return handle.attach(SourceStore.class).find(caller.accountId(), id).orElseThrow(Refusal.NotFound::new);
    }

    KnowledgeSource create(Caller caller, CreateKnowledgeSource asked) {
        int everyHours = asked.everyHours() == null ? USUAL_HOURS : asked.everyHours();
        String address = trimmed(asked.address());
        check(asked.kind(), address, asked.place(), asked.reader(), asked.key(), everyHours);
        var made = database.write(h -> {
            var store = h.attach(SourceStore.class);
            if (store.count(caller.accountId()) >= MOST) {
                throw new Refusal.Invalid(FieldError.invalid("kind", "An account has " + MOST + " sources at most"));
            }
            var settings = new SourceStore.Settings(
                    asked.name(),
                    address,
                    asked.place(),
                    asked.reader(),
                    seal(h, caller, asked.key()),
                    Boolean.TRUE.equals(asked.forCustomers()),
                    asked.language(),
                    asked.active() == null || asked.active(),
                    everyHours);
            return find(h, caller, store.insert(caller.accountId(), asked.kind(), settings, clock.instant()));
        });
        if (made.active() && !made.kind().equals("files")) reader.soon(made.accountId(), made.id());
        return made.view();
    }

    KnowledgeSource update(Caller caller, long id, UpdateKnowledgeSource asked) {
        return database.write(h -> {
            var row = find(h, caller, id);
            String address = trimmed(asked.address().or(row.address()));
            String place = asked.place().or(row.place());
            String readerName = asked.reader().or(row.reader());
            Integer everyHours = asked.everyHours().or(row.everyHours());
            String key =
                    asked.key().isPresent() ? asked.key().value() : row.sealedKey() == null ? null : opened(h, row);
            var problems = new Problems();
            problems.addIf(asked.name().or(row.name()) == null, FieldError.cleared("name", "String"));
            problems.refuse();
            check(row.kind(), address, place, readerName, key, everyHours == null ? USUAL_HOURS : everyHours);
            boolean forCustomers = Boolean.TRUE.equals(asked.forCustomers().or(row.forCustomers()));
            var settings = new SourceStore.Settings(
                    asked.name().or(row.name()),
                    address,
                    place,
                    readerName,
                    seal(h, caller, key),
                    forCustomers,
                    asked.language().or(row.language()),
                    Boolean.TRUE.equals(asked.active().or(row.active())),
                    everyHours == null ? USUAL_HOURS : everyHours);
            h.attach(SourceStore.class).update(caller.accountId(), id, settings, clock.instant());
            if (forCustomers != row.forCustomers()) {
                outside.tell(h, caller.accountId(), row.passages(), forCustomers);
            }
            return find(h, caller, id).view();
        });
    }

    private static String trimmed(String address) {
        return address == null ? null : address.strip().replaceFirst("(?<=[^/])/+$", "");
    }

    private byte[] seal(Handle handle, Caller caller, String key) {
        if (key == null) return null;
        return secrets.of(handle, caller.accountId()).seal(ReadSources.KEY, key.getBytes(StandardCharsets.UTF_8));
    }

    private String opened(Handle handle, SourceRow row) {
        return new String(
                secrets.of(handle, row.accountId()).open(ReadSources.KEY, row.sealedKey()), StandardCharsets.UTF_8);
    }

    private void check(String kind, String address, String place, String readerName, String key, int everyHours) {
        var problems = new Problems();
        problems.addIf(
                everyHours < 1 || everyHours > MOST_HOURS,
                FieldError.invalid("every_hours", "It should be from 1 to " + MOST_HOURS));
        switch (kind) {
            case "folder" ->
                problems.addIf(
                        !isAllowed(address),
                        FieldError.invalid(
                                "address", "It should be a folder within those that HILO_KNOWLEDGE_FOLDERS allows"));
            case "site" -> problems.addIf(!isAddress(address), notAnAddress());
            case "confluence" -> {
                problems.addIf(!isAddress(address), notAnAddress());
                problems.addIf(isBlank(place), FieldError.invalid("place", "It should be the key of a space"));
                problems.addIf(isBlank(key), FieldError.invalid("key", "It should be a token"));
            }
            case "google_docs" -> {
                problems.addIf(address != null && !isAddress(address), notAnAddress());
                problems.addIf(isBlank(place), FieldError.invalid("place", "It should be the id of a folder"));
                problems.addIf(
                        !isKeyFile(key),
                        FieldError.invalid("key", "It should be the JSON key file of a service account, as text"));
            }
            default -> {}
        }
        problems.refuse();
    }

    private static FieldError notAnAddress() {
        return FieldError.invalid("address", "It should be an http or https address without a log-in");
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private boolean isAllowed(String address) {
        try {
            return address != null && new FolderConnector(Path.of(address), folders).isAllowed();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isAddress(String address) {
        try {
            var uri = new URI(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (Exception e) {
            return false;
        }
    }

    private static boolean isKeyFile(String key) {
        try {
            return key != null && GoogleDocsConnector.key(key) != null;
        } catch (SourceTrouble trouble) {
            return false;
        }
    }

    void delete(Caller caller, long id) {
        database.run(h -> {
            var row = find(h, caller, id);
            var store = h.attach(SourceStore.class);
            outside.takeOut(h, caller.accountId(), row.passages(), store.keys(caller.accountId(), id));
            store.delete(caller.accountId(), id);
        });
    }

    /** Reads it as soon as may be. */
    KnowledgeSource read(Caller caller, long id) {
        var asked = database.write(h -> {
            var row = find(h, caller, id);
            if (row.kind().equals("files")) {
                throw new Refusal.Invalid(FieldError.invalid("kind", "Files are sent to it; there is nothing to read"));
            }
            h.attach(SourceStore.class).ask(caller.accountId(), id);
            return find(h, caller, id);
        });
        reader.soon(caller.accountId(), id);
        return asked.view();
    }

    /** All of them or none. */
    List<KnowledgeDocument> add(Caller caller, Account account, long id, AddKnowledgeFiles asked) {
        var row = database.read(h -> find(h, caller, id));
        if (!row.kind().equals("files")) {
            throw new Refusal.Invalid(FieldError.invalid("kind", "Only a source of the kind files is sent files"));
        }
        var texts = new ArrayList<String>();
        for (var file : asked.files()) texts.add(html(file));
        for (int i = 0; i < texts.size(); i++) {
            var file = asked.files().get(i);
            String html = texts.get(i);
            var found = new Found(file.name(), Texts.hash(html), FolderConnector.titled(file.name()), null, null);
            reader.take(account, row, found, html);
        }
        var names = asked.files().stream().map(Upload::name).toList();
        return database.read(h -> h.attach(SourceStore.class).documents(caller.accountId(), id, 10_000, 0)).stream()
                .filter(document -> names.contains(document.key()))
                .toList();
    }

    private static String html(Upload file) {
        if (!Texts.isReadable(file.name())) {
            throw new Refusal.Invalid(FieldError.invalid(
                    "files", "It should hold PDF, DOCX, PPTX, XLSX, HTML, Markdown, CSV or TXT files"));
        }
        try (var in = file.open()) {
            return Texts.html(file.name(), in);
        } catch (SourceTrouble trouble) {
            throw new Refusal.Invalid(FieldError.invalid("files", trouble.getMessage()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Page<KnowledgeDocument> documents(Caller caller, long id, Paging paging) {
        return Page.of(
                database.read(h -> {
                    find(h, caller, id);
                    return h.attach(SourceStore.class)
                            .documents(caller.accountId(), id, paging.limit(), paging.offset());
                }),
                paging);
    }

    /** Of a source that files are sent to; elsewhere it would come back. */
    void deleteDocument(Caller caller, long id, long documentId) {
        database.run(h -> {
            var row = find(h, caller, id);
            var store = h.attach(SourceStore.class);
            var key = store.key(caller.accountId(), id, documentId).orElseThrow(Refusal.NotFound::new);
            if (!row.kind().equals("files")) {
                throw new Refusal.Invalid(FieldError.invalid("kind", "It would be read again: take it away there"));
            }
            outside.takeOut(h, caller.accountId(), row.passages(), List.of(key));
            store.deleteDocuments(caller.accountId(), id, List.of(key));
        });
    }
}
