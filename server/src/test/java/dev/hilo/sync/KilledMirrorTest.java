package dev.hilo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.hilo.client.Form;
import dev.hilo.client.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A first load whose process is killed again and again while the other side misbehaves. */
class KilledMirrorTest {

    private static final int TICKETS = 150;
    private static final int KILLS = 4;

    static Twins twins;

    @BeforeAll
    static void start() throws Exception {
        twins = new Twins();
        twins.later();
        IntStream.range(0, TICKETS).forEach(KilledMirrorTest::ticket);
        twins.later();
    }

    @AfterAll
    static void stop() throws Exception {
        twins.close();
    }

    private static void ticket(int number) {
        long ticket = id(twins.ada.post(
                "/tickets",
                Map.of(
                        "email", "c" + number % 20 + "@customer.test",
                        "subject", "Parcel " + number,
                        "description", "Where is it?",
                        "status", 2 + number % 3,
                        "priority", 1 + number % 4)));
        // A note of the same second would not show in the ticket's times.
        twins.ada.post(Twins.SANDBOX + "/clock/advance", Map.of("by", "PT2S"));
        for (int i = 0; i < number % 3; i++) {
            id(twins.ada.post("/tickets/" + ticket + "/notes", Map.of("body", "Note " + number + " " + i)));
        }
        if (number % 15 == 0) {
            var bill = ("Bill of " + number).getBytes(StandardCharsets.UTF_8);
            id(twins.ada
                    .raw()
                    .post(
                            "/tickets/" + ticket + "/notes",
                            new Form()
                                    .with("body", "See the bill")
                                    .file("attachments[]", "bill.txt", bill, "text/plain")));
        }
    }

    private static long id(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").asLong();
    }

    @Test
    void a_mirror_that_is_killed_again_and_again_ends_equal() throws Exception {
        fault(Map.of("kind", "answer", "status", 429, "retry_after", 1, "share", 0.01, "seed", 1));
        fault(Map.of("kind", "answer", "status", 500, "share", 0.08, "seed", 2));
        fault(Map.of("kind", "drop", "share", 0.05, "seed", 3));
        fault(Map.of("kind", "drop", "share", 0.05, "seed", 4, "afterwards", true));
        fault(Map.of("kind", "delay", "delay_millis", 300, "share", 0.03, "seed", 5));
        var random = new Random(7);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) killed += isKilledAfter(10 + random.nextInt(40)) ? 1 : 0;
        assertThat(killed).isEqualTo(KILLS);

        var last = mirroring();
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).isZero();
        twins.ada.delete(Twins.SANDBOX + "/faults");
        twins.sync();

        var proof = twins.verify(false);
        assertThat(proof.path("differences").asInt()).as(proof.toPrettyString()).isZero();
        assertThat(files(twins.here.database(), twins.accountId))
                .hasSize(TICKETS / 15)
                .isEqualTo(files(twins.source.database(), twins.source.acme().accountId()));
        twins.assertEqual();
    }

    private static void fault(Map<String, Object> fault) {
        var made = twins.ada.post(Twins.SANDBOX + "/faults", fault);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    /** @return whether it still ran when it had made so many calls */
    private static boolean isKilledAfter(int calls) throws Exception {
        twins.ada.delete(Twins.SANDBOX + "/calls");
        var process = mirroring();
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !process.isAlive()
                        || twins.ada
                                        .get(Twins.SANDBOX + "/calls?limit=" + calls)
                                        .json()
                                        .size()
                                >= calls);
        boolean ran = process.isAlive();
        process.destroyForcibly().waitFor();
        return ran;
    }

    private static Process mirroring() throws Exception {
        var pool = (HikariDataSource) twins.here.database().dataSource();
        var files = Path.of("target", "test-files", "" + ProcessHandle.current().pid(), "attachments");
        var log = Path.of("target", "killed-mirror.log").toFile();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SyncingAlone.class.getName(),
                        pool.getJdbcUrl(),
                        pool.getUsername(),
                        pool.getPassword(),
                        "" + twins.accountId,
                        files.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static List<String> files(dev.hilo.db.Database database, long accountId) {
        return database.read(h -> h.createQuery("""
                        select id || ' ' || owner_kind || ' ' || owner_id || ' ' || name || ' ' || size || ' ' || encode(sha256, 'hex')
                        from attachments where account_id = :account order by id""")
                .bind("account", accountId)
                .mapTo(String.class)
                .list());
    }
}
