package dev.hilo.answers.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Endpoint.class)
interface EndpointStore {

    @SqlQuery("select " + Endpoint.COLUMNS + " from language_models where account_id = :accountId")
    Optional<Endpoint> find(long accountId);

    @SqlUpdate("""
            insert into language_models (account_id, provider, address, model, sealed_key, json_mode, timeout_seconds,
              most_tokens, price_in, price_out, cap_per_day, active, created_at, updated_at)
            values (:e.accountId, :e.provider, :e.address, :e.model, :e.sealedKey, :e.jsonMode, :e.timeoutSeconds,
              :e.mostTokens, :e.priceIn, :e.priceOut, :e.capPerDay, :e.active, :e.updatedAt, :e.updatedAt)
            on conflict (account_id) do update
            set provider = excluded.provider, address = excluded.address, model = excluded.model,
                sealed_key = excluded.sealed_key, json_mode = excluded.json_mode,
                timeout_seconds = excluded.timeout_seconds, most_tokens = excluded.most_tokens,
                price_in = excluded.price_in, price_out = excluded.price_out, cap_per_day = excluded.cap_per_day,
                active = excluded.active, updated_at = excluded.updated_at
            """)
    void save(@BindMethods("e") Endpoint e);

    @SqlUpdate("delete from language_models where account_id = :accountId")
    int delete(long accountId);

    /** Takes money out of the day's, unless that would be more than there is. @return 0 in that case */
    @SqlUpdate("""
            insert into language_model_days as d (account_id, day, calls, spent)
            select :accountId, :day, 1, :estimate where :estimate <= coalesce(:cap::numeric, :estimate)
            on conflict (account_id, day) do update
            set calls = d.calls + 1, spent = d.spent + excluded.spent
            where d.spent + excluded.spent <= coalesce(:cap::numeric, d.spent + excluded.spent)
            """)
    int reserve(long accountId, LocalDate day, BigDecimal estimate, BigDecimal cap);

    @SqlUpdate("""
            update language_model_days
            set spent = spent + :difference, tokens_in = tokens_in + :tokensIn, tokens_out = tokens_out + :tokensOut,
                failures = failures + :failures
            where account_id = :accountId and day = :day
            """)
    void settle(long accountId, LocalDate day, BigDecimal difference, long tokensIn, long tokensOut, int failures);

    @SqlQuery("""
            select calls, failures, tokens_in, tokens_out, spent from language_model_days
            where account_id = :accountId and day = :day
            """)
    @RegisterConstructorMapper(Spending.class)
    Optional<Spending> spent(long accountId, LocalDate day);

    @SqlUpdate("delete from language_model_days where account_id = :accountId and day < :before")
    void forget(long accountId, LocalDate before);
}
