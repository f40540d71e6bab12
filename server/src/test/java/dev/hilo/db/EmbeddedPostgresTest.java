package dev.hilo.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    private static Path home;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(home);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void losesNothingThatItAcknowledged() throws SQLException {
        var settings = List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums");
        assertThat(settings).allSatisfy(name -> assertThat(show(name)).isEqualTo("on"));
    }

    @Test
    void listensOnTheLoopbackAlone() throws SQLException {
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(show("unix_socket_directories")).isEmpty();
    }

    @Test
    void speaksUnicode() throws SQLException {
        assertThat(show("server_encoding")).isEqualTo("UTF8");
        assertThat(new Probe(postgres).ask("select upper('ñandú') || ('é' ~ '\\w')"))
                .isEqualTo("ÑANDÚtrue");
    }

    @Test
    void isTheVersionThatHiloNames() throws SQLException {
        assertThat(PostgresBinaries.VERSION).startsWith(show("server_version") + ".");
    }

    @Test
    void refusesAWrongPassword() {
        var url = new DatabaseUrl(postgres.url().jdbc(), postgres.url().user(), "guess");
        assertThatThrownBy(() -> Database.open(url))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keepsItsFilesToItself() {
        var modes = Map.of("cluster", "rwx------", "cluster/data", "rwx------", "cluster/password", "rw-------");
        assertThat(modes.keySet().stream().collect(Collectors.toMap(name -> name, this::mode)))
                .isEqualTo(modes);
    }

    @Test
    void refusesASecondHiloInTheSameHome() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(home.toString())
                .hasMessageContaining("process " + ProcessHandle.current().pid());
    }

    private String mode(String name) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String show(String setting) throws SQLException {
        return new Probe(postgres).ask("show " + setting);
    }
}
