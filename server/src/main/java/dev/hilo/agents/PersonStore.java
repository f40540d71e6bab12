package dev.hilo.agents;

import dev.hilo.api.AgentContact;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The people behind the agents: rows of the contacts. */
interface PersonStore {

    /** @param isAgent whether the person is an agent already */
    record Known(long id, String email, boolean isAgent) {}

    String KNOWN = """
            select c.id, c.email,
                   exists (select from agents a where a.account_id = c.account_id and a.id = c.id) as is_agent
            from contacts c
            where c.account_id = :accountId
            """;

    @SqlQuery(KNOWN + "and c.email = :email for update of c")
    @RegisterConstructorMapper(Known.class)
    Optional<Known> byEmail(long accountId, String email);

    @SqlQuery(KNOWN + "and c.id = :id for update of c")
    @RegisterConstructorMapper(Known.class)
    Optional<Known> byId(long accountId, long id);

    /** Whether the address is another one of somebody's. */
    @SqlQuery("select exists (select from contact_emails where account_id = :accountId and email = :email)")
    boolean isOtherEmail(long accountId, String email);

    @SqlQuery("""
            insert into contacts
              (account_id, name, email, phone, mobile, job_title, language, time_zone, created_at, updated_at)
            values (:accountId, :name, :email, :phone, :mobile, :jobTitle, :language, :timeZone, :now, :now)
            returning id
            """)
    long insert(long accountId, @BindMethods AgentContact person, Instant now);

    /** Gives a customer who becomes an agent what the request says, and leaves the rest. */
    @SqlUpdate("""
            update contacts set
              name = coalesce(:name, name), phone = coalesce(:phone, phone), mobile = coalesce(:mobile, mobile),
              job_title = coalesce(:jobTitle, job_title), language = coalesce(:language, language),
              time_zone = coalesce(:timeZone, time_zone), deleted = false, blocked = false, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void complete(long accountId, long id, @BindMethods AgentContact person, Instant now);

    @SqlUpdate("""
            update contacts set email = :email, language = :language, time_zone = :timeZone, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, String email, String language, String timeZone, Instant now);

    @SqlUpdate("update contacts set updated_at = :now where account_id = :accountId and id = :id")
    void touch(long accountId, long id, Instant now);
}
