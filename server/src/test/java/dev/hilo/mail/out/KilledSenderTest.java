package dev.hilo.mail.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.hilo.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that is killed while it sends a mail, and the one that comes after it. */
class KilledSenderTest {

    SmtpStandIn smtp;
    TestServer server;

    @BeforeEach
    void start() throws Exception {
        smtp = new SmtpStandIn();
        server = TestServer.start();
        var reply = server.admin().post("/tickets/" + server.ticket() + "/reply", Map.of("body", "hello"));
        assertThat(reply.status()).isEqualTo(201);
        server.hilo().close();
    }

    @AfterEach
    void stop() throws Exception {
        server.database().close();
        smtp.close();
    }

    @Test
    void killed_before_the_server_had_the_mail_it_arrives_once() throws Exception {
        var gate = smtp.keep("RCPT");
        var killed = sender();
        await().atMost(Duration.ofSeconds(30)).until(() -> state().equals("SENDING") && smtp.connections == 1);
        killed.destroyForcibly().waitFor();
        gate.release();

        run();

        assertThat(state()).isEqualTo("SENT");
        assertThat(smtp.received).hasSize(1);
    }

    @Test
    void killed_before_the_server_said_that_it_has_the_mail_it_is_sent_again_under_the_same_id() throws Exception {
        var gate = smtp.keep("DATA");
        var killed = sender();
        await().atMost(Duration.ofSeconds(30)).until(() -> !smtp.received.isEmpty());
        assertThat(state()).isEqualTo("SENDING");
        killed.destroyForcibly().waitFor();
        gate.release();

        run();

        assertThat(state()).isEqualTo("SENT");
        assertThat(is("doubtful")).isTrue();
        assertThat(smtp.received).hasSize(2);
        assertThat(smtp.received.get(1).header("Message-ID"))
                .isEqualTo(smtp.received.get(0).header("Message-ID"));
    }

    @Test
    void what_was_noted_as_sent_is_not_sent_again() throws Exception {
        run();
        run();

        assertThat(state()).isEqualTo("SENT");
        assertThat(is("doubtful")).isFalse();
        assertThat(smtp.received).hasSize(1);
    }

    private void run() throws Exception {
        var process = sender();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private Process sender() throws Exception {
        var pool = (HikariDataSource) server.database().dataSource();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailingAlone.class.getName(),
                        pool.getJdbcUrl(),
                        pool.getUsername(),
                        pool.getPassword(),
                        "" + smtp.port())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "killed-sender.log").toFile())
                .start();
    }

    private String state() {
        return server.database()
                .read(h -> h.createQuery("select state from outbox")
                        .mapTo(String.class)
                        .one());
    }

    private boolean is(String column) {
        return server.database()
                .read(h -> h.createQuery("select " + column + " from outbox")
                        .mapTo(boolean.class)
                        .one());
    }
}
