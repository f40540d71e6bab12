package dev.hilo.accounts;

import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** API keys: made here, shown once, kept as hashes. */
public final class Keys {

    /** A key as it can be listed. @param hint its last four characters */
    public record Key(long id, long agentId, String agentEmail, String name, String hint, Instant createdAt) {}

    interface Store {
        @SqlUpdate("""
                insert into api_keys (account_id, agent_id, name, hash, hint, created_at)
                values (:accountId, :agentId, :name, :hash, :hint, :now)
                """)
        void insert(long accountId, long agentId, String name, byte[] hash, String hint, Instant now);

        @SqlQuery("""
                select k.id, k.agent_id, c.email as agent_email, k.name, k.hint, k.created_at
                from api_keys k
                join contacts c on c.account_id = k.account_id and c.id = k.agent_id
                where k.account_id = :accountId and k.revoked_at is null
                order by k.id
                """)
        @RegisterConstructorMapper(Key.class)
        List<Key> list(long accountId);

        @SqlUpdate("""
                update api_keys set revoked_at = :now
                where account_id = :accountId and id = :id and revoked_at is null
                """)
        int revoke(long accountId, long id, Instant now);

        /** An agent who is given a key may use it. */
        @SqlUpdate("update agents set api_key_enabled = true where account_id = :accountId and id = :agentId")
        int enable(long accountId, long agentId);

        @SqlQuery("""
                select a.id from agents a join contacts c on c.account_id = a.account_id and c.id = a.id
                where a.account_id = :accountId and c.email = :email
                """)
        Long agentOf(long accountId, String email);
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Clock clock;

    public Keys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes a key for an agent and returns it; it cannot be read again. */
    public String create(long accountId, String agentEmail, String name) {
        Long agent = database.read(h -> h.attach(Store.class).agentOf(accountId, agentEmail.toLowerCase()));
        if (agent == null) throw new Refusal.NotFound();
        return create(accountId, agent, name);
    }

    /** The same, by the number of the agent, who must be one. */
    public String create(long accountId, long agent, String name) {
        byte[] random = new byte[20];
        RANDOM.nextBytes(random);
        String key = HexFormat.of().formatHex(random);
        database.write(handle -> {
            var store = handle.attach(Store.class);
            if (store.enable(accountId, agent) == 0) throw new Refusal.NotFound();
            store.insert(accountId, agent, name, hash(key), key.substring(key.length() - 4), clock.instant());
            return null;
        });
        return key;
    }

    public List<Key> list(long accountId) {
        return database.read(h -> h.attach(Store.class).list(accountId));
    }

    /** Those of one agent. */
    public List<Key> of(long accountId, long agentId) {
        return list(accountId).stream().filter(key -> key.agentId() == agentId).toList();
    }

    public void revoke(long accountId, long id) {
        int revoked = database.write(h -> h.attach(Store.class).revoke(accountId, id, clock.instant()));
        if (revoked == 0) throw new Refusal.NotFound();
    }

    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String fingerprint(String secret) {
        return HexFormat.of().formatHex(hash(secret));
    }
}
