package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.attachments.Owner;
import dev.hilo.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The help centre and the prepared answers: lists inside of lists, read whole now and then. */
final class Library {

    private static final Duration EVERY = Duration.ofHours(6);
    private static final int DEEPEST = 5;

    private final Database database;
    private final Clock clock;
    private final Source source;
    private final long accountId;
    private final String language;
    private final Progress progress;
    private final Files files;

    /** @param language the account's first */
    Library(
            Database database,
            Clock clock,
            Source source,
            long accountId,
            String language,
            Progress progress,
            Files files) {
        this.database = database;
        this.clock = clock;
        this.source = source;
        this.accountId = accountId;
        this.language = language;
        this.progress = progress;
        this.files = files;
    }

    void read(boolean all) {
        whenDue("solutions", all, this::readSolutions);
        whenDue("canned_responses", all, this::readCanned);
    }

    private void whenDue(String resource, boolean all, Runnable work) {
        var now = clock.instant();
        if (!all && !database.read(h -> h.attach(SyncStore.class).isDue(accountId, resource, now))) return;
        try {
            work.run();
            var cursor = new Cursor(resource, now, 1, now, true, 0);
            database.run(h -> h.attach(SyncStore.class).save(accountId, cursor, now.plus(EVERY)));
        } catch (Source.Refused e) {
            progress.note(resource, e.getMessage());
            database.run(h -> h.attach(SyncStore.class).troubled(accountId, resource, now.plus(EVERY), e.getMessage()));
        }
    }

    private void readSolutions() {
        var categories = land("solutions", "category", LibraryMappings.CATEGORIES, pages("/solutions/categories"));
        for (var category : categories) {
            String path = "/solutions/categories/" + category.path("id").asText() + "/folders";
            readFolders(path, 1);
        }
    }

    private void readFolders(String path, int depth) {
        for (var folder : land("solutions", "folder", LibraryMappings.FOLDERS, pages(path))) {
            String id = folder.path("id").asText();
            var articles = pages("/solutions/folders/" + id + "/articles");
            land("solutions", "article", LibraryMappings.ARTICLES, articles);
            attach(Owner.ARTICLE, articles);
            if (folder.path("sub_folders_count").asInt() > 0 && depth < DEEPEST) {
                readFolders("/solutions/folders/" + id + "/subfolders", depth + 1);
            }
        }
    }

    private void readCanned() {
        var folders = pages("/canned_response_folders");
        folders.removeIf(folder -> folder.path("personal").asBoolean());
        land("canned_responses", null, LibraryMappings.CANNED_FOLDERS, folders);
        for (var folder : folders) {
            var answers = pages("/canned_response_folders/" + folder.path("id").asText() + "/responses");
            land("canned_responses", null, LibraryMappings.CANNED, answers);
            attach(Owner.CANNED_RESPONSE, answers);
        }
    }

    private void attach(Owner kind, List<JsonNode> owners) {
        database.run(h -> files.expect(h, kind, null, owners));
        files.fetch(kind, null, owners);
    }

    /** @param kind of the words that go with the rows; null when there are none */
    private List<JsonNode> land(String resource, String kind, Mapping mapping, List<JsonNode> wires) {
        var landed = database.write(h -> {
            Landing.announce(h, resource);
            var landing = new Landing(h, accountId);
            var rows = mapping.rows(wires);
            var sum = landing.land(mapping, rows);
            landing.reserve(rows);
            if (kind == null) return sum;
            var words = LibraryMappings.texts(kind, language);
            return sum.plus(landing.land(words, words.rows(wires)));
        });
        progress.landed(resource, wires.size(), landed);
        return wires;
    }

    private List<JsonNode> pages(String path) {
        var wires = new ArrayList<JsonNode>();
        for (int page = 1; progress.mayGoOn(); page++) {
            var told = source.get(path + "?per_page=" + Cursor.PAGE_SIZE + "&page=" + page)
                    .body();
            told.forEach(wires::add);
            if (told.size() < Cursor.PAGE_SIZE) break;
        }
        return wires;
    }
}
