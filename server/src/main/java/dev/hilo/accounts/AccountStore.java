package dev.hilo.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface AccountStore {

    /** An account as it lies in the table. */
    record Row(
            long accountId,
            String subdomain,
            String name,
            @ColumnName("plan") String planText,
            String timeZone,
            String language,
            List<String> supportedLanguages,
            List<String> portalLanguages,
            Instant createdAt) {

        Account account() {
            return new Account(
                    accountId,
                    subdomain,
                    name,
                    Plan.of(planText),
                    timeZone,
                    language,
                    supportedLanguages,
                    portalLanguages,
                    createdAt);
        }
    }

    String COLUMNS = """
            account_id, subdomain, name, plan, time_zone, language, supported_languages, portal_languages, created_at
            """;

    @SqlQuery("select " + COLUMNS + " from accounts order by account_id")
    @RegisterConstructorMapper(Row.class)
    List<Row> list();

    /** Those whose system of record is elsewhere. */
    @SqlQuery("select account_id from links")
    Set<Long> linked();

    @SqlQuery("select " + COLUMNS + " from accounts where subdomain = :subdomain")
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(String subdomain);

    @SqlQuery("select " + COLUMNS + " from accounts where account_id = :accountId")
    @RegisterConstructorMapper(Row.class)
    Optional<Row> findById(long accountId);

    @SqlQuery("""
            insert into accounts (subdomain, name, plan, time_zone, language, created_at)
            values (:subdomain, :name, :planText, :timeZone, :language, :now)
            returning account_id
            """)
    long insert(@BindMethods NewAccount account, String planText, Instant now);

    @SqlUpdate("insert into ticket_counters (account_id) values (:accountId)")
    void insertCounter(long accountId);
}
