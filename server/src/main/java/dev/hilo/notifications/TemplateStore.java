package dev.hilo.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(TemplateRow.class)
interface TemplateStore {

    String SELECT = """
            select occasion, language, subject, body, active, updated_at
            from notification_templates
            where account_id = :accountId
            """;

    @SqlQuery(SELECT)
    List<TemplateRow> list(long accountId);

    @SqlQuery(SELECT + " and occasion = :occasion and language = :language")
    Optional<TemplateRow> find(long accountId, Occasion occasion, Language language);

    @SqlUpdate("""
            insert into notification_templates
              (account_id, occasion, language, subject, body, active, created_at, updated_at)
            values (:accountId, :occasion, :language, :subject, :body, :active, :now, :now)
            on conflict (account_id, occasion, language) do update
            set subject = excluded.subject, body = excluded.body, active = excluded.active, updated_at = :now
            """)
    void save(
            long accountId,
            Occasion occasion,
            Language language,
            String subject,
            String body,
            boolean active,
            Instant now);

    @SqlUpdate("""
            delete from notification_templates
            where account_id = :accountId and occasion = :occasion and language = :language
            """)
    void delete(long accountId, Occasion occasion, Language language);
}
