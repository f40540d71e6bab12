package dev.hilo.notifications;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

public interface NotificationStore {

    @SqlQuery("""
            select exists (select from mailbox_passwords where account_id = :accountId and direction = 'OUT')
            """)
    boolean hasServer(long accountId);

    /** Nobody for one without an address, or whom the help desk has thrown out. */
    @SqlQuery("""
            select c.email, coalesce(c.language, a.language) as language
            from contacts c
            join accounts a on a.account_id = c.account_id
            where c.account_id = :accountId and c.id = :id and c.email is not null and not c.deleted and not c.blocked
            """)
    @RegisterConstructorMapper(Person.class)
    Optional<Person> person(long accountId, long id);

    /** Of a ticket that is neither spam nor in the trash. */
    @SqlQuery("""
            select t.requester_id, t.responder_id, t.source
            from tickets t
            where t.account_id = :accountId and t.id = :ticketId and not t.spam and not t.deleted
            """)
    @RegisterConstructorMapper(People.class)
    Optional<People> people(long accountId, long ticketId);

    /** The requester's, or for agents that of the help desk. */
    @SqlQuery("""
            select case when :ofRequester then coalesce(c.language, a.language) else a.language end
            from tickets t
            join accounts a on a.account_id = t.account_id
            left join contacts c on c.account_id = t.account_id and c.id = t.requester_id
            where t.account_id = :accountId and t.id = :ticketId
            """)
    String languageOf(long accountId, long ticketId, boolean ofRequester);

    /** How many notifications an address has been sent lately. */
    @SqlQuery("""
            select count(*)
            from outbox_recipients r
            join outbox o on o.account_id = r.account_id and o.id = r.mail_id
            where r.account_id = :accountId and r.address = :address and o.kind = 'NOTIFICATION'
              and o.created_at > :since
            """)
    int notified(long accountId, String address, Instant since);

    /** Somebody to be mailed; public for the mapper. */
    record Person(String email, String language) {}

    /** Whose ticket it is; public for the mapper. @param responderId null when nobody has it */
    record People(long requesterId, Long responderId, int source) {}
}
