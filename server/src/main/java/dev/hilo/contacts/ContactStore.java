package dev.hilo.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.ContactFound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(ContactRow.class)
interface ContactStore {

    String SELECT = """
            select c.id, c.name, c.email, c.phone, c.mobile, c.twitter_id, c.unique_external_id,
              array(select e.email from contact_emails e
                    where e.account_id = c.account_id and e.contact_id = c.id
                    order by e.position, e.email) as other_emails,
              c.company_id, c.view_all_tickets,
              coalesce((select jsonb_agg(jsonb_build_object(
                                           'company_id', k.company_id, 'view_all_tickets', k.view_all_tickets)
                                         order by k.company_id)
                        from contact_companies k
                        where k.account_id = c.account_id and k.contact_id = c.id), '[]') as other_companies,
              c.address, c.custom_fields, c.description, c.job_title, c.language, c.tags, c.time_zone,
              c.other_phone_numbers, c.social_handler, c.active, c.deleted, c.blocked, c.facebook_id, c.csat_rating,
              c.preferred_source, c.contact_type, cast(c.visitor_id as text) as visitor_id, c.merged_into, c.first_seen,
              c.last_seen, c.created_at, c.updated_at
            """;

    /** Agents are not found. */
    String ONE = SELECT + """
            from contacts c
            where c.account_id = :accountId and c.id = :id
              and not exists (select from agents a where a.account_id = c.account_id and a.id = c.id)
            """;

    @SqlQuery(ONE)
    Optional<ContactRow> find(long accountId, long id);

    @SqlQuery(ONE + "for update of c")
    Optional<ContactRow> findForUpdate(long accountId, long id);

    /** @param prefix in lower case, with LIKE's own characters escaped */
    @SqlQuery("""
            select c.id, c.name
            from contacts c
            where c.account_id = :accountId and not c.deleted and not c.blocked
              and (lower(c.name) like :prefix || '%' or lower(c.name) like '% ' || :prefix || '%')
              and not exists (select from agents a where a.account_id = c.account_id and a.id = c.id)
            order by lower(c.name), c.id
            limit :limit
            """)
    @RegisterConstructorMapper(ContactFound.class)
    List<ContactFound> autocomplete(long accountId, String prefix, int limit);

    /** Somebody who has an e-mail, a handle or an external id already. @param field which of them */
    record Taken(String field, String value, long userId) {}

    @SqlQuery("""
            select 'email' as field, email as value, id as user_id from contacts
            where account_id = :accountId and email = any(:emails) and id <> :self
            union all
            select 'email', email, contact_id from contact_emails
            where account_id = :accountId and email = any(:emails) and contact_id <> :self
            union all
            select 'twitter_id', twitter_id, id from contacts
            where account_id = :accountId and twitter_id = :twitterId and id <> :self
            union all
            select 'unique_external_id', unique_external_id, id from contacts
            where account_id = :accountId and unique_external_id = :externalId and id <> :self
            """)
    @RegisterConstructorMapper(Taken.class)
    List<Taken> taken(long accountId, long self, List<String> emails, String twitterId, String externalId);

    /** Those of the ids that are companies. */
    @SqlQuery("select id from companies where account_id = :accountId and id = any(:ids)")
    List<Long> companiesAmong(long accountId, List<Long> ids);

    @SqlQuery("select company_id from company_domains where account_id = :accountId and domain = :domain")
    Optional<Long> companyOfDomain(long accountId, String domain);

    @SqlQuery("""
            insert into contacts (account_id, name, email, phone, mobile, twitter_id, unique_external_id, company_id,
              view_all_tickets, address, custom_fields, description, job_title, language, tags, time_zone,
              other_phone_numbers, social_handler, created_at, updated_at)
            values (:accountId, :f.name, :f.email, :f.phone, :f.mobile, :f.twitterId, :f.uniqueExternalId, :f.companyId,
              :f.viewAllTickets, :f.address, :f.customFields, :f.description, :f.jobTitle, :f.language, :f.tags,
              :f.timeZone, :f.otherPhoneNumbers, :f.socialHandler, :now, :now)
            returning id
            """)
    long insert(long accountId, @BindMethods("f") ContactFields f, Instant now);

    @SqlUpdate("""
            update contacts
            set name = :f.name, email = :f.email, phone = :f.phone, mobile = :f.mobile, twitter_id = :f.twitterId,
              unique_external_id = :f.uniqueExternalId, company_id = :f.companyId,
              view_all_tickets = :f.viewAllTickets, address = :f.address, custom_fields = :f.customFields,
              description = :f.description, job_title = :f.jobTitle, language = :f.language, tags = :f.tags,
              time_zone = :f.timeZone, other_phone_numbers = :f.otherPhoneNumbers, social_handler = :f.socialHandler,
              updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, @BindMethods("f") ContactFields f, Instant now);

    @SqlUpdate("delete from contact_emails where account_id = :accountId and contact_id = :id")
    void dropOtherEmails(long accountId, long id);

    @SqlUpdate("""
            insert into contact_emails (account_id, email, contact_id, position)
            select :accountId, e.email, :id, e.n from unnest(:emails) with ordinality as e(email, n)
            """)
    void addOtherEmails(long accountId, long id, List<String> emails);

    @SqlUpdate("delete from contact_companies where account_id = :accountId and contact_id = :id")
    void dropOtherCompanies(long accountId, long id);

    @SqlUpdate("""
            insert into contact_companies (account_id, contact_id, company_id, view_all_tickets)
            select :accountId, :id, k.company_id, k.view_all_tickets
            from jsonb_to_recordset(:companies) as k(company_id bigint, view_all_tickets boolean)
            """)
    void addOtherCompanies(long accountId, long id, JsonNode companies);

    @SqlUpdate("update contacts set updated_at = :now where account_id = :accountId and id = :id")
    void touch(long accountId, long id, Instant now);

    @SqlUpdate("""
            update contacts set deleted = :deleted, updated_at = :now where account_id = :accountId and id = :id
            """)
    void putIntoTrash(long accountId, long id, boolean deleted, Instant now);

    /** Those that were merged into it go too. */
    @SqlQuery("""
            delete from contacts where account_id = :accountId and (id = :id or merged_into = :id) returning id
            """)
    List<Long> delete(long accountId, long id);
}
