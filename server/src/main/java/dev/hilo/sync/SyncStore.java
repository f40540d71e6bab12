package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** How far a mirror has come. */
public interface SyncStore {

    @SqlQuery("""
            select resource, since, page, newest, complete, read_rows from sync_cursors
            where account_id = :accountId and resource = :resource
            """)
    @RegisterConstructorMapper(Cursor.class)
    Optional<Cursor> cursor(long accountId, String resource);

    @SqlUpdate("""
            insert into sync_cursors (account_id, resource, since, page, newest, complete, read_rows, due_at)
            values (:accountId, :resource, :since, :page, :newest, :complete, :readRows, :dueAt)
            on conflict (account_id, resource) do update set since = :since, page = :page, newest = :newest,
              complete = :complete, read_rows = :readRows, due_at = :dueAt, trouble = null
            """)
    void save(long accountId, @BindMethods Cursor cursor, Instant dueAt);

    @SqlQuery("""
            select not exists (select from sync_cursors
              where account_id = :accountId and resource = :resource and due_at > :now)
            """)
    boolean isDue(long accountId, String resource, Instant now);

    @SqlUpdate("""
            insert into sync_cursors (account_id, resource, since, newest, due_at, trouble)
            values (:accountId, :resource, 'epoch', 'epoch', :dueAt, :trouble)
            on conflict (account_id, resource) do update set due_at = :dueAt, trouble = :trouble
            """)
    void troubled(long accountId, String resource, Instant dueAt, String trouble);

    /** How a list stands. */
    record Standing(String resource, boolean complete, long readRows, Instant newest, Instant dueAt, String trouble) {}

    @SqlQuery("""
            select resource, complete, read_rows, newest, due_at, trouble from sync_cursors
            where account_id = :accountId order by resource
            """)
    @RegisterConstructorMapper(Standing.class)
    List<Standing> standings(long accountId);

    /**
     * Tickets that were listed, with whether no other change can have the same second, and whether nobody has said anything
     * since they came.
     */
    @SqlUpdate("""
            insert into sync_tickets as s (account_id, ticket_id, updated_at, entries_as_of)
            select :accountId, x.id, x.updated_at,
              case when x.settled and x.silent then x.updated_at end
            from jsonb_to_recordset(:rows::jsonb) as x (id bigint, updated_at timestamptz, settled boolean, silent boolean)
            order by x.id
            on conflict (account_id, ticket_id) do update set updated_at = excluded.updated_at
            where excluded.updated_at > s.updated_at
            """)
    void listed(long accountId, String rows);

    /** Of a ticket whose entries are to be read. @param known entries that are here */
    record Pending(long ticketId, Instant updatedAt, int known, boolean settled) {}

    /** Of an entry that was written here and is not there yet, whether or not it is queued already. */
    String OURS = " c.id >= " + Landing.OURS_UNTIL_SENT + " ";

    String ENTRIES = """
            select s.ticket_id, s.updated_at, s.entries_as_of is not null as settled,
              (select count(*) from conversations c
               where c.account_id = s.account_id and c.ticket_id = s.ticket_id and not c.deleted and not
            """ + OURS + """
              )::int as known
            from sync_tickets s
            where s.account_id = :accountId
            """;

    @SqlQuery(ENTRIES + """
              and (s.entries_as_of is null or s.entries_as_of <> s.updated_at)
              and (s.updated_at, s.ticket_id) > (:after, :afterId)
            order by s.updated_at, s.ticket_id limit :limit
            """)
    @RegisterConstructorMapper(Pending.class)
    List<Pending> pending(long accountId, Instant after, long afterId, int limit);

    @SqlQuery(ENTRIES + "and s.ticket_id = :ticketId")
    @RegisterConstructorMapper(Pending.class)
    Optional<Pending> pending(long accountId, long ticketId);

    @SqlQuery("""
            select count(*) from sync_tickets
            where account_id = :accountId and (entries_as_of is null or entries_as_of <> updated_at)
            """)
    long countPending(long accountId);

