package dev.hilo.contacts;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(RequesterStore.Known.class)
public interface RequesterStore {

    /** A contact or an agent who may ask, unless blocked. */
    record Known(long id, boolean blocked) {}

    /** @param domain of the e-mail, by which the company is found */
    record Newcomer(
            String name, String email, String domain, String phone, String twitterId, String uniqueExternalId) {}

    /** Who was merged into another asks as that one. */
    @SqlQuery("""
            select c.id, c.blocked
            from contacts c
            where c.account_id = :accountId
              and c.id = coalesce(
                (select m.merged_into from contacts m where m.account_id = :accountId and m.id = :id), :id)
            """)
    Optional<Known> byId(long accountId, long id);

    @SqlQuery("""
            select c.id, c.blocked
            from contacts c
            where c.account_id = :accountId and c.email = :email
            union all
            select c.id, c.blocked
            from contact_emails e
            join contacts c on c.account_id = e.account_id and c.id = e.contact_id
            where e.account_id = :accountId and e.email = :email
            limit 1
            """)
    Optional<Known> byEmail(long accountId, String email);

    @SqlQuery("select id, blocked from contacts where account_id = :accountId and twitter_id = :twitterId")
    Optional<Known> byTwitter(long accountId, String twitterId);

    @SqlQuery("""
            select id, blocked from contacts
            where account_id = :accountId and facebook_id = :facebookId
            order by deleted, id limit 1
            """)
    Optional<Known> byFacebook(long accountId, String facebookId);

    @SqlQuery("select id, blocked from contacts where account_id = :accountId and unique_external_id = :externalId")
    Optional<Known> byExternalId(long accountId, String externalId);

    @SqlQuery("""
            select id, blocked from contacts
            where account_id = :accountId and (phone = :phone or mobile = :phone)
            order by deleted, phone = :phone desc nulls last, id limit 1
            """)
    Optional<Known> byPhone(long accountId, String phone);

    /** Nothing when somebody has the e-mail, the handle or the external id by now. */
    @SqlQuery("""
            insert into contacts
              (account_id, name, email, phone, twitter_id, unique_external_id, company_id, view_all_tickets, language,
               time_zone, created_at, updated_at)
            select a.account_id, :name, :email, :phone, :twitterId, :uniqueExternalId, d.company_id,
              case when d.company_id is not null then false end, a.language, a.time_zone, :now, :now
            from accounts a
            left join company_domains d on d.account_id = a.account_id and d.domain = :domain
            where a.account_id = :accountId
            on conflict do nothing
            returning id
            """)
    Optional<Long> insert(long accountId, @BindMethods Newcomer newcomer, Instant now);
}
