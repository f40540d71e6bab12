package dev.hilo.conversations;

import dev.hilo.accounts.Caller;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Notes that a verb of the tickets leaves behind, in its own transaction. */
public final class Notes {

    interface Store {
        @SqlUpdate("""
                insert into conversations (account_id, id, ticket_id, user_id, body, body_text, private, source, category,
                  to_emails, cc_emails, created_at, updated_at)
                select :accountId, entry_id(:accountId), ticket_id, :userId, :html, :text, :isPrivate, :source, :category, '{}', '{}',
                  :now, :now
                from unnest(:ticketIds) ticket_id
                """)
        void add(
                long accountId,
                List<Long> ticketIds,
                long userId,
                String html,
                String text,
                boolean isPrivate,
                int source,
                int category,
                Instant now);

        @SqlUpdate("update tickets set updated_at = :now where account_id = :accountId and id = any(:ticketIds)")
        void touch(long accountId, List<Long> ticketIds, Instant now);
    }

    private Notes() {}

    /** The same note on each of the tickets, which the caller has locked. */
    public static void add(
            Handle handle, Caller caller, List<Long> ticketIds, String body, boolean isPrivate, Instant now) {
        var text = EntryBody.of(body);
        var store = handle.attach(Store.class);
        store.add(
                caller.accountId(),
                ticketIds,
                caller.agentId(),
                text.html(),
                text.text(),
                isPrivate,
                EntryKind.NOTE.source,
                EntryKind.NOTE.category,
                now);
        store.touch(caller.accountId(), ticketIds, now);
    }
}
