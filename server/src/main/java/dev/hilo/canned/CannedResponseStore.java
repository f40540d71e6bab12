package dev.hilo.canned;

import dev.hilo.api.CannedResponseFolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What the caller may see: shared answers, those of the caller's groups, and the caller's own. */
public interface CannedResponseStore {

    /** A prepared answer as it lies in the table. */
    record Row(
            long id,
            String title,
            long folderId,
            String content,
            String contentHtml,
            Instant createdAt,
            Instant updatedAt,
            List<Long> groupIds,
            int visibility) {}

    /** A folder with the number of answers that the caller may see in it. */
    record FolderRow(long id, String name, boolean personal, int responsesCount, Instant createdAt, Instant updatedAt) {

        /** @param titles null in lists */
        CannedResponseFolder wire(List<CannedResponseFolder.Title> titles) {
            return new CannedResponseFolder(id, name, personal, responsesCount, createdAt, updatedAt, titles);
        }
    }

    String VISIBLE = """
            (r.visibility = 0 or r.owner_id = :agentId or (r.visibility = 2 and r.group_ids && :groups))
            """;

    String SELECT = """
            select r.id, r.title, r.folder_id, r.content, r.content_html, r.created_at, r.updated_at, r.group_ids,
              r.visibility
            from canned_responses r
            where r.account_id = :accountId and
            """ + VISIBLE;

    @SqlQuery(SELECT + "and r.id = :id")
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(long accountId, long agentId, List<Long> groups, long id);

    @SqlQuery(SELECT + "and r.folder_id = :folderId order by r.title, r.id limit :limit offset :offset")
    @RegisterConstructorMapper(Row.class)
    List<Row> list(long accountId, long agentId, List<Long> groups, long folderId, int limit, long offset);

    String FOLDERS = """
            select f.id, f.name, f.owner_id is not null as personal,
              (select count(*) from canned_responses r
               where r.account_id = f.account_id and r.folder_id = f.id and
            """ + VISIBLE + """
              )::int as responses_count, f.created_at, f.updated_at
            from canned_response_folders f
            where f.account_id = :accountId and (f.owner_id is null or f.owner_id = :agentId)
            """;

    @SqlQuery(FOLDERS + "order by personal desc, f.id limit :limit offset :offset")
    @RegisterConstructorMapper(FolderRow.class)
    List<FolderRow> folders(long accountId, long agentId, List<Long> groups, int limit, long offset);

    @SqlQuery(FOLDERS + "and f.id = :id")
    @RegisterConstructorMapper(FolderRow.class)
    Optional<FolderRow> folder(long accountId, long agentId, List<Long> groups, long id);

    @SqlQuery("""
            insert into canned_response_folders (account_id, name, owner_id, created_at, updated_at)
            values (:accountId, :name, :ownerId, :now, :now)
            returning id
            """)
    long insertFolder(long accountId, String name, Long ownerId, Instant now);

    /** The agent's own folder, made when it is not there yet. */
    @SqlQuery("""
            insert into canned_response_folders (account_id, name, owner_id, created_at, updated_at)
            values (:accountId, 'Personal', :ownerId, :now, :now)
            on conflict (account_id, owner_id) where owner_id is not null do update set name = 'Personal'
            returning id
            """)
    long personalFolder(long accountId, long ownerId, Instant now);

    @SqlUpdate("""
            update canned_response_folders set name = :name, updated_at = :now
            where account_id = :accountId and id = :id and owner_id is null
            """)
    int renameFolder(long accountId, long id, String name, Instant now);

    @SqlQuery("select count(*) from groups where account_id = :accountId and id = any(:ids)")
    int countGroups(long accountId, List<Long> ids);

    @SqlQuery("""
            insert into canned_responses (account_id, folder_id, title, content, content_html, visibility, group_ids,
              owner_id, created_at, updated_at)
            values (:accountId, :folderId, :title, :content, :contentHtml, :visibility, :groupIds, :ownerId, :now, :now)
            returning id
            """)
    long insert(
            long accountId,
            long folderId,
            String title,
            String content,
            String contentHtml,
            int visibility,
            List<Long> groupIds,
            Long ownerId,
            Instant now);

    @SqlUpdate("""
            update canned_responses
            set folder_id = :folderId, title = :title, content = :content, content_html = :contentHtml,
              visibility = :visibility, group_ids = :groupIds, owner_id = :ownerId, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(
            long accountId,
            long id,
            long folderId,
            String title,
            String content,
            String contentHtml,
            int visibility,
            List<Long> groupIds,
            Long ownerId,
            Instant now);
}
