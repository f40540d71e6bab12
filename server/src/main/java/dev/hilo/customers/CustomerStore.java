package dev.hilo.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Customers, their links and their log-ins. Whom the help desk has blocked or thrown out is nobody here. */
public interface CustomerStore {

    /** Who has an address. */
    record Known(long id, String language) {}

    /** A link that was used. */
    record Used(long contactId, String leadsTo) {}

    /** A log-in that has not ended. */
    record Row(
            long id,
            String name,
            String email,
            List<Long> companyIds,
            String language,
            String timeZone,
            Instant seenAt) {}

    @SqlQuery("""
            select c.id, c.language
            from contacts c
            where c.account_id = :accountId and not c.deleted and not c.blocked and c.merged_into is null
              and c.id = (
                select p.id from contacts p where p.account_id = :accountId and p.email = :email
                union all
                select e.contact_id from contact_emails e where e.account_id = :accountId and e.email = :email
                limit 1)
            """)
    @RegisterConstructorMapper(Known.class)
    Optional<Known> byEmail(long accountId, String email);

    /** Whether it is an address of the help desk itself. @param email in lower case */
    @SqlQuery("""
            select exists (
              select from mailboxes
              where account_id = :accountId and (support_email = :email or lower(forward_email) = :email))
            """)
    boolean isOurs(long accountId, String email);

    @SqlUpdate("delete from portal_links where account_id = :accountId and expires_at <= :now")
    void forgetExpired(long accountId, Instant now);

    @SqlQuery("select count(*) from portal_links where account_id = :accountId and contact_id = :contactId")
    int links(long accountId, long contactId);

    @SqlUpdate("""
            insert into portal_links (account_id, token_hash, contact_id, leads_to, created_at, expires_at)
            values (:accountId, :tokenHash, :contactId, :leadsTo, :now, :expiresAt)
            """)
    void link(long accountId, byte[] tokenHash, long contactId, String leadsTo, Instant now, Instant expiresAt);

    @SqlQuery("""
            select exists (select from portal_links
            where account_id = :accountId and token_hash = :tokenHash and expires_at > :now)
            """)
    boolean isOpen(long accountId, byte[] tokenHash, Instant now);

    @SqlQuery("""
            with used as (
              delete from portal_links where account_id = :accountId and token_hash = :tokenHash
              returning contact_id, leads_to, expires_at
            )
            select u.contact_id, u.leads_to
            from used u
            join contacts c on c.account_id = :accountId and c.id = u.contact_id
            where u.expires_at > :now and not c.deleted and not c.blocked and c.merged_into is null
            """)
    @RegisterConstructorMapper(Used.class)
    Optional<Used> use(long accountId, byte[] tokenHash, Instant now);

    @SqlUpdate("delete from portal_links where account_id = :accountId and contact_id = :contactId")
    void forgetLinks(long accountId, long contactId);

    /** Whoever reads the mail of an address has it. */
    @SqlUpdate("""
            update contacts set active = true, updated_at = :now
            where account_id = :accountId and id = :contactId and not active
            """)
    void verify(long accountId, long contactId, Instant now);

    @SqlUpdate("""
            delete from portal_sessions
            where account_id = :accountId and contact_id = :contactId and expires_at <= :now
            """)
    void endExpired(long accountId, long contactId, Instant now);

    @SqlUpdate("""
            insert into portal_sessions (account_id, token_hash, contact_id, created_at, seen_at, expires_at)
            values (:accountId, :tokenHash, :contactId, :now, :now, :expiresAt)
            """)
    void begin(long accountId, byte[] tokenHash, long contactId, Instant now, Instant expiresAt);

    @SqlQuery("""
            select c.id, c.name, c.email, c.language, c.time_zone, s.seen_at,
              array(
                select c.company_id where c.view_all_tickets and c.company_id is not null
                union
                select o.company_id from contact_companies o
                where o.account_id = c.account_id and o.contact_id = c.id and o.view_all_tickets) as company_ids
            from portal_sessions s
            join contacts c on c.account_id = s.account_id and c.id = s.contact_id
            where s.account_id = :accountId and s.token_hash = :tokenHash and s.expires_at > :now
              and not c.deleted and not c.blocked and c.merged_into is null
            """)
    @RegisterConstructorMapper(Row.class)
    Optional<Row> session(long accountId, byte[] tokenHash, Instant now);

    @SqlUpdate("""
            update portal_sessions set seen_at = :now, expires_at = :expiresAt
            where account_id = :accountId and token_hash = :tokenHash
            """)
    void seen(long accountId, byte[] tokenHash, Instant now, Instant expiresAt);

    @SqlUpdate("delete from portal_sessions where account_id = :accountId and token_hash = :tokenHash")
    void end(long accountId, byte[] tokenHash);
}
