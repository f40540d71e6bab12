package dev.hilo.contacts;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface MergeStore {

    /** In one order for all. */
    @SqlQuery("select id from contacts where account_id = :accountId and id = any(:ids) order by id for update")
    List<Long> lock(long accountId, List<Long> ids);

    /** What only one contact can have goes to the one that stays. */
    @SqlUpdate("""
            update contacts
            set deleted = true, merged_into = :into, email = null, twitter_id = null, unique_external_id = null,
              company_id = null, view_all_tickets = null, updated_at = :now
            where account_id = :accountId and id = any(:ids)
            """)
    void retire(long accountId, List<Long> ids, long into, Instant now);

    @SqlUpdate("""
            update contacts set merged_into = :into where account_id = :accountId and merged_into = any(:ids)
            """)
    void follow(long accountId, List<Long> ids, long into);

    @SqlUpdate("delete from contact_emails where account_id = :accountId and contact_id = any(:ids)")
    void dropOtherEmails(long accountId, List<Long> ids);

    @SqlUpdate("delete from contact_companies where account_id = :accountId and contact_id = any(:ids)")
    void dropOtherCompanies(long accountId, List<Long> ids);

    @SqlUpdate("""
            with theirs as (
              update tickets set requester_id = :into, updated_at = :now
              where account_id = :accountId and requester_id = any(:ids)
              returning id)
            update conversations c set user_id = :into
            from theirs
            where c.account_id = :accountId and c.ticket_id = theirs.id and not c.deleted and c.user_id = any(:ids)
            """)
    void moveTickets(long accountId, List<Long> ids, long into, Instant now);

    @SqlUpdate("""
            update satisfaction_ratings set user_id = :into where account_id = :accountId and user_id = any(:ids)
            """)
    void moveRatings(long accountId, List<Long> ids, long into);
}
