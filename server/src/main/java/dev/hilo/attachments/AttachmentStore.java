package dev.hilo.attachments;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(AttachmentStore.Row.class)
public interface AttachmentStore {

    /** An attached file. @param blob its key in the store */
    record Row(
            long id,
            @ColumnName("owner_kind") Owner kind,
            long ownerId,
            Long ticketId,
            String blob,
            String name,
            String contentType,
            long size,
            Instant createdAt,
            Instant updatedAt) {}

    String COLUMNS = "id, owner_kind, owner_id, ticket_id, blob, name, content_type, size, created_at, updated_at";

    @SqlQuery("""
            insert into attachments (account_id, owner_kind, owner_id, ticket_id, blob, name, content_type, size, sha256,
              created_at, updated_at)
            select :accountId, :kind, :ownerId, :ticketId, f.blob, f.name, f.type, f.size, decode(f.sha256, 'hex'),
              :now, :now
            from unnest(:blobs, :names, :types, :sizes, :hashes) with ordinality as f(blob, name, type, size, sha256, n)
            order by f.n
            returning
            """ + COLUMNS)
    List<Row> insert(
            long accountId,
            Owner kind,
            long ownerId,
            Long ticketId,
            List<String> blobs,
            List<String> names,
            List<String> types,
            List<Long> sizes,
            List<String> hashes,
            Instant now);

    /** A file that has its number from elsewhere. */
    @SqlUpdate("""
            insert into attachments (account_id, id, owner_kind, owner_id, ticket_id, blob, name, content_type, size, sha256,
              created_at, updated_at)
            values (:accountId, :id, :kind, :ownerId, :ticketId, :blob, :name, :contentType, :size, decode(:sha256, 'hex'),
              :createdAt, :updatedAt)
            on conflict do nothing
            """)
    int insertAs(
            long accountId,
            long id,
            Owner kind,
            long ownerId,
            Long ticketId,
            String blob,
            String name,
            String contentType,
            long size,
            String sha256,
            Instant createdAt,
            Instant updatedAt);

    /** Those of some owners that are not among the files given. */
    @SqlQuery("""
            delete from attachments
            where account_id = :accountId and owner_kind = :kind and owner_id = any(:ownerIds) and not id = any(:ids)
            returning blob
            """)
    List<String> deleteBut(long accountId, Owner kind, Collection<Long> ownerIds, Collection<Long> ids);

    /** Keeps others from adding to the ticket's files until the transaction ends. */
    @SqlQuery("select id from tickets where account_id = :accountId and id = :ticketId for update")
    Optional<Long> lockTicket(long accountId, long ticketId);

    @SqlQuery("""
            select coalesce(sum(size), 0) from attachments where account_id = :accountId and ticket_id = :ticketId
            """)
    long sizeOfTicket(long accountId, long ticketId);

    @SqlQuery("select " + COLUMNS + """
             from attachments
            where account_id = :accountId and owner_kind = :kind and owner_id = any(:ownerIds)
            order by id
            """)
    List<Row> of(long accountId, Owner kind, Collection<Long> ownerIds);

    @SqlQuery("select " + COLUMNS + """
             from attachments
            where account_id = :accountId and ticket_id = :ticketId and id = any(:ids)
            """)
    List<Row> ofTicket(long accountId, long ticketId, Collection<Long> ids);

    @SqlQuery("select " + COLUMNS + " from attachments where account_id = :accountId and id = :id")
    Optional<Row> find(long accountId, long id);

    @SqlQuery("""
            delete from attachments
            where account_id = :accountId and owner_kind = :kind and owner_id = any(:ownerIds)
            returning blob
            """)
    List<String> deleteOf(long accountId, Owner kind, Collection<Long> ownerIds);

    @SqlQuery("delete from attachments where account_id = :accountId and ticket_id = any(:ticketIds) returning blob")
    List<String> deleteOfTickets(long accountId, Collection<Long> ticketIds);

    @SqlQuery("delete from attachments where account_id = :accountId and id = :id returning blob")
    Optional<String> delete(long accountId, long id);

    /** Those of the keys that a file has. */
    @SqlQuery("select blob from attachments where account_id = :accountId and blob = any(:keys)")
    List<String> used(long accountId, List<String> keys);
}
