package dev.hilo.mail.in;

import dev.hilo.api.QuarantinedMail;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Mail that became neither a ticket nor an entry, as it came: nothing vanishes. */
public final class Quarantine {

    private static final int LONGEST = 500;

    private final Database database;
    private final Clock clock;

    Quarantine(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param letter null where it could not be read @return the id; of the same mail, the same */
    long hold(long accountId, Long mailboxId, Path mime, byte[] sha256, Letter letter, Held held) throws IOException {
        byte[] raw = Files.readAllBytes(mime);
        return database.write(h -> h.attach(QuarantineStore.class)
                .insert(
                        accountId,
                        mailboxId,
                        held.reason,
                        shortened(held.getMessage()),
                        letter == null ? null : letter.from(),
                        letter == null ? null : shortened(letter.subject()),
                        sha256,
                        raw.length,
                        raw,
                        clock.instant()));
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Newest first. */
    public Page<QuarantinedMail> list(long accountId, Paging paging) {
        return Page.of(
                database.read(h -> h.attach(QuarantineStore.class).list(accountId, paging.limit(), paging.offset())),
                paging);
    }

    public byte[] raw(long accountId, long id) {
        return database.read(h -> h.attach(QuarantineStore.class).raw(accountId, id))
                .orElseThrow(Refusal.NotFound::new);
    }

    Long mailbox(long accountId, long id) {
        return database.read(h -> h.attach(QuarantineStore.class).mailbox(accountId, id))
                .orElse(null);
    }

    public void delete(long accountId, long id) {
        int gone = database.write(h -> h.attach(QuarantineStore.class).delete(accountId, id));
        if (gone == 0) throw new Refusal.NotFound();
    }
}
