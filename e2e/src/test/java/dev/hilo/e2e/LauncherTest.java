package dev.hilo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./hilo} as a newcomer runs it. */
class LauncherTest {

    private static final Map<String, String> NOTHING_SET = Map.of();
    private static final Path LAUNCHER = HiloProcess.LAUNCHER;
    private static final String TICKETS = "/api/v2/tickets";
    private static final int STOPPED_BY_SIGTERM = 143;

    private final Calls calls = Calls.plain();

    @TempDir
    Path folder;

    @Test
    void theDemoLetsTheKeyDemoInAndKeepsItsOwn() {
        String key;
        try (var demo = HiloProcess.start("demo", folder, NOTHING_SET)) {
            key = demo.key();
            assertThat(calls.get(demo.http(), TICKETS, "demo").statusCode()).isEqualTo(200);
            assertThat(calls.get(demo.http(), TICKETS, key).statusCode()).isEqualTo(200);
            assertThat(calls.get(demo.http(), TICKETS, "other").statusCode()).isEqualTo(401);
            assertThat(demo.announcement()).contains("curl -u demo:X " + demo.http() + TICKETS);

            var secure = Calls.trusting(folder.resolve("tls/certificate.pem"));
            assertThat(secure.get(demo.https(), TICKETS, key).statusCode()).isEqualTo(200);

            assertThat(demo.stop()).isEqualTo(STOPPED_BY_SIGTERM);
            assertThat(folder.resolve("postgres/cluster/data/postmaster.pid")).doesNotExist();
        }
        try (var again = HiloProcess.start("demo", folder, NOTHING_SET)) {
            assertThat(again.key()).isEqualTo(key);
            assertThat(calls.get(again.http(), TICKETS, key).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theKeyDemoIsForThisMachineAlone() {
        try (var demo = HiloProcess.start("demo", folder, Map.of("HILO_HOST", "0.0.0.0"))) {
            assertThat(calls.get(demo.http(), TICKETS, "demo").statusCode()).isEqualTo(401);
            assertThat(calls.get(demo.http(), TICKETS, demo.key()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anAccountMadeBesideARunningServerIsServed() {
        try (var server = HiloProcess.start("serve", folder, NOTHING_SET)) {
            assertThat(server.announcement()).contains("none yet");
            assertThat(calls.get(server.http(), TICKETS, "demo").statusCode()).isEqualTo(401);

            var created = run("account", "create", "acme", "--email", "ada@acme.test");
            assertThat(created.status()).as(created.err()).isZero();
            var key = created.out().replaceAll("(?s).*API key +(\\S+).*", "$1");
            await().untilAsserted(() -> assertThat(
                            calls.get(server.http(), TICKETS, key).statusCode())
                    .isEqualTo(200));
            assertThat(calls.get(server.http(), "/api/hilo/v1/sandbox/clock", key)
                            .statusCode())
                    .as("the sandbox's controls, outside of a sandbox")
                    .isEqualTo(404);
        }
    }

    @Test
    void aSecondServerOnTheSameHomeIsRefused() {
        try (var first = HiloProcess.start("serve", folder, NOTHING_SET)) {
            var second = run("serve", "--port", "0", "--tls-port", "0");
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.err())
                    .contains("in use by another Hilo (process " + first.pid() + ")")
                    .hasLineCount(1);
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(taken.getLocalPort());
            var refused = run("serve", "--port", port, "--tls-port", "0");
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err()).contains(":" + port, "--port").doesNotContain("\tat ");
        }
    }

    @Test
    void itRunsThroughASymbolicLinkFromAFolderWithSpaces() throws IOException {
        var elsewhere = Files.createDirectories(folder.resolve("some where"));
        var link = Files.createSymbolicLink(elsewhere.resolve("hilo"), LAUNCHER);

        var version = HiloProcess.run(link, List.of("version"), NOTHING_SET);
        assertThat(version.out()).startsWith("Hilo ");
        var config = HiloProcess.run(link, List.of("config", "--home", elsewhere.toString()), NOTHING_SET);
        assertThat(config.out()).contains("HILO_HOME              " + elsewhere + "  (--home)");
    }

    @Test
    void anOldJavaHomeIsPassedOver() {
        var version = HiloProcess.run(LAUNCHER, List.of("version"), Map.of("JAVA_HOME", "/does/not/exist"));

        assertThat(version.status()).as(version.err()).isZero();
    }

    @Test
    void anUnknownSettingStopsTheBoot() {
        var refused = HiloProcess.run(LAUNCHER, List.of("serve"), Map.of("HILO_PROT", "1"));

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).isEqualTo("Unknown setting HILO_PROT (environment). Did you mean HILO_PORT?\n");
    }

    @Test
    void furtherJavaOptionsReachJava() {
        var refused =
                HiloProcess.run(LAUNCHER, List.of("version"), Map.of("HILO_JAVA_OPTS", "-Xmx300m -XX:NoSuchFlag=1"));

        assertThat(refused.err() + refused.out()).contains("NoSuchFlag");
    }

    private HiloProcess.Ended run(String... words) {
        var line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--home", folder.toString()));
        return HiloProcess.run(LAUNCHER, line, NOTHING_SET);
    }
}
