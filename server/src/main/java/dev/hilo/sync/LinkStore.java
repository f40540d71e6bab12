package dev.hilo.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Ties to other accounts. */
@RegisterConstructorMapper(Link.class)
public interface LinkStore {

    String SELECT = """
            select account_id, address, sealed_key, agent_id, active, share, credits_per_minute, with_archived,
              with_files, pushed_at, last_run_at, last_error, created_at
            from links
            """;

    @SqlQuery(SELECT + "where account_id = :accountId")
    Optional<Link> find(long accountId);

    @SqlQuery(SELECT + "where active order by account_id")
    List<Link> active();

    @SqlUpdate("""
            insert into links (account_id, address, sealed_key, agent_id, share, with_files, push_hash, created_at)
            values (:accountId, :address, :sealedKey, :agentId, :share, :withFiles, :pushHash, :now)
            """)
    void insert(
            long accountId,
            String address,
            byte[] sealedKey,
            long agentId,
            int share,
            boolean withFiles,
            byte[] pushHash,
            Instant now);

    @SqlUpdate("update links set active = :active, share = :share where account_id = :accountId")
    void update(long accountId, boolean active, int share);

    @SqlUpdate("update links set sealed_key = :sealedKey, agent_id = :agentId where account_id = :accountId")
    void changeKey(long accountId, byte[] sealedKey, long agentId);

    @SqlUpdate("update links set push_hash = :pushHash where account_id = :accountId")
    void changePush(long accountId, byte[] pushHash);

    @SqlUpdate("""
            update links set last_run_at = :now, last_error = :error,
              credits_per_minute = coalesce(:credits, credits_per_minute)
            where account_id = :accountId
            """)
    void ran(long accountId, Instant now, String error, Integer credits);

    @SqlQuery("select account_id from links where account_id = :accountId and push_hash = :pushHash and active")
    Optional<Long> pushed(long accountId, byte[] pushHash);

    @SqlUpdate("update links set pushed_at = :now where account_id = :accountId")
    void pushed(long accountId, Instant now);

    @SqlUpdate("delete from links where account_id = :accountId")
    int delete(long accountId);

    @SqlUpdate("update agents set password_hash = :hash where account_id = :accountId and id = :agentId")
    void setPassword(long accountId, long agentId, String hash);
}
