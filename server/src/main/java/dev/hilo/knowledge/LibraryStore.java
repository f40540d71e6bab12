package dev.hilo.knowledge;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The account's own documents, compared with the passages made of them. */
interface LibraryStore {

    /** Public for its mapping. */
    record Text(
            String key, String version, String title, String html, String language, boolean open, Instant changedAt) {}

    /** Public for its mapping. */
    record Solved(
            long id,
            String version,
            String subject,
            String description,
            String reply,
            String requester,
            String agent,
            String language,
            Instant knownSince) {}

    /** Public for its mapping. @param erased whether the ticket itself is gone */
    record Gone(String key, boolean erased) {}

    /** Changes with each change of articles, their folders, and canned responses. */
    @SqlQuery("""
            select concat_ws(' ',
              (select max(updated_at) from solution_texts where account_id = :accountId),
              (select count(*) from solution_articles where account_id = :accountId),
              (select concat(max(updated_at), count(*)) from solution_folders where account_id = :accountId),
              (select concat(max(updated_at), count(*)) from canned_responses where account_id = :accountId))
            """)
    String mark(long accountId);

    /** Published texts of articles; customers may be told what everyone or who is logged in may read. */
    String ARTICLES = """
            select x.id || ' ' || x.language as key,
              concat(extract(epoch from x.updated_at), ' ', f.visibility) as version,
              x.title, x.description as html, x.language, f.visibility in (1, 2) as open, x.updated_at as changed_at
            from solution_texts x
            join solution_articles a on a.account_id = x.account_id and a.id = x.id
            join solution_folders f on f.account_id = a.account_id and f.id = a.folder_id
            where x.account_id = :accountId and x.kind = 'article' and x.status = 2
            """;

    /** What a team shares; what it is like in a language is not said, and what a person keeps for himself is his own. */
    String CANNED = """
            select r.id::text as key, concat(extract(epoch from r.updated_at), ' ', r.visibility) as version,
              r.title, r.content_html as html, null as language, r.visibility = 0 as open, r.updated_at as changed_at
            from canned_responses r
            where r.account_id = :accountId and r.visibility in (0, 2)
            """;

    String CHANGED = """
            ) w
            where not exists (
              select from passages p
              where p.account_id = :accountId and p.source = :source and p.document = w.key and p.valid_to is null
                and p.version = w.version)
            order by w.changed_at, w.key
            """;

    String LEFT = """
            select distinct p.document from passages p
            where p.account_id = :accountId and p.source = :source and p.valid_to is null
              and not exists (select from (
            """;

    @SqlQuery("select * from (" + ARTICLES + CHANGED)
    @RegisterConstructorMapper(Text.class)
    List<Text> changedArticles(long accountId, String source);

    @SqlQuery("select * from (" + CANNED + CHANGED)
    @RegisterConstructorMapper(Text.class)
    List<Text> changedCanned(long accountId, String source);

    @SqlQuery(LEFT + ARTICLES + ") w where w.key = p.document)")
    List<String> goneArticles(long accountId, String source);

    @SqlQuery(LEFT + CANNED + ") w where w.key = p.document)")
    List<String> goneCanned(long accountId, String source);

    /**
     * Tickets that ended well: resolved or closed, not opened again for three days after, no bad rating. An opened-again
     * ticket that is solved anew counts anew.
     */
    String SOLVED = """
            from tickets t
            where t.account_id = :accountId and t.status in (4, 5) and not t.deleted and not t.spam
              and t.merged_into is null and t.resolved_at <= cast(:now as timestamptz) - interval '3 days'
              and (t.reopened_at is null or t.reopened_at < t.resolved_at)
              and not exists (
                select from satisfaction_ratings r
                where r.account_id = t.account_id and r.ticket_id = t.id
                  and (r.ratings ->> 'default_question')::integer < 0)
            """;

    /** Of those the newest that were not looked at yet, each with the last thing that an agent told the customer, if any. */
    @SqlQuery("""
            select t.id, concat(extract(epoch from t.resolved_at)) as version, t.subject,
              left(t.description_text, 4000) as description, left(reply.body_text, 6000) as reply,
              c.name as requester, agent.name as agent, c.language,
              t.resolved_at + interval '3 days' as known_since
            from (select t.*\s""" + SOLVED + """
                 and not exists (
                   select from passages p
                   where p.account_id = t.account_id and p.source = :source and p.document = t.id::text
                     and p.version = concat(extract(epoch from t.resolved_at)))
                 order by t.resolved_at desc, t.id desc limit :most) t
            join contacts c on c.account_id = t.account_id and c.id = t.requester_id
            left join lateral (
              select m.body_text, m.user_id from conversations m
              where m.account_id = t.account_id and m.ticket_id = t.id and not m.incoming and not m.private
                and not m.deleted and not m.auto_response and m.source = 0 and m.category = 3
                and m.created_at <= t.resolved_at and length(m.body_text) >= 60
              order by m.created_at desc, m.id desc limit 1) reply on true
            left join contacts agent on agent.account_id = t.account_id and agent.id = reply.user_id
            order by t.resolved_at desc, t.id desc
            """)
    @RegisterConstructorMapper(Solved.class)
    List<Solved> newlySolved(long accountId, String source, Instant now, int most);

    /** Replies whose ticket did not end well after all, or is gone. */
    @SqlQuery("""
            select p.document as key, not exists (
                select from tickets t
                where t.account_id = p.account_id and t.id = p.document::bigint and not t.deleted and not t.spam) as erased
            from passages p
            where p.account_id = :accountId and p.source = :source and p.valid_to is null and not exists (
              select\s""" + SOLVED + """
               and t.id = p.document::bigint)
            """)
    @RegisterConstructorMapper(Gone.class)
    List<Gone> goneReplies(long accountId, String source, Instant now);

    /** Also those that had been closed before their ticket was erased. */
    @SqlQuery("""
            select distinct p.document from passages p
            where p.account_id = :accountId and p.source = :source and p.valid_to > p.valid_from and not exists (
              select from tickets t
              where t.account_id = p.account_id and t.id = p.document::bigint and not t.deleted and not t.spam)
            """)
    List<String> erased(long accountId, String source);
}
