package dev.hilo.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hilo.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static Database database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        database.run(handle -> handle.execute("create table letter (text text)"));
    }

    @Test
    void commitsAWrite() {
        database.run(handle -> handle.execute("insert into letter values ('kept')"));
        assertThat(count("kept")).isEqualTo(1);
    }

    @Test
    void undoesAWriteThatFails() {
        assertThatThrownBy(() -> database.run(handle -> {
                    handle.execute("insert into letter values ('lost')");
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(count("lost")).isZero();
    }

    @Test
    void readsWithoutATransaction() throws Exception {
        boolean autoCommit = database.read(handle -> handle.getConnection().getAutoCommit());
        assertThat(autoCommit).isTrue();
    }

    @Test
    void countsInUtc() {
        assertThat(text(database, "show timezone")).isEqualTo("UTC");
    }

    @Test
    void preparesAStatementAtItsFirstUse() {
        var prepared = database.write(handle -> {
            handle.select("select text from letter where text = :text")
                    .bind("text", "x")
                    .mapTo(String.class)
                    .list();
            return handle.select("select count(*) from pg_prepared_statements where statement like '%from letter%'")
                    .mapTo(int.class)
                    .one();
        });
        assertThat(prepared).isPositive();
    }

    @Test
    void runsItsMigrationsOnce() {
        var url = TestDatabase.freshUrl();
        Database.open(url, 1).close();
        try (var again = Database.open(url, 1)) {
            assertThat(text(again, "select count(*) from flyway_schema_history where not success"))
                    .isEqualTo("0");
        }
    }

    @Test
    void refusesTheSchemaOfANewerHilo() {
        var url = TestDatabase.freshUrl();
        try (var newer = Database.open(url, 1)) {
            newer.run(handle -> handle.execute("""
                    insert into flyway_schema_history
                      (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'hilo', 1, true)"""));
        }
        assertThatThrownBy(() -> Database.open(url, 1))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("9999");
    }

    @Test
    void refusesAnOldPostgres() {
        assertThatThrownBy(() -> ServerCheck.requireSupported(14)).hasMessageContaining("needs 15 or newer");
    }

    @Test
    void saysThatNobodyListens() {
        var url = DatabaseUrl.parse("postgres://hilo:secret@127.0.0.1:1/hilo");
        assertThatThrownBy(() -> ServerCheck.of(url, Duration.ZERO))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("127.0.0.1:1/hilo")
                .hasMessageContaining("refused")
                .hasMessageNotContaining("secret");
    }

    private static String text(Database database, String sql) {
        return database.read(handle -> handle.select(sql).mapTo(String.class).one());
    }

    private static int count(String text) {
        return database.read(handle -> handle.select("select count(*) from letter where text = :text")
                .bind("text", text)
                .mapTo(int.class)
                .one());
    }
}
