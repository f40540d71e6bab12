package dev.hilo.knowledge;

import dev.hilo.db.Database;
import dev.hilo.models.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.store.LockObtainFailedException;

/** The indexes of the accounts, opened when they are first asked for. */
final class Indexes implements AutoCloseable {

    private static final int BATCH = 500;
    /** Programs that share a home: a server, and a command beside it. Each has an index of its own. */
    private static final int MOST_PROGRAMS = 8;

    private final Database database;
    private final Models models;
    private final Path folder;
    private final Map<Long, Index> open = new HashMap<>();

    Indexes(Database database, Models models, Path folder) {
        this.database = database;
        this.models = models;
        this.folder = folder;
    }

    /** With all that has been committed. */
    Index upToDate(long accountId) throws IOException {
        var position = database.read(h -> h.attach(PassageStore.class).position(accountId));
        var index = of(accountId, position);
        if (position.revision() != index.revision()) index.follow(changes(accountId));
        return index;
    }

    private synchronized Index of(long accountId, PassageStore.Position position) throws IOException {
        var index = open.get(accountId);
        if (index == null) {
            index = open(accountId, position);
            open.put(accountId, index);
        }
        return index;
    }

    private Index open(long accountId, PassageStore.Position position) throws IOException {
        for (int i = 1; ; i++) {
            try {
                return new Index(folder.resolve(accountId + "-" + i), position);
            } catch (LockObtainFailedException taken) {
                if (i == MOST_PROGRAMS) throw taken;
            }
        }
    }

    private Index.Changes changes(long accountId) {
        return new Index.Changes() {
            @Override
            public List<PassageRow> since(long revision) {
                return database.read(h -> h.attach(PassageStore.class).changed(accountId, revision, BATCH));
            }

            @Override
            public Map<Long, Map<String, List<float[]>>> vectors(List<PassageRow> rows) {
                return Indexes.vectors(database, accountId, rows, models);
            }
        };
    }

    /** By passage and model; of models that are not there any more, none. */
    static Map<Long, Map<String, List<float[]>>> vectors(
            Database database, long accountId, List<PassageRow> rows, Models models) {
        var dimensions = models.list().stream().collect(Collectors.toMap(card -> card.id(), card -> card.dimension()));
        var ids = rows.stream().map(PassageRow::id).toList();
        var vectors = new HashMap<Long, Map<String, List<float[]>>>();
        for (var kept : database.read(h -> h.attach(PassageStore.class).vectors(accountId, ids))) {
            var dimension = dimensions.get(kept.model());
            if (dimension == null) continue;
            vectors.computeIfAbsent(kept.passageId(), id -> new HashMap<>())
                    .put(kept.model(), Vector.of(kept.vectors(), dimension));
        }
        return vectors;
    }

    @Override
    public synchronized void close() {
        for (var index : open.values()) {
            try {
                index.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        open.clear();
    }
}
