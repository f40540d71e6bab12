package dev.hilo.knowledge;

import dev.hilo.accounts.Account;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Takes documents of outside sources into the passages, in the caller's transaction. */
public final class Outside {

    /**
     * A document as it is now.
     *
     * @param language null when its text is to tell
     * @param changedAt null when nobody knows
     */
    public record Text(
            String key,
            String version,
            String title,
            String html,
            String language,
            boolean forCustomers,
            String address,
            Instant changedAt) {}

    private final Gather gather;
    private final Learning learning;
    private final Clock clock;

    Outside(Gather gather, Learning learning, Clock clock) {
        this.gather = gather;
        this.learning = learning;
        this.clock = clock;
    }

    /** @return the passages that were made of it */
    public int take(Handle handle, Account account, String source, Text text) {
        var now = clock.instant();
        boolean isKnownSince = text.changedAt() != null && text.changedAt().isBefore(now);
        var chunks = Chunks.ofHtml(text.title(), text.html());
        var document = new Document(
                text.key(),
                text.version(),
                "",
                chunks,
                text.language() != null ? text.language() : gather.languageOf(account, text.html(), null),
                text.forCustomers(),
                text.address(),
                isKnownSince ? text.changedAt() : now);
        new PassageWriter(handle, account.accountId(), clock).replace(source, List.of(document));
        return chunks.size();
    }

    /** Documents that are not there any more. */
    public void close(Handle handle, long accountId, String source, List<String> keys) {
        new PassageWriter(handle, accountId, clock).close(source, keys);
    }

    /** Documents that are to be as if they had never been known. */
    public void takeOut(Handle handle, long accountId, String source, List<String> keys) {
        new PassageWriter(handle, accountId, clock).takeOut(source, keys);
    }

    /** Who may be told what is in a source, from now on and of the past. */
    public void tell(Handle handle, long accountId, String source, boolean customers) {
        new PassageWriter(handle, accountId, clock).tell(source, customers);
    }

    /** There is something new to compare. */
    public void changed(long accountId) {
        learning.soon(accountId);
    }
}
