package dev.hilo.attachments;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Takes a single file off what it belongs to. */
public final class Detaching {

    interface Store {
        /** Whether the ticket takes no changes; no row where the caller may not see it. */
        @SqlQuery("""
                select t.deleted or t.spam or t.archived
                from tickets t
                where t.account_id = :sight.accountId and t.id = :ticketId and
                """ + Sight.CONDITION + """
                for update of t
                """)
        Optional<Boolean> lockTicket(@BindMethods("sight") Sight sight, long ticketId);

        @SqlUpdate("update tickets set updated_at = :now where account_id = :accountId and id = :ticketId")
        void touchTicket(long accountId, long ticketId, Instant now);

        /** An entry without a file is another version of it. */
        @SqlUpdate("update conversations set updated_at = :now where account_id = :accountId and id = :id")
        void touchEntry(long accountId, long id, Instant now);
    }

    private final Database database;
    private final Attachments attachments;
    private final Clock clock;

    public Detaching(Database database, Attachments attachments, Clock clock) {
        this.database = database;
        this.attachments = attachments;
        this.clock = clock;
    }

    public void detach(Caller caller, long id) {
        database.run(handle -> {
            var file = handle.attach(AttachmentStore.class)
                    .find(caller.accountId(), id)
                    .orElseThrow(Refusal.NotFound::new);
            if (file.ticketId() != null) lockTicket(handle, caller, file.ticketId());
            caller.require(file.kind().toDetach());
            attachments.delete(handle, caller.accountId(), id);
            if (file.kind() == Owner.CONVERSATION) {
                handle.attach(Store.class).touchEntry(caller.accountId(), file.ownerId(), clock.instant());
            }
        });
    }

    private void lockTicket(Handle handle, Caller caller, long ticketId) {
        var store = handle.attach(Store.class);
        boolean frozen = store.lockTicket(Sight.of(caller), ticketId).orElseThrow(Refusal.NotFound::new);
        if (frozen) throw new Refusal.MethodNotAllowed("GET");
        store.touchTicket(caller.accountId(), ticketId, clock.instant());
    }
}