    @SqlUpdate("""
            update sync_tickets set entries_as_of = :asOf, checked_at = coalesce(:checkedAt, checked_at)
            where account_id = :accountId and ticket_id = :ticketId
            """)
    void entriesRead(long accountId, long ticketId, Instant asOf, Instant checkedAt);

    /** Tickets whose entries nobody has compared since a time. */
    @SqlQuery("""
            select ticket_id from sync_tickets
            where account_id = :accountId and coalesce(checked_at, updated_at) < :before and entries_as_of is not null
            order by coalesce(checked_at, updated_at), ticket_id limit :limit
            """)
    List<Long> unchecked(long accountId, Instant before, int limit);

    @SqlQuery("""
            select ticket_id from sync_tickets where account_id = :accountId
            order by coalesce(checked_at, updated_at), ticket_id limit :limit
            """)
    List<Long> longestUnchecked(long accountId, int limit);

    @SqlUpdate("update sync_tickets set checked_at = :at where account_id = :accountId and ticket_id = :ticketId")
    void checked(long accountId, long ticketId, Instant at);

    @SqlQuery("""
            select ticket_id from sync_tickets where account_id = :accountId and files_as_of is null
            order by updated_at desc, ticket_id desc limit :limit
            """)
    List<Long> withoutFiles(long accountId, int limit);

    @SqlUpdate("""
            update sync_tickets set files_as_of = updated_at where account_id = :accountId and ticket_id = :ticketId
            """)
    void filesRead(long accountId, long ticketId);

    /** The entries that are here from a place on, oldest first. */
    @SqlQuery("""
            select c.id from conversations c
            where c.account_id = :accountId and c.ticket_id = :ticketId and not c.deleted and not
            """ + OURS + " order by c.created_at, c.id offset :offset")
    List<Long> entryIds(long accountId, long ticketId, int offset);

    @SqlUpdate("""
            update conversations c set deleted = true
            where c.account_id = :accountId and c.ticket_id = :ticketId and not c.deleted and not c.id = any(:ids) and not
            """ + OURS)
    int deleteEntriesBut(long accountId, long ticketId, List<Long> ids);

    /** So far back that what becomes visible late is seen, and never more than half a page. */
    @SqlQuery("""
            select greatest(:newest::timestamptz - interval '10 minutes', coalesce((
              select updated_at from tickets
              where account_id = :accountId and updated_at <= :newest
                and spam = :spam and deleted = :deleted
              order by updated_at desc offset 50 limit 1), 'epoch'))
            """)
    Instant overlap(long accountId, Instant newest, boolean spam, boolean deleted);

    @SqlUpdate("update ticket_counters set last_id = greatest(last_id, :id) where account_id = :accountId")
    void countTo(long accountId, long id);

    @SqlQuery("""
            insert into sync_reports (account_id, kind, started_at, report)
            values (:accountId, :kind, :now, :report) returning id
            """)
    long beginReport(long accountId, String kind, Instant now, JsonNode report);

    @SqlUpdate("""
            update sync_reports set report = :report, ended_at = :endedAt where account_id = :accountId and id = :id
            """)
    void saveReport(long accountId, long id, JsonNode report, Instant endedAt);

    /** What a run or a comparison came to. @param endedAt null while it goes on, or when it was killed */
    record Report(long id, String kind, Instant startedAt, Instant endedAt, JsonNode report) {}

    String REPORTS = "select id, kind, started_at, ended_at, report from sync_reports where account_id = :accountId ";

    @SqlQuery(REPORTS + "order by id desc limit :limit offset :offset")
    @RegisterConstructorMapper(Report.class)
    List<Report> reports(long accountId, int limit, long offset);

    @SqlQuery(REPORTS + "and id = :id")
    @RegisterConstructorMapper(Report.class)
    Optional<Report> report(long accountId, long id);

    @SqlUpdate("""
            delete from sync_reports where account_id = :accountId and ended_at < :before
              and id not in (select id from sync_reports where account_id = :accountId order by id desc limit 50)
            """)
    void forgetReports(long accountId, Instant before);
}
