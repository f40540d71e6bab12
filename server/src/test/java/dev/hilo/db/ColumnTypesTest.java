package dev.hilo.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hilo.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ColumnTypesTest {

    public enum Mood {
        MERRY,
        SAD
    }

    public record Card(
            Long id,
            Instant sentAt,
            List<String> tags,
            List<Long> readers,
            JsonNode body,
            Map<String, Object> fields,
            Mood mood) {}

    public interface CardStore {
        @SqlUpdate("""
                insert into card (id, sent_at, tags, readers, body, fields, mood)
                values (:id, :sentAt, :tags, :readers, :body, :fields, :mood)""")
        void insert(@BindMethods Card card);

        @SqlUpdate("update card set fields = :fields, tags = :tags, sent_at = :sentAt where id = :id")
        int update(
                @Bind("id") long id,
                @Bind("fields") Map<String, Object> fields,
                @Bind("tags") List<String> tags,
                @Bind("sentAt") Instant sentAt);
    }

    private static final Card FULL = new Card(
            1L,
            Instant.parse("2026-03-29T01:30:00.123456Z"),
            List.of("red", "it's, \"quoted\""),
            List.of(7L, 1L << 40),
            new ObjectMapper().createObjectNode().put("hello", "¿qué?"),
            Map.of("cf_plan", "gold", "cf_seats", 12, "cf_on", true),
            Mood.MERRY);
    private static final Card EMPTY = new Card(2L, null, null, null, null, null, null);

    private static Database database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        database.run(handle -> handle.execute("""
                create table card (id bigint, sent_at timestamptz, tags text[], readers bigint[], body jsonb, fields jsonb, mood text)"""));
        database.run(handle -> handle.attach(CardStore.class).insert(FULL));
        database.run(handle -> handle.attach(CardStore.class).insert(EMPTY));
    }

    @Test
    void storeEveryTypeAndGiveItBack() {
        assertThat(card(1)).isEqualTo(FULL);
    }

    @Test
    void storeNothingAsNull() {
        assertThat(card(2)).isEqualTo(EMPTY);
        int empty = database.read(handle -> handle.select("""
                        select count(*) from card where num_nulls(sent_at, tags, readers, body, fields, mood) = 6""").mapTo(int.class).one());
        assertThat(empty).isEqualTo(1);
    }

    @Test
    void bindAsParameters() {
        database.run(handle -> {
            handle.attach(CardStore.class).insert(new Card(3L, null, null, null, null, null, Mood.SAD));
            handle.attach(CardStore.class).update(3, Map.of("a", List.of(1, 2)), List.of("x"), Instant.EPOCH);
        });
        assertThat(card(3).fields()).isEqualTo(Map.of("a", List.of(1, 2)));
        assertThat(card(3).tags()).containsExactly("x");
        assertThat(card(3).sentAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void findByArrayAndByTime() {
        var found = database.read(handle -> handle.select("""
                        select id from card where id = any(:ids) and sent_at >= :since and coalesce(:until, now()) > sent_at""")
                .bindArray("ids", Long.class, List.of(1L, 2L))
                .bind("since", FULL.sentAt())
                .bindByType("until", null, Instant.class)
                .mapTo(Long.class)
                .list());
        assertThat(found).containsExactly(1L);
    }

    private static Card card(long id) {
        return database.read(handle -> handle.select("select * from card where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Card.class))
                .one());
    }
}
