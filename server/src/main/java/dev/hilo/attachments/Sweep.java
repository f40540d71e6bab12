package dev.hilo.attachments;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.db.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the bytes that no file has: left by nodes that died between storing and attaching, or before deleting. */
public final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    /** No request takes as long. */
    private static final Duration AGE = Duration.ofDays(1);

    private static final int BATCH = 1000;

    private final Database database;
    private final Accounts accounts;
    private final Attachments attachments;
    private final BlobStore store;
    private final Clock clock;

    public Sweep(Database database, Accounts accounts, Attachments attachments, BlobStore store, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.attachments = attachments;
        this.store = store;
        this.clock = clock;
    }

    /** What belongs to no account of this installation is left alone. */
    public void run() {
        var accountOf = new HashMap<String, Long>();
        for (Account account : accounts.list()) {
            accountOf.put(attachments.folder(account.accountId()), account.accountId());
        }
        var old = clock.instant().minus(AGE);
        var batches = new HashMap<Long, List<String>>();
        try (var blobs = store.list()) {
            for (var blob : (Iterable<Blob>) blobs::iterator) {
                var account = accountOf.get(folder(blob.key()));
                if (account == null || blob.storedAt().isAfter(old)) continue;
                var batch = batches.computeIfAbsent(account, a -> new ArrayList<>());
                batch.add(blob.key());
                if (batch.size() == BATCH) sweep(account, batches.remove(account));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        batches.forEach(this::sweep);
    }

    private static String folder(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    private void sweep(long accountId, List<String> keys) {
        var unused = new HashSet<>(keys);
        database.read(h -> h.attach(AttachmentStore.class).used(accountId, keys))
                .forEach(unused::remove);
        if (unused.isEmpty()) return;
        LOG.info("Deleting {} files that belong to nothing", unused.size());
        new Blobs(store).discard(unused);
    }
}
