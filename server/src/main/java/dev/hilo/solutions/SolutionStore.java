package dev.hilo.solutions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Categories, folders and articles are bare; their words lie in {@code solution_texts}, a row per language. */
public interface SolutionStore {

    /** A category with its words. */
    record CategoryRow(
            long id,
            String title,
            String description,
            Instant createdAt,
            Instant updatedAt,
            List<Long> visibleInPortals) {}

    /** A folder with its words, and those of its category. */
    record FolderRow(
            long id,
            String title,
            String description,
            long categoryId,
            String categoryName,
            int articlesCount,
            Instant createdAt,
            Instant updatedAt,
            Long parentFolderId,
            int subFoldersCount,
            int visibility,
            List<Long> companyIds,
            List<Long> contactSegmentIds,
            List<Long> companySegmentIds) {}

    /** An article with its words, and the names on the way to it. */
    record ArticleRow(
            long id,
            int type,
            int status,
            Long agentId,
            Instant createdAt,
            long categoryId,
            String categoryName,
            long folderId,
            String folderName,
            int folderVisibility,
            String title,
            Instant updatedAt,
            String description,
            String descriptionText,
            JsonNode seoData,
            List<String> tags,
            int thumbsUp,
            int thumbsDown,
            int hits,
            int suggested,
            int feedbackCount) {}

    /** The words of one language. */
    record Text(
            String kind,
            long id,
            String language,
            String title,
            String description,
            String descriptionText,
            Integer status,
            Long agentId,
            JsonNode seoData) {}

    String CATEGORIES = """
            select c.id, t.title, t.description, c.created_at, t.updated_at, c.visible_in_portals
            from solution_categories c
            join solution_texts t on t.account_id = c.account_id and t.kind = 'category' and t.id = c.id
              and t.language = :language
            where c.account_id = :accountId
            """;

    @SqlQuery(CATEGORIES + "order by c.id limit :limit offset :offset")
    @RegisterConstructorMapper(CategoryRow.class)
    List<CategoryRow> categories(long accountId, String language, int limit, long offset);

    @SqlQuery(CATEGORIES + "and c.id = :id")
    @RegisterConstructorMapper(CategoryRow.class)
    Optional<CategoryRow> category(long accountId, long id, String language);

    String FOLDERS = """
            select f.id, t.title, t.description, f.category_id, ct.title as category_name,
              (select count(*) from solution_articles a
               where a.account_id = f.account_id and a.folder_id = f.id)::int as articles_count,
              f.created_at, t.updated_at, f.parent_folder_id,
              (select count(*) from solution_folders s
               where s.account_id = f.account_id and s.parent_folder_id = f.id)::int as sub_folders_count,
              f.visibility, f.company_ids, f.contact_segment_ids, f.company_segment_ids
            from solution_folders f
            join solution_texts t on t.account_id = f.account_id and t.kind = 'folder' and t.id = f.id
              and t.language = :language
            left join solution_texts ct on ct.account_id = f.account_id and ct.kind = 'category'
              and ct.id = f.category_id and ct.language = :language
            where f.account_id = :accountId
            """;

    @SqlQuery(FOLDERS + "and f.category_id = :categoryId and f.parent_folder_id is null"
            + " order by f.id limit :limit offset :offset")
    @RegisterConstructorMapper(FolderRow.class)
    List<FolderRow> folders(long accountId, long categoryId, String language, int limit, long offset);

    @SqlQuery(FOLDERS + "and f.parent_folder_id = :parentId order by f.id limit :limit offset :offset")
    @RegisterConstructorMapper(FolderRow.class)
    List<FolderRow> subfolders(long accountId, long parentId, String language, int limit, long offset);

    @SqlQuery(FOLDERS + "and f.id = :id")
    @RegisterConstructorMapper(FolderRow.class)
    Optional<FolderRow> folder(long accountId, long id, String language);

    String ARTICLES = """
            select a.id, a.type, t.status, t.agent_id, a.created_at, f.category_id, ct.title as category_name,
              a.folder_id, ft.title as folder_name, f.visibility as folder_visibility, t.title, t.updated_at,
              t.description, t.description_text, t.seo_data, a.tags, a.thumbs_up, a.thumbs_down, a.hits, a.suggested,
              a.feedback_count
            from solution_articles a
            join solution_texts t on t.account_id = a.account_id and t.kind = 'article' and t.id = a.id
              and t.language = :language
            join solution_folders f on f.account_id = a.account_id and f.id = a.folder_id
            left join solution_texts ft on ft.account_id = a.account_id and ft.kind = 'folder' and ft.id = a.folder_id
              and ft.language = :language
            left join solution_texts ct on ct.account_id = a.account_id and ct.kind = 'category'
              and ct.id = f.category_id and ct.language = :language
            where a.account_id = :accountId
            """;

    @SqlQuery(ARTICLES + "and a.folder_id = :folderId order by a.id limit :limit offset :offset")
    @RegisterConstructorMapper(ArticleRow.class)
    List<ArticleRow> articles(long accountId, long folderId, String language, int limit, long offset);

    @SqlQuery(ARTICLES + "and a.id = :id")
    @RegisterConstructorMapper(ArticleRow.class)
    Optional<ArticleRow> article(long accountId, long id, String language);

