package dev.hilo.mail.in;

import dev.hilo.api.QuarantinedMail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface QuarantineStore {

    @SqlQuery("""
            insert into mail_quarantine (account_id, mailbox_id, reason, detail, from_email, subject, sha256, size, raw,
              created_at, updated_at)
            values (:accountId, :mailboxId, :reason, :detail, :from, :subject, :sha256, :size, :raw, :now, :now)
            on conflict (account_id, sha256) do update
            set reason = excluded.reason, detail = excluded.detail, attempts = mail_quarantine.attempts + 1,
                updated_at = excluded.updated_at
            returning id
            """)
    long insert(
            long accountId,
            Long mailboxId,
            String reason,
            String detail,
            String from,
            String subject,
            byte[] sha256,
            long size,
            byte[] raw,
            Instant now);

    @SqlQuery("""
            select id, mailbox_id, reason, detail, from_email, subject, size, attempts, created_at, updated_at
            from mail_quarantine
            where account_id = :accountId
            order by id desc
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(QuarantinedMail.class)
    List<QuarantinedMail> list(long accountId, int limit, long offset);

    @SqlQuery("select raw from mail_quarantine where account_id = :accountId and id = :id")
    Optional<byte[]> raw(long accountId, long id);

    @SqlQuery("""
            select mailbox_id from mail_quarantine
            where account_id = :accountId and id = :id and mailbox_id is not null
            """)
    Optional<Long> mailbox(long accountId, long id);

    @SqlUpdate("delete from mail_quarantine where account_id = :accountId and id = :id")
    int delete(long accountId, long id);
}
