package dev.hilo.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface EmailSettingsStore {

    /** @param toggles what differs from the founded settings */
    record Row(JsonNode toggles, List<String> bccEmails) {}

    @SqlQuery("select toggles, bcc_emails from email_settings where account_id = :accountId")
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(long accountId);

    @SqlUpdate("""
            insert into email_settings as s (account_id, toggles) values (:accountId, :toggles)
            on conflict (account_id) do update set toggles = s.toggles || excluded.toggles
            """)
    void set(long accountId, JsonNode toggles);

    @SqlUpdate("""
            insert into email_settings (account_id, bcc_emails) values (:accountId, :emails)
            on conflict (account_id) do update set bcc_emails = excluded.bcc_emails
            """)
    void setBcc(long accountId, List<String> emails);
}
