package dev.hilo.calendars;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Calendar.class)
interface CalendarStore {

    String SELECT = """
            select id, name, description, is_default, time_zone, hours, created_at, updated_at
            from business_hours
            where account_id = :accountId
            """;

    @SqlQuery(SELECT + "order by is_default desc, id limit :limit offset :offset")
    List<Calendar> list(long accountId, int limit, long offset);

    @SqlQuery(SELECT + "and id = :id")
    Optional<Calendar> find(long accountId, long id);

    @SqlQuery(SELECT)
    List<Calendar> all(long accountId);

    /** The groups that have a calendar of their own, and its id. */
    @SqlQuery("""
            select id, business_hour_id from groups where account_id = :accountId and business_hour_id is not null
            """)
    @KeyColumn("id")
    @ValueColumn("business_hour_id")
    Map<Long, Long> ofGroups(long accountId);

    @SqlUpdate("""
            insert into business_hours
              (account_id, name, description, is_default, time_zone, hours, created_at, updated_at)
            values (:accountId, :name, :description, :isDefault, :timeZone, :hours, :now, :now)
            """)
    void insert(
            long accountId,
            String name,
            String description,
            boolean isDefault,
            String timeZone,
            JsonNode hours,
            Instant now);
}
