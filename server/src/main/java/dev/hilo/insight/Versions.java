package dev.hilo.insight;

import dev.hilo.accounts.Caller;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.models.Quality;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Instant;

/** The classifiers of an account, those in use and older ones. */
public final class Versions {

    /**
     * A trained classifier.
     *
     * @param target topic, type, priority, group, or tag and its name
     * @param model the embedding model behind its vectors; null where words alone decide
     */
    public record Version(
            long id, String target, String language, boolean inUse, String model, Instant trainedAt, Quality quality) {}

    private final Database database;

    public Versions(Database database) {
        this.database = database;
    }

    Page<Version> list(Caller caller, Paging paging) {
        var rows = database.read(
                h -> h.attach(ClassifierStore.class).list(caller.accountId(), paging.limit(), paging.offset()));
        return Page.of(rows.stream().map(Versions::version).toList(), paging);
    }

    Version require(Caller caller, long id) {
        return database.read(h -> h.attach(ClassifierStore.class).find(caller.accountId(), id))
                .map(Versions::version)
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Goes back to an older version, or forward again; the next training makes a newer one than all. */
    Version use(Caller caller, long id) {
        database.run(h -> {
            var store = h.attach(ClassifierStore.class);
            var version = store.find(caller.accountId(), id).orElseThrow(Refusal.NotFound::new);
            store.retire(caller.accountId(), version.target(), version.language());
            store.use(caller.accountId(), id);
        });
        return require(caller, id);
    }

    private static Version version(ClassifierStore.Version row) {
        return new Version(
                row.id(),
                row.target(),
                row.language(),
                row.inUse(),
                row.model(),
                row.trainedAt(),
                Remembered.quality(row.quality()));
    }
}
