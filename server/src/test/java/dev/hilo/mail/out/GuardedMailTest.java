package dev.hilo.mail.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import dev.hilo.config.Mail;
import dev.hilo.config.Secret;
import dev.hilo.mail.ReplyToken;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No mail goes to a server that cannot prove who it is, nor in the clear where that is forbidden. */
class GuardedMailTest {

    @Test
    void a_certificate_that_nobody_vouches_for_gets_no_mail() throws Exception {
        try (var smtp = new SmtpStandIn(new DummySSLServerSocketFactory())) {
            assertThat(failure(smtp, Mail.Tls.ON)).containsIgnoringCase("certification path");
        }
    }

    @Test
    void a_server_without_starttls_gets_no_mail_where_it_is_asked_for() throws Exception {
        try (var smtp = new SmtpStandIn()) {
            assertThat(failure(smtp, Mail.Tls.STARTTLS)).contains("STARTTLS");
        }
    }

    /** What keeps a reply from being sent; the server has heard nothing of it, nor of the password. */
    private static String failure(SmtpStandIn smtp, Mail.Tls tls) throws Exception {
        var relay = new Mail.Relay("127.0.0.1", smtp.port(), tls, Optional.of("hilo"), new Secret("s3cret"));
        try (var server = TestServer.mailing(new Mail(Optional.of(relay), Optional.of(ReplyToken.Place.PLUS)))
                .withoutReceipts()) {
            long ticket = server.ticket();
            server.admin().post("/tickets/" + ticket + "/reply", Map.of("body", "On its way"));
            var mail = await().atMost(Duration.ofSeconds(60))
                    .until(
                            () -> mail(server, ticket),
                            m -> m.path("state").asText().equals("FAILED"));
            assertThat(smtp.received).isEmpty();
            var error = mail.get("last_error").asText();
            assertThat(error).doesNotContain("s3cret");
            return error;
        }
    }

    private static JsonNode mail(TestServer server, long ticket) {
        var http = new RawHttp(server.address(), server.adminKey());
        return http.get("/api/hilo/v1/outbox?ticket_id=" + ticket).json().path(0);
    }
}
