package dev.hilo.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

    @TempDir
    private static Path shared;

    @TempDir
    private Path home;

    @BeforeAll
    static void unpack() {
        PostgresBinaries.in(shared);
    }

    @BeforeEach
    void unpackOnlyOnce() throws IOException {
        var name = "binaries-" + PostgresBinaries.VERSION;
        Files.createSymbolicLink(
                Files.createDirectories(home.resolve("postgres")).resolve(name), shared.resolve(name));
    }

    @Test
    void aKilledServerIsStartedAgainAndTheNextQueriesFindEverything() {
        try (var postgres = EmbeddedPostgres.start(home);
                var database = Database.open(postgres.url(), 4)) {
            database.run(handle -> handle.execute("create table written (number bigint)"));
            for (var kills = 1; kills <= 2; kills++) {
                database.run(handle -> handle.execute("insert into written values (1)"));
                Probe.server(home).destroyForcibly();
                awaitRows(database, kills);
            }
        }
    }

    private static void awaitRows(Database database, int rows) {
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> {
            int found = database.read(handle -> handle.select("select count(*) from written")
                    .mapTo(int.class)
                    .one());
            assertThat(found).isEqualTo(rows);
        });
    }

    @Test
    void aKilledHiloFindsWhatItCommittedAndTheServerItLeft() throws Exception {
        int committed;
        ProcessHandle orphan;
        try (var child = ChildJvm.start(home, Integer.MAX_VALUE)) {
            committed = child.committed(500);
            child.kill();
            orphan = Probe.server(home);
        }
        assertThat(orphan.isAlive()).isTrue();
        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(Probe.server(home)).isNotEqualTo(orphan);
            var found = new Probe(postgres).ask("select count(*) from written where number <= " + committed);
            assertThat(found).isEqualTo("" + committed);
        }
    }

    @Test
    void aKilledHiloAndServerFindWhatTheyCommitted() throws Exception {
        int committed;
        try (var child = ChildJvm.start(home, Integer.MAX_VALUE)) {
            committed = child.committed(500);
            child.kill();
            Probe.server(home).destroyForcibly();
        }
        try (var postgres = EmbeddedPostgres.start(home)) {
            var found = new Probe(postgres).ask("select count(*) from written where number <= " + committed);
            assertThat(found).isEqualTo("" + committed);
        }
    }

    @Test
    void aSecondHiloIsToldWhoHoldsTheHome() throws Exception {
        try (var child = ChildJvm.start(home, Integer.MAX_VALUE)) {
            child.committed(1);
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining(home.toString())
                    .hasMessageContaining("process " + child.pid());
            child.kill();
        }
        EmbeddedPostgres.start(home).close();
    }

    @Test
    void aNumberThatAnotherProcessHasNowDoesNotPreventAStart() throws Exception {
        EmbeddedPostgres.start(home).close();
        var data = home.resolve("postgres/cluster/data");
        var stranger = ProcessHandle.current().pid();
        Files.writeString(data.resolve(PostmasterFile.NAME), stranger + "\n" + data + "\n1\n5432\n\n\n\nready\n");
        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(new Probe(postgres).ask("select 1")).isEqualTo("1");
        }
    }

    @Test
    void aStoppedServerStaysStopped() {
        EmbeddedPostgres.start(home).close();
        assertThat(PostmasterFile.in(home.resolve("postgres/cluster/data"))).isEmpty();
    }

    @Test
    void aFailedCreationLeavesNothingHalfMade() throws Exception {
        var folder = home.resolve("postgres");
        var catalogue = PostgresBinaries.in(folder).folder().resolve("share/postgresql/postgres.bki");
        var whole = Files.readAllBytes(catalogue);
        Files.writeString(catalogue, "nonsense");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("initdb");
        Files.write(catalogue, whole);
        assertThat(folder.toFile().list()).containsExactly("binaries-" + PostgresBinaries.VERSION);
        EmbeddedPostgres.start(home).close();
    }

    @Test
    void aDatabaseOfAnotherMajorVersionIsRefused() throws Exception {
        EmbeddedPostgres.start(home).close();
        Files.writeString(home.resolve("postgres/cluster/data/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("made by PostgreSQL 17");
    }
}
