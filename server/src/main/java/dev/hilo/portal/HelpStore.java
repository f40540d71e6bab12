package dev.hilo.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * What of the help centre somebody may read: published articles in folders that are open, all the way up. Open to all are those
 * of visibility 1; to a contact too those of 2 and, for the contact's companies, of 4.
 */
public interface HelpStore {

    /** An article on a list, with where it lies. @param language that it is shown in */
    record Entry(
            long id,
            long categoryId,
            String category,
            long folderId,
            String folder,
            String title,
            String excerpt,
            String language) {}

    /** An article to read. @param language that it is shown in */
    record Reading(
            long id,
            String category,
            long folderId,
            String folder,
            String title,
            String description,
            String language,
            Instant updatedAt) {}

    /** The reader's language where there is one, else the account's. */
    String OPEN = """
            with recursive closed as (
              select f.account_id, f.id from solution_folders f where f.account_id = :accountId
                and f.visibility <> 1
                and (:contactId::bigint is null or f.visibility not in (2, 4)
                  or f.visibility = 4 and not f.company_ids && array(
                    select c.company_id from contacts c
                    where c.account_id = :accountId and c.id = :contactId and c.company_id is not null
                    union
                    select o.company_id from contact_companies o
                    where o.account_id = :accountId and o.contact_id = :contactId))
              union
              select f.account_id, f.id from solution_folders f
              join closed c on c.account_id = f.account_id and c.id = f.parent_folder_id
            ), open as (
              select a.id, f.category_id, f.id as folder_id, t.title, t.description, t.description_text, t.language,
                t.updated_at,
                coalesce((select x.title from solution_texts x where x.account_id = a.account_id
                   and x.kind = 'folder' and x.id = f.id and x.language in (:language, :fallback)
                   order by x.language = :language desc limit 1), '') as folder,
                coalesce((select x.title from solution_texts x where x.account_id = a.account_id
                   and x.kind = 'category' and x.id = f.category_id and x.language in (:language, :fallback)
                   order by x.language = :language desc limit 1), '') as category
              from solution_articles a
              join solution_folders f on f.account_id = a.account_id and f.id = a.folder_id
              join lateral (
                select x.* from solution_texts x
                where x.account_id = a.account_id and x.kind = 'article' and x.id = a.id and x.status = 2
                  and x.language in (:language, :fallback)
                order by x.language = :language desc limit 1) t on true
              where a.account_id = :accountId
                and not exists (select from closed c where c.account_id = f.account_id and c.id = f.id)
            )
            """;

    @SqlQuery(OPEN + """
            select id, category_id, category, folder_id, folder, title, left(description_text, 160) as excerpt, language
            from open
            where (:like = '%' or lower(title) like :like or lower(description_text) like :like)
            order by category_id, folder_id, lower(title) like :like desc, id
            limit :limit
            """)
    @RegisterConstructorMapper(Entry.class)
    List<Entry> entries(long accountId, Long contactId, String language, String fallback, String like, int limit);

    /** Those that have the words, the more the sooner; a title counts thrice. One word in a text alone is chance. */
    @SqlQuery(OPEN + """
            , scored as (
              select o.*, (
                select coalesce(sum(case when position(w in lower(o.title)) > 0 then 3 else 0 end
                  + case when position(w in lower(left(o.description_text, 4000))) > 0 then 1 else 0 end), 0)
                from unnest(:words) w) as score
              from open o)
            select id, category_id, category, folder_id, folder, title, left(description_text, 160) as excerpt, language
            from scored
            where score >= 2
            order by score desc, id
            limit :limit
            """)
    @RegisterConstructorMapper(Entry.class)
    List<Entry> suggested(
            long accountId, Long contactId, String language, String fallback, List<String> words, int limit);

    @SqlQuery(OPEN + """
            select id, category, folder_id, folder, title, description, language, updated_at from open where id = :id
            """)
    @RegisterConstructorMapper(Reading.class)
    Optional<Reading> reading(long accountId, Long contactId, String language, String fallback, long id);

    @SqlUpdate("""
            update solution_articles
            set thumbs_up = thumbs_up + case when :up then 1 else 0 end,
              thumbs_down = thumbs_down + case when :up then 0 else 1 end
            where account_id = :accountId and id = :id
            """)
    int vote(long accountId, long id, boolean up);
}
