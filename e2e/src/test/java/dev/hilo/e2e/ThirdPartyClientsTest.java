package dev.hilo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Clients that nobody here wrote, unmodified, against the running program; every step of each story is a test. */
class ThirdPartyClientsTest {

    @TempDir
    private static Path home;

    /** A host name that one of them insists on. */
    private static final String FRESHDESK = "acme.freshdesk.com";

    private static HiloProcess demo;

    @BeforeAll
    static void start() {
        demo = HiloProcess.start("demo", home, Map.of("HILO_TLS_NAMES", FRESHDESK));
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @TestFactory
    Stream<DynamicTest> freshdeskApi() {
        return steps(ThirdPartyClient.node(
                "freshdesk-api.cjs", Map.of("BASE", demo.http().toString(), "FD_KEY", demo.key())));
    }

    @TestFactory
    Stream<DynamicTest> freshworksFreshdesk() {
        var environment = Map.of(
                "FD_HOST", demo.https().getAuthority(),
                "FD_KEY", demo.key(),
                "NODE_EXTRA_CA_CERTS", certificate());
        return steps(ThirdPartyClient.node("freshworks.cjs", environment));
    }

    @TestFactory
    Stream<DynamicTest> pythonFreshdesk() {
        var environment = Map.of(
                "FD_HOST",
                FRESHDESK,
                "TLS_PORT",
                "" + demo.https().getPort(),
                "FD_KEY",
                demo.key(),
                "REQUESTS_CA_BUNDLE",
                certificate());
        return steps(ThirdPartyClient.python("python_freshdesk.py", environment));
    }

    private static String certificate() {
        return home.resolve("tls/certificate.pem").toString();
    }

    private static Stream<DynamicTest> steps(Command.Result story) {
        var steps = story.text().lines().filter(line -> line.matches("(PASS|FAIL|SKIP) .*"));
        return Stream.concat(
                steps.map(ThirdPartyClientsTest::step),
                Stream.of(dynamicTest(
                        "the story was told to its end",
                        () -> assertThat(story.isFine()).as(story.text()).isTrue())));
    }

    private static DynamicTest step(String line) {
        System.out.println(line);
        return dynamicTest(line.substring(5), () -> {
            if (line.startsWith("FAIL")) fail(line + "\n" + demo.log());
            if (line.startsWith("SKIP")) abort(line);
        });
    }
}
