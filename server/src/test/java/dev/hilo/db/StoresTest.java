package dev.hilo.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hilo.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A store runs on the handle that it is attached to, though its methods are prepared once for all. */
class StoresTest {

    private static Database database;

    public interface Letters {
        @SqlUpdate("insert into letter values (:text)")
        void write(@Bind("text") String text);

        @SqlQuery("select text from letter order by text")
        List<String> all();

        @SqlQuery("select no_such_column from letter")
        List<String> broken();

        @SqlQuery("select pg_backend_pid()")
        int connection();

        default int written(String text) {
            write(text);
            return all().size();
        }
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        database.run(handle -> handle.execute("create table letter (text text)"));
    }

    @Test
    void two_handles_of_one_thread_are_kept_apart() {
        database.write(outer -> {
            var mine = outer.attach(Letters.class);
            mine.write("not committed yet");
            List<String> others;
            try (var inner = outer.getJdbi().open()) {
                assertThat(mine.all()).contains("not committed yet");
                others = inner.attach(Letters.class).all();
            }
            assertThat(others).doesNotContain("not committed yet");
            assertThat(mine.all()).contains("not committed yet");
            outer.rollback();
            return null;
        });
    }

    @Test
    void threads_do_not_meet() {
        var pids = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> database.read(handle -> {
                    var store = handle.attach(Letters.class);
                    int pid = handle.createQuery("select pg_backend_pid()")
                            .mapTo(int.class)
                            .one();
                    return IntStream.range(0, 50).allMatch(n -> store.connection() == pid);
                }))
                .toList();
        assertThat(pids).containsOnly(true);
    }

    @Test
    void a_method_of_its_own_calls_the_others_on_the_same_handle() {
        database.write(handle -> {
            var store = handle.attach(Letters.class);
            int before = store.all().size();
            assertThat(store.written("by default")).isEqualTo(before + 1);
            handle.rollback();
            return null;
        });
    }

    @Test
    void what_fails_leaves_the_store_usable() {
        database.read(handle -> {
            var store = handle.attach(Letters.class);
            assertThatThrownBy(store::broken).isInstanceOf(UnableToExecuteStatementException.class);
            assertThat(store.connection()).isPositive();
            assertThat(store)
                    .isEqualTo(store)
                    .isNotEqualTo(handle.attach(Letters.class))
                    .hasToString("Letters");
            return null;
        });
    }
}
