package dev.hilo.crm;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Tie.class)
interface TieStore {

    @SqlQuery("""
            select * from crm_links
            where account_id = :accountId and connection_id = :connectionId and kind = :kind and record_id = any(:ids)
            """)
    List<Tie> of(long accountId, long connectionId, Crm.Kind kind, List<Long> ids);

    @SqlQuery("""
            select * from crm_links where account_id = :accountId and connection_id = :connectionId
              and (:kind::text is null or kind = :kind) and (:recordId::bigint is null or record_id = :recordId)
            order by kind, record_id limit :limit offset :offset
            """)
    List<Tie> list(long accountId, long connectionId, String kind, Long recordId, int limit, long offset);

    @SqlBatch("""
            insert into crm_links (account_id, connection_id, kind, record_id, remote_id, hash, state, error, at)
            values (:accountId, :connectionId, :tie.kind, :tie.recordId, :tie.remoteId, :tie.hash, :tie.state, :tie.error,
              :tie.at)
            on conflict (account_id, connection_id, kind, record_id) do update
            set remote_id = coalesce(excluded.remote_id, crm_links.remote_id), hash = excluded.hash,
                state = excluded.state, error = excluded.error, at = excluded.at
            """)
    void put(long accountId, long connectionId, @BindMethods("tie") List<Tie> tie);

    @SqlUpdate("""
            delete from crm_links
            where account_id = :accountId and connection_id = :connectionId and kind = :kind and record_id = :recordId
            """)
    int forget(long accountId, long connectionId, Crm.Kind kind, long recordId);
}
