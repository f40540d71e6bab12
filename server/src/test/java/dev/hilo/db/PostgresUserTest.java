package dev.hilo.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresUserTest {

    private static final int NOBODY = 65534;

    @TempDir
    private Path folder;

    @BeforeEach
    void onlyRootCanBeAnotherUser() {
        assumeTrue(PostgresUser.owner(Path.of("/proc/self")) == 0, "needs root, to become other users");
    }

    @Test
    void rootsHomeMayBeClosedToOthers() throws Exception {
        var home = closed("home");
        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(new Probe(postgres).ask("select 1")).isEqualTo("1");
        }
    }

    @Test
    void anotherUserServesRootWhereNamespacesAreForbidden() throws Exception {
        var parent = open("open");
        create(parent);
        assertServesAsNobody(parent.getParent());
    }

    @Test
    void anotherUserServesRootInAFolderThatIsClosedToOthers() throws Exception {
        var parent = Files.createDirectories(closed("closed").resolve("home/postgres"));
        create(parent);
        assertServesAsNobody(parent.getParent());
    }

    @Test
    void aHomeChangesToTheOtherUserWithAllThatIsInIt() throws Exception {
        var home = open("moving").getParent();
        EmbeddedPostgres.start(home).close();
        var postgres = home.resolve("postgres");
        var other = PostgresUser.other(0, postgres.resolve("cluster"));
        var cluster = Cluster.in(postgres, PostgresBinaries.in(postgres), other);
        assertThat(PostgresUser.owner(cluster.data().resolve("PG_VERSION"))).isEqualTo(NOBODY);
        assertServesAsNobody(home);
    }

    @Test
    void anOrdinaryUserNeedsNoHelp() throws Exception {
        var home = Files.createDirectories(open("ordinary").getParent().resolve("own"));
        Files.setAttribute(home, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        var copies = Files.createDirectories(home.resolveSibling("classes"));
        try (var child = ChildJvm.startAs(NOBODY, copies, home, 10)) {
            assertThat(child.committed(10)).isEqualTo(10);
            assertThat(child.exit()).isZero();
        }
        assertThat(PostgresUser.owner(home.resolve("postgres/cluster/data"))).isEqualTo(NOBODY);
    }

    /** Makes the cluster as on a machine whose kernel refuses user namespaces. */
    private static void create(Path parent) {
        Cluster.in(parent, PostgresBinaries.in(parent), PostgresUser.other(0, parent.resolve("cluster")));
    }

    private static void assertServesAsNobody(Path home) throws Exception {
        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(new Probe(postgres).ask("select 1")).isEqualTo("1");
            var process = Path.of("/proc/" + Probe.server(home).pid());
            assertThat(PostgresUser.owner(process)).isEqualTo(NOBODY);
        }
    }

    private Path open(String name) throws IOException {
        mode(folder, "rwxr-xr-x");
        return Files.createDirectories(folder.resolve(name).resolve("postgres"));
    }

    private Path closed(String name) throws IOException {
        return mode(Files.createDirectories(folder.resolve(name)), "rwx------");
    }

    private static Path mode(Path path, String mode) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
