package dev.hilo.mail.in;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

public interface ImapStore {

    /** @param uidValidity null before the first fetch */
    record Position(Long uidValidity, long lastUid, Instant fetchedAt) {}

    /** Takes the mailbox for a while, or keeps it; nothing when another node has it. A new source begins anew. */
    @SqlQuery("""
            insert into imap_positions as p (account_id, mailbox_id, source, node, leased_until)
            values (:accountId, :mailboxId, :source, :node, :until)
            on conflict (account_id, mailbox_id) do update
            set node = excluded.node, leased_until = excluded.leased_until, source = excluded.source,
                uid_validity = case when p.source = excluded.source then p.uid_validity end,
                last_uid = case when p.source = excluded.source then p.last_uid else 0 end
            where p.node = excluded.node or p.node is null or p.leased_until < :now
            returning uid_validity, last_uid, fetched_at
            """)
    @RegisterConstructorMapper(Position.class)
    Optional<Position> lease(long accountId, long mailboxId, String source, String node, Instant until, Instant now);

    @SqlUpdate("""
            update imap_positions
            set uid_validity = :uidValidity, last_uid = :lastUid, fetched_at = :now, last_error = null
            where account_id = :accountId and mailbox_id = :mailboxId and node = :node
            """)
    int move(long accountId, long mailboxId, String node, long uidValidity, long lastUid, Instant now);

    @SqlUpdate("""
            update imap_positions set last_error = :error
            where account_id = :accountId and mailbox_id = :mailboxId and node = :node
            """)
    int failed(long accountId, long mailboxId, String node, String error);

    @SqlUpdate(
            "update imap_positions set node = null, leased_until = null where account_id = :accountId and node = :node")
    int release(long accountId, String node);
}
