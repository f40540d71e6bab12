package dev.hilo.companies;

import dev.hilo.api.CompaniesFound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(CompanyRow.class)
interface CompanyStore {

    String COLUMNS = """
            select id, name, description, note, domains, health_score, account_tier, renewal_date, industry,
              custom_fields, created_at, updated_at
            """;

    String FROM = "from companies where account_id = :accountId ";

    String SELECT = COLUMNS + FROM;

    /** Capitals come before small letters, as recorded. */
    @SqlQuery(SELECT + """
            and (:since::timestamptz is null or updated_at >= :since)
            order by name collate "C", id limit :limit offset :offset
            """)
    List<CompanyRow> list(long accountId, Instant since, int limit, long offset);

    @SqlQuery(SELECT + "and id = :id")
    Optional<CompanyRow> find(long accountId, long id);

    @SqlQuery(SELECT + "and id = :id for update")
    Optional<CompanyRow> findForUpdate(long accountId, long id);

    @SqlQuery("select id from companies where account_id = :accountId and lower(name) = lower(:name)")
    Optional<Long> byName(long accountId, String name);

    /** @param prefix in lower case, with LIKE's own characters escaped */
    @SqlQuery("""
            select id, name from companies
            where account_id = :accountId
              and (lower(name) like :prefix || '%' or lower(name) like '% ' || :prefix || '%')
            order by lower(name), id limit :limit
            """)
    @RegisterConstructorMapper(CompaniesFound.Found.class)
    List<CompaniesFound.Found> autocomplete(long accountId, String prefix, int limit);

    @SqlQuery("""
            insert into companies (account_id, name, description, note, domains, health_score, account_tier,
              renewal_date, industry, custom_fields, created_at, updated_at)
            values (:accountId, :f.name, :f.description, :f.note, :f.domains, :f.healthScore, :f.accountTier,
              :f.renewalDate, :f.industry, :f.customFields, :now, :now)
            returning id
            """)
    long insert(long accountId, @BindMethods("f") CompanyFields f, Instant now);

    @SqlUpdate("""
            update companies
            set name = :f.name, description = :f.description, note = :f.note, domains = :f.domains,
              health_score = :f.healthScore, account_tier = :f.accountTier, renewal_date = :f.renewalDate,
              industry = :f.industry, custom_fields = :f.customFields, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, @BindMethods("f") CompanyFields f, Instant now);

    @SqlUpdate("""
            delete from company_domains
            where account_id = :accountId and company_id = :id and not domain = any(:domains)
            """)
    void keepDomains(long accountId, long id, List<String> domains);

    /** Stopped by the primary key when a domain is another company's. */
    @SqlUpdate("""
            insert into company_domains (account_id, domain, company_id)
            select :accountId, d.domain, :id
            from unnest(:domains) as d(domain)
            where not exists (select from company_domains c
                              where c.account_id = :accountId and c.domain = d.domain and c.company_id = :id)
            order by d.domain
            """)
    void addDomains(long accountId, long id, List<String> domains);

    /** Customers without a company who write from one of the domains. */
    @SqlUpdate("""
            update contacts c set company_id = :id, view_all_tickets = false, updated_at = :now
            where c.account_id = :accountId and c.company_id is null and split_part(c.email, '@', 2) = any(:domains)
              and not exists (select from agents a where a.account_id = c.account_id and a.id = c.id)
            """)
    void adopt(long accountId, long id, List<String> domains, Instant now);

    @SqlUpdate("""
            update contacts set company_id = null, view_all_tickets = null, updated_at = :now
            where account_id = :accountId and company_id = :id
            """)
    void release(long accountId, long id, Instant now);

    @SqlUpdate("delete from companies where account_id = :accountId and id = :id")
    int delete(long accountId, long id);
}
