package dev.hilo.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterRowMapper(EventStore.Mapper.class)
interface EventStore {

    String COLUMNS = "e.account_id, e.id, e.at, e.type, e.record, e.record_id, e.ticket_id, e.actor_kind, e.actor_id,"
            + " e.cause, e.before, e.after";

    @SqlQuery("select case when is_called then last_value else 0 end from event_id")
    long last();

    /** @see Horizon */
    @SqlQuery("select last, barrier, oldest from event_horizon()")
    @RegisterConstructorMapper(Horizon.Sample.class)
    Horizon.Sample sample();

    @SqlQuery("select " + COLUMNS + """

            from events e
            where e.account_id = :accountId and e.id > :after and e.id <= :last
            order by e.id
            limit :limit
            """)
    List<Event> after(long accountId, long after, long last, int limit);

    @SqlQuery("select " + COLUMNS + """

            from events e
            where e.account_id = :accountId and e.id > :after and e.id <= :last
              and (:f.all or e.type = any(:f.exactTypes) or e.record = any(:f.records))
              and (:f.ticketId::bigint is null or e.ticket_id = :f.ticketId)
            order by e.id
            limit :limit
            """)
    List<Event> matching(long accountId, long after, long last, @BindMethods("f") EventFilter f, int limit);

    /** Newest first; it reads no more than so many rows, whatever they are. */
    @SqlQuery("select " + COLUMNS + """

            from (select * from events where account_id = :accountId order by id desc limit :limit) e
            where e.at > :since and e.type = any(:types)
            order by e.id desc
            """)
    List<Event> latest(long accountId, List<String> types, Instant since, int limit);

    /** Newest first, of so many before one; what is null is not asked for. */
    @SqlQuery("select " + COLUMNS + """

            from (
              select * from events where account_id = :accountId and id < :before order by id desc limit :among) e
            where (cast(:record as text) is null or e.record = :record)
              and (cast(:actorKind as text) is null or e.actor_kind = :actorKind)
              and (cast(:actorId as bigint) is null or e.actor_id = :actorId)
            order by e.id desc
            limit :limit
            """)
    List<Event> newest(
            long accountId, long before, int among, String record, String actorKind, Long actorId, int limit);

    @SqlQuery("""
            select min(id) from (
              select id from events where account_id = :accountId and id < :before order by id desc limit :among) e
            """)
    Long oldestOf(long accountId, long before, int among);

    @SqlQuery("select " + COLUMNS + " from events e where e.account_id = :accountId and e.id = :id")
    Optional<Event> find(long accountId, long id);

    @SqlQuery("select coalesce(max(id), 0) from events where account_id = :accountId")
    long lastOf(long accountId);

    @SqlUpdate("""
            insert into event_cursors (account_id, follower, position)
            select account_id, :follower, (select coalesce(max(e.id), 0) from events e where e.account_id = a.account_id)
            from accounts a
            where not exists (
              select from event_cursors c where c.account_id = a.account_id and c.follower = :follower)
            on conflict do nothing
            """)
    void begin(String follower);

    @SqlUpdate("""
            insert into event_cursors (account_id, follower, position) values (:accountId, :follower, 0)
            """)
    void begin(long accountId, String follower);

    @SqlQuery("""
            select c.account_id from event_cursors c
            where c.follower = :follower and c.position < :last and exists (
              select from events e where e.account_id = c.account_id and e.id > c.position and e.id <= :last)
            """)
    List<Long> behind(String follower, long last);

    @SqlQuery("""
            select position from event_cursors where account_id = :accountId and follower = :follower
            for update skip locked
            """)
    Optional<Long> claim(long accountId, String follower);

    @SqlUpdate("""
            update event_cursors set position = :position where account_id = :accountId and follower = :follower
            """)
    void move(long accountId, String follower, long position);

    /** Rows to events. */
    final class Mapper implements RowMapper<Event> {
        @Override
        public Event map(ResultSet row, StatementContext context) throws SQLException {
            return new Event(
                    row.getLong(1),
                    row.getLong(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6),
                    (Long) row.getObject(7),
                    new Actor(Actor.Kind.valueOf(row.getString(8)), (Long) row.getObject(9)),
                    row.getString(10),
                    json(row.getString(11)),
                    json(row.getString(12)));
        }

        private static JsonNode json(String text) throws SQLException {
            try {
                return text == null ? null : Json.MAPPER.readTree(text);
            } catch (JsonProcessingException e) {
                throw new SQLException("Not JSON", e);
            }
        }
    }
}
