package dev.hilo.portal;

import dev.hilo.pages.Named;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** All that the help centre holds, for those who write it. */
public interface ShelfStore {

    /** A folder. @param visibility 1 all, 2 logged in, 3 agents, else chosen ones */
    record Folder(long id, long categoryId, String name, int visibility) {}

    /** An article by its title. @param status 1 draft, 2 published */
    record Title(long id, long folderId, String title, int status) {}

    @SqlQuery("""
            select id, title as name from solution_texts
            where account_id = :accountId and kind = 'category' and language = :language order by id limit :limit
            """)
    @RegisterConstructorMapper(Named.class)
    List<Named> categories(long accountId, String language, int limit);

    @SqlQuery("""
            select f.id, f.category_id, t.title as name, f.visibility from solution_folders f
            join solution_texts t on t.account_id = f.account_id and t.kind = 'folder' and t.id = f.id
              and t.language = :language
            where f.account_id = :accountId order by f.category_id, f.id limit :limit
            """)
    @RegisterConstructorMapper(Folder.class)
    List<Folder> folders(long accountId, String language, int limit);

    @SqlQuery("""
            select a.id, a.folder_id, t.title, coalesce(t.status, 1) as status from solution_articles a
            join solution_texts t on t.account_id = a.account_id and t.kind = 'article' and t.id = a.id
              and t.language = :language
            where a.account_id = :accountId
              and (:like = '%' or lower(t.title) like :like or lower(t.description_text) like :like)
            order by a.folder_id, a.id limit :limit
            """)
    @RegisterConstructorMapper(Title.class)
    List<Title> articles(long accountId, String language, String like, int limit);
}