    /** Articles in which every word stands, or that hold the term as it is; the best first. */
    @SqlQuery(ARTICLES + """
            and (to_tsvector('simple', t.title || ' ' || t.description_text) @@ plainto_tsquery('simple', :term)
                 or t.title ilike :like)
            order by ts_rank(to_tsvector('simple', t.title || ' ' || t.description_text),
                             plainto_tsquery('simple', :term)) desc, a.id
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(ArticleRow.class)
    List<ArticleRow> search(long accountId, String language, String term, String like, int limit, long offset);

    @SqlQuery("""
            insert into solution_categories (account_id, visible_in_portals, created_at, updated_at)
            values (:accountId, :portals, :now, :now) returning id
            """)
    long insertCategory(long accountId, List<Long> portals, Instant now);

    @SqlUpdate("""
            update solution_categories set visible_in_portals = :portals, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void updateCategory(long accountId, long id, List<Long> portals, Instant now);

    @SqlQuery("""
            insert into solution_folders (account_id, category_id, parent_folder_id, visibility, company_ids,
              contact_segment_ids, company_segment_ids, created_at, updated_at)
            values (:accountId, :categoryId, :parentFolderId, :visibility, :companyIds, :contactSegmentIds,
              :companySegmentIds, :now, :now)
            returning id
            """)
    long insertFolder(
            long accountId,
            long categoryId,
            Long parentFolderId,
            int visibility,
            List<Long> companyIds,
            List<Long> contactSegmentIds,
            List<Long> companySegmentIds,
            Instant now);

    @SqlUpdate("""
            update solution_folders
            set visibility = :visibility, company_ids = :companyIds, contact_segment_ids = :contactSegmentIds,
              company_segment_ids = :companySegmentIds, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void updateFolder(
            long accountId,
            long id,
            int visibility,
            List<Long> companyIds,
            List<Long> contactSegmentIds,
            List<Long> companySegmentIds,
            Instant now);

    @SqlQuery("""
            insert into solution_articles (account_id, folder_id, type, tags, created_at, updated_at)
            values (:accountId, :folderId, :type, :tags, :now, :now) returning id
            """)
    long insertArticle(long accountId, long folderId, int type, List<String> tags, Instant now);

    @SqlUpdate("""
            update solution_articles set folder_id = :folderId, type = :type, tags = :tags, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void updateArticle(long accountId, long id, long folderId, int type, List<String> tags, Instant now);

    @SqlUpdate("""
            insert into solution_texts (account_id, kind, id, language, title, description, description_text, status,
              agent_id, seo_data, created_at, updated_at)
            values (:accountId, :t.kind, :t.id, :t.language, :t.title, :t.description, :t.descriptionText, :t.status,
              :t.agentId, :t.seoData, :now, :now)
            on conflict (account_id, kind, id, language) do update
            set title = excluded.title, description = excluded.description,
              description_text = excluded.description_text, status = excluded.status, agent_id = excluded.agent_id,
              seo_data = excluded.seo_data, updated_at = excluded.updated_at
            """)
    void saveText(long accountId, @BindMethods("t") Text t, Instant now);

    @SqlUpdate("delete from solution_categories where account_id = :accountId and id = :id")
    int deleteCategory(long accountId, long id);

    @SqlUpdate("delete from solution_folders where account_id = :accountId and id = :id")
    int deleteFolder(long accountId, long id);

    @SqlUpdate("delete from solution_articles where account_id = :accountId and id = :id")
    int deleteArticle(long accountId, long id);

    /** Words whose category, folder or article is gone. */
    @SqlUpdate("""
            delete from solution_texts t
            where t.account_id = :accountId and not exists (
              select from solution_categories c
              where t.kind = 'category' and c.account_id = t.account_id and c.id = t.id)
            and not exists (
              select from solution_folders f where t.kind = 'folder' and f.account_id = t.account_id and f.id = t.id)
            and not exists (
              select from solution_articles a where t.kind = 'article' and a.account_id = t.account_id and a.id = t.id)
            """)
    void sweepTexts(long accountId);

    /** The folder and those below it. */
    String INSIDE = """
            with recursive inside as (
              select id from solution_folders where account_id = :accountId and id = :folderId
              union
              select f.id from solution_folders f join inside i on f.parent_folder_id = i.id
              where f.account_id = :accountId)
            """;

    @SqlQuery(INSIDE + "select id from inside")
    List<Long> foldersInside(long accountId, long folderId);

    @SqlUpdate("""
            update solution_folders set parent_folder_id = :parentFolderId
            where account_id = :accountId and id = :folderId
            """)
    void moveFolder(long accountId, long folderId, Long parentFolderId);

    /** Those of the folder and of the folders below it. */
    @SqlQuery(INSIDE + """
            select a.id from solution_articles a join inside i on i.id = a.folder_id where a.account_id = :accountId
            """)
    List<Long> articlesOf(long accountId, long folderId);

    @SqlQuery("""
            select a.id from solution_articles a
            join solution_folders f on f.account_id = a.account_id and f.id = a.folder_id
            where a.account_id = :accountId and f.category_id = :categoryId
            """)
    List<Long> articlesOfCategory(long accountId, long categoryId);

    @SqlQuery("select exists (select from agents where account_id = :accountId and id = :agentId)")
    boolean hasAgent(long accountId, long agentId);

    @SqlQuery("""
            select not exists (
              select from unnest(:ids::bigint[]) wanted (id)
              where not exists (select from companies c where c.account_id = :accountId and c.id = wanted.id))
            """)
    boolean hasCompanies(long accountId, List<Long> ids);
}
