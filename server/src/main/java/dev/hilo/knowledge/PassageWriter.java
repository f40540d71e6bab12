package dev.hilo.knowledge;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Changes the passages of an account in a transaction; all that changes in it has one revision. */
final class PassageWriter {

    private final PassageStore store;
    private final long accountId;
    private final Clock clock;
    private long revision;

    PassageWriter(Handle handle, long accountId, Clock clock) {
        this.store = handle.attach(PassageStore.class);
        this.accountId = accountId;
        this.clock = clock;
    }

    /** Whoever else changes the account's passages waits from here on. */
    private long revision() {
        if (revision == 0) revision = store.nextRevision(accountId, clock.instant());
        return revision;
    }

    /** These versions take the place of the ones before them. */
    void replace(String source, List<Document> documents) {
        if (documents.isEmpty()) return;
        close(source, documents.stream().map(Document::key).toList());
        documents.forEach(document -> insert(source, document));
    }

    private void insert(String source, Document document) {
        if (document.chunks().isEmpty()) {
            store.insertEmpty(accountId, source, document, revision());
            return;
        }
        var parts = IntStream.range(0, document.chunks().size()).boxed().toList();
        store.insert(accountId, source, document, parts, document.chunks(), revision());
    }

    /** From now on they are not known any more. */
    void close(String source, List<String> documents) {
        if (!documents.isEmpty()) store.close(accountId, source, documents, clock.instant(), revision());
    }

    /** As if they had never been known. */
    void takeOut(String source, List<String> documents) {
        if (documents.isEmpty()) return;
        store.takeOut(accountId, source, documents, revision());
        store.forgetVectors(accountId, source, documents);
    }

    /** Who may be told what is in a source. */
    void tell(String source, boolean customers) {
        store.tell(accountId, source, customers, revision());
    }
}
