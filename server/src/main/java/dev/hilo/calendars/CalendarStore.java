package dev.hilo.calendars;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
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

    /** The calendar of a group; the account's default one when it has none, or when there is no group. */
    @SqlQuery(SELECT + """
            and (is_default or id = (select business_hour_id from groups where account_id = :accountId and id = :groupId))
            order by is_default limit 1
            """)
    Optional<Calendar> findOfGroup(long accountId, Long groupId);

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
