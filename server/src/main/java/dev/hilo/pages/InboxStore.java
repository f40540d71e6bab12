package dev.hilo.pages;

import dev.hilo.accounts.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The lists of the inbox: a page of tickets first, and what is said about each then. */
final class InboxStore {

    private static final String EVERY = """
             from tickets t
             where t.account_id = :sight.accountId
            """;
    private static final String FROM = EVERY + " and not t.deleted and not t.spam and not t.archived ";

    private static final String ROWS = """
            select t.id, t.subject, t.status, t.priority, t.source, t.tags, t.requester_id,
                   p.name as requester_name, p.email as requester_email, k.name as company_name,
                   t.responder_id, a.name as responder_name, g.name as group_name,
                   t.created_at, t.updated_at, t.requester_responded_at, t.agent_responded_at, t.first_responded_at,
                   t.due_by, t.fr_due_by, t.nr_due_by, t.sla_paused_at is not null as paused,
                   coalesce(m.said, left(t.description_text, 200)) as said, coalesce(m.at, t.created_at) as said_at,
                   coalesce(m.incoming, true) as said_incoming, coalesce(m.private, false) as said_private,
                   m.name as said_by, r.read_at
            from page
            join tickets t on t.account_id = :sight.accountId and t.id = page.id
            join contacts p on p.account_id = t.account_id and p.id = t.requester_id
            left join companies k on k.account_id = t.account_id and k.id = t.company_id
            left join contacts a on a.account_id = t.account_id and a.id = t.responder_id
            left join groups g on g.account_id = t.account_id and g.id = t.group_id
            left join ticket_reads r on r.account_id = t.account_id and r.agent_id = :me and r.ticket_id = t.id
            left join lateral (
              select left(c.body_text, 200) as said, c.created_at as at, c.incoming, c.private, w.name
              from conversations c
              left join contacts w on w.account_id = c.account_id and w.id = c.user_id
              where c.account_id = t.account_id and c.ticket_id = t.id and not c.deleted
              order by c.created_at desc, c.id desc
              limit 1) m on true
            order by page.n
            """;

    private static final Map<String, String> ORDERS = Map.of(
            "updated", "t.updated_at desc, t.id desc",
            "created", "t.created_at desc, t.id desc",
            "waiting", "coalesce(t.requester_responded_at, t.created_at), t.id",
            "due", "least(t.due_by, t.nr_due_by, case when t.first_responded_at is null then t.fr_due_by end), t.id",
            "priority", "t.priority desc, t.updated_at desc, t.id desc");

    private InboxStore() {}

    /** A page and one more, if there is one. */
    static List<InboxRow> page(Handle handle, Sight sight, InboxAsked asked, Instant now, int limit, int offset) {
        String order = ORDERS.get(asked.sorted());
        var sql = new StringBuilder("with page as materialized (select t.id, row_number() over (order by ")
                .append(order)
                .append(") as n")
                .append(FROM)
                .append(seen(sight))
                .append(" and ")
                .append(asked.isSearch() ? "true" : asked.inboxView().condition());
        if (asked.status() != null) sql.append(" and t.status = :status");
        if (asked.priority() != null) sql.append(" and t.priority = :priority");
        if (asked.agent() != null) sql.append(" and t.responder_id = :agent");
        if (asked.group() != null) sql.append(" and t.group_id = :group");
        if (asked.tag() != null) sql.append(" and t.tags @> array[cast(:tag as text)]");
        if (asked.isSearch()) sql.append(" and ").append(FOUND);
        sql.append(" order by ")
                .append(order)
                .append(" limit :limit offset :offset) ")
                .append(ROWS);
        return handle.createQuery(sql.toString())
                .bindMethods("sight", sight)
                .bind("me", sight.agentId())
                .bind("now", now)
                .bind("status", asked.status())
                .bind("priority", asked.priority())
                .bind("agent", asked.agent())
                .bind("group", asked.group())
                .bind("tag", asked.tag())
                .bind("words", asked.q())
                .bind("number", number(asked.q()))
                .bind("limit", limit)
                .bind("offset", offset)
                .map(ConstructorMapper.of(InboxRow.class))
                .list();
    }

    /** Words in the subject, the description, what was said, or the name and address of the requester; or the number. */
    private static final String FOUND = """
            (t.id = :number or t.id in (
               select s.id from tickets s
               where s.account_id = :sight.accountId and ticket_words(s.subject, s.description_text) @@ websearch_to_tsquery('simple', :words)
               union
               select c.ticket_id from conversations c
               where c.account_id = :sight.accountId and not c.deleted and entry_words(c.body_text) @@ websearch_to_tsquery('simple', :words)
               union
               select s.id from contacts p join tickets s on s.account_id = p.account_id and s.requester_id = p.id
               where p.account_id = :sight.accountId and person_words(p.name, p.email) @@ websearch_to_tsquery('simple', :words)))
            """;

    private static Long number(String words) {
        return words != null && words.matches("#?\\d{1,18}") ? Long.valueOf(words.replace("#", "")) : null;
    }

    /** These, wherever they lie, in this order; those that are not seen are left out. */
    static List<InboxRow> of(Handle handle, Sight sight, List<Long> ids) {
        String sql = "with page as materialized (select t.id, array_position(:ids, t.id) as n" + EVERY + seen(sight)
                + " and t.id = any(:ids)) " + ROWS;
        return handle.createQuery(sql)
                .bindMethods("sight", sight)
                .bind("me", sight.agentId())
                .bindArray("ids", Long.class, ids)
                .map(ConstructorMapper.of(InboxRow.class))
                .list();
    }

    /** How many there are in each view but the last. */
    static InboxCounts counts(Handle handle, Sight sight, Instant now) {
        return handle.createQuery("""
                        select count(*) filter (where t.responder_id = :me) as mine,
                               count(*) filter (where t.responder_id is null) as unassigned,
                               count(*) filter (where %s) as waiting,
                               count(*) filter (where %s) as overdue
                        """.formatted(InboxView.WAITS, InboxView.LATE) + FROM + seen(sight)
                        + " and t.status not in (4, 5)")
                .bindMethods("sight", sight)
                .bind("me", sight.agentId())
                .bind("now", now)
                .map(ConstructorMapper.of(InboxCounts.class))
                .one();
    }

    private static String seen(Sight sight) {
        return sight.scope() == 1 ? "" : " and " + Sight.CONDITION;
    }
}
