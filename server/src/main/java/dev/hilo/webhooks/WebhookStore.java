package dev.hilo.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(WebhookRow.class)
interface WebhookStore {

    @SqlQuery("select " + WebhookRow.COLUMNS + """
            from webhooks w where w.account_id = :accountId order by w.id limit :limit offset :offset
            """)
    List<WebhookRow> list(long accountId, int limit, long offset);

    @SqlQuery("select " + WebhookRow.COLUMNS
            + "from webhooks w where w.account_id = :accountId and w.active order by w.id")
    List<WebhookRow> active(long accountId);

    @SqlQuery("select " + WebhookRow.COLUMNS + "from webhooks w where w.account_id = :accountId and w.id = :id")
    Optional<WebhookRow> find(long accountId, long id);

    @SqlQuery("select count(*) from webhooks where account_id = :accountId")
    int count(long accountId);

    @SqlQuery("""
            insert into webhooks (account_id, name, url, types, conditions, header_names, sealed_headers, template, content_type,
              sealed_secret, active, starts_after, created_at, updated_at)
            values (:accountId, :name, :url, :types, :conditions, :headerNames, :sealedHeaders, :template, :contentType,
              :sealedSecret, :active, (select case when is_called then last_value else 0 end from event_id), :now, :now)
            returning id
            """)
    long insert(
            long accountId,
            String name,
            String url,
            List<String> types,
            Map<String, Object> conditions,
            List<String> headerNames,
            byte[] sealedHeaders,
            String template,
            String contentType,
            byte[] sealedSecret,
            boolean active,
            Instant now);

    @SqlUpdate("""
            update webhooks
            set name = :name, url = :url, types = :types, conditions = :conditions, header_names = :headerNames,
                sealed_headers = :sealedHeaders, template = :template, content_type = :contentType, active = :active,
                updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(
            long accountId,
            long id,
            String name,
            String url,
            List<String> types,
            Map<String, Object> conditions,
            List<String> headerNames,
            byte[] sealedHeaders,
            String template,
            String contentType,
            boolean active,
            Instant now);

    @SqlUpdate("""
            update webhooks
            set sealed_old_secret = sealed_secret, old_secret_until = :until, sealed_secret = :sealed, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void rotate(long accountId, long id, byte[] sealed, Instant until, Instant now);

    @SqlUpdate("delete from webhooks where account_id = :accountId and id = :id")
    int delete(long accountId, long id);
}
