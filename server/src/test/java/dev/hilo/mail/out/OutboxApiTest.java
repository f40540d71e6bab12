package dev.hilo.mail.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hilo.accounts.TicketScope;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox of a server without a mail server: what it shows, and what can be done about it. */
class OutboxApiTest {

    TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start().withoutReceipts();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void without_a_mail_server_mail_waits_and_nothing_claims_to_be_sent() {
        long ticket = server.ticket();
        var entry = post("/tickets/" + ticket + "/reply", Map.of("body", "hello"));
        server.hilo().sendMail().run();

        var mail = outbox("?ticket_id=" + ticket).get(0);
        assertThat(mail.get("state").asText()).isEqualTo("WAITING_FOR_SERVER");
        assertThat(mail.get("conversation_id")).isEqualTo(entry.get("id"));
        assertThat(mail.get("attempts").asInt()).isZero();
        assertThat(mail.get("sent_at").isNull()).isTrue();
        assertThat(mail.get("next_attempt_at").isNull()).isTrue();
        assertThat(mail.at("/recipients/0/state").asText()).isEqualTo("PENDING");
        assertThat(call("GET", "/outbox/" + mail.get("id")).json()).isEqualTo(mail);
    }

    @Test
    void a_mailbox_with_a_server_of_its_own_sends_what_waited() {
        var smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        try {
            smtp.setUser("help@acme.test", "help", "s3cret");
            long ticket = server.ticket();
            post("/tickets/" + ticket + "/reply", Map.of("body", "hello"));
            long mailbox =
                    server.admin().get("/email/mailboxes").json().at("/0/id").asLong();
            var changed = server.admin()
                    .put("/email/mailboxes/" + mailbox, custom(smtp.getSmtp().getPort(), "s3cret"));
            assertThat(changed.status()).as(changed.toString()).isEqualTo(200);

            server.hilo().sendMail().run();

            await().until(() -> outbox("").at("/0/state").asText().equals("SENT"));
            assertThat(smtp.getReceivedMessages()).hasSize(1);
        } finally {
            smtp.stop();
        }
    }

    @Test
    void a_wrong_password_is_the_servers_trouble_not_the_mails() {
        var smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        try {
            smtp.setUser("help@acme.test", "help", "s3cret");
            long mailbox =
                    server.admin().get("/email/mailboxes").json().at("/0/id").asLong();
            server.admin()
                    .put("/email/mailboxes/" + mailbox, custom(smtp.getSmtp().getPort(), "wrong one"));
            long ticket = server.ticket();
            post("/tickets/" + ticket + "/reply", Map.of("body", "hello"));

            var mail = await().until(
                            () -> outbox("").get(0),
                            m -> m.get("state").asText().equals("FAILED"));
            assertThat(mail.get("last_error").asText()).doesNotContain("wrong one");
            assertThat(mail.at("/recipients/0/state").asText()).isEqualTo("PENDING");
        } finally {
            smtp.stop();
        }
    }

    @Test
    void what_waited_for_too_long_is_not_sent_unasked() {
        long ticket = server.ticket();
        post("/tickets/" + ticket + "/reply", Map.of("body", "last year's answer"));
        server.database().run(h -> h.execute("update outbox set created_at = created_at - interval '4 days'"));
        long mailbox = server.admin().get("/email/mailboxes").json().at("/0/id").asLong();
        server.admin().put("/email/mailboxes/" + mailbox, custom(1, "s3cret"));

        server.hilo().sendMail().run();

        assertThat(outbox("").at("/0/state").asText()).isEqualTo("PARKED");
        assertThat(outbox("").at("/0/last_error").asText()).contains("too long");
        assertThat(outbox("").at("/0/attempts").asInt()).isZero();
    }

    @Test
    void a_mail_can_be_cancelled_until_it_is_sent() {
        post("/tickets/" + server.ticket() + "/reply", Map.of("body", "hello"));
        var id = outbox("").at("/0/id").asText();

        assertThat(call("DELETE", "/outbox/" + id).status()).isEqualTo(204);
        assertThat(outbox("").at("/0/state").asText()).isEqualTo("CANCELLED");
        assertThat(call("DELETE", "/outbox/" + id).status()).isEqualTo(409);
        assertThat(call("POST", "/outbox/" + id + "/retry").status()).isEqualTo(409);
        assertThat(call("DELETE", "/outbox/1").status()).isEqualTo(404);
        assertThat(call("POST", "/outbox/1/retry").status()).isEqualTo(404);
    }

    @Test
    void an_entry_that_is_deleted_before_it_was_sent_is_not_sent() {
        var entry = post("/tickets/" + server.ticket() + "/reply", Map.of("body", "oops"));

        server.admin().delete("/conversations/" + entry.get("id"));

        assertThat(outbox("").at("/0/state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void a_refused_entry_leaves_no_mail() {
        long ticket = server.ticket();
        var refused = server.admin()
                .post("/tickets/" + ticket + "/reply", Map.of("body", "x", "cc_emails", List.of("nobody")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(outbox("")).isEmpty();
    }

    @Test
    void the_list_is_paged_and_filtered_newest_first() {
        long one = server.ticket();
        long two = server.ticket();
        var first = post("/tickets/" + one + "/reply", Map.of("body", "1"));
        post("/tickets/" + two + "/reply", Map.of("body", "2"));
        post("/tickets/" + one + "/notes", Map.of("body", "3", "notify_emails", List.of("bob@acme.test")));

        assertThat(outbox("").findValuesAsText("kind")).containsExactly("NOTE", "TO", "REPLY", "TO", "REPLY", "TO");
        assertThat(outbox("?ticket_id=" + one)).hasSize(2);
        assertThat(outbox("?conversation_id=" + first.get("id"))).hasSize(1);
        assertThat(outbox("?state=SENT")).isEmpty();
        assertThat(outbox("?state=WAITING_FOR_SERVER&per_page=2&page=2")).hasSize(1);
        assertThat(call("GET", "/outbox?per_page=2").header("Link")).isPresent();
        assertThat(call("GET", "/outbox?state=LOST").status()).isEqualTo(400);
        assertThat(call("GET", "/outbox?ticket=1").status()).isEqualTo(400);
    }

    @Test
    void the_mail_of_a_ticket_that_an_agent_may_not_see_is_not_found() {
        post("/tickets/" + server.ticket() + "/reply", Map.of("body", "hello"));
        var id = outbox("").at("/0/id").asText();
        server.agent("bob@acme.test", TicketScope.RESTRICTED);
        var key = server.hilo().keys().create(server.acme().accountId(), "bob@acme.test", "other");
        var bob = new RawHttp(server.address(), key);

        assertThat(bob.get("/api/hilo/v1/outbox").json()).isEmpty();
        assertThat(bob.get("/api/hilo/v1/outbox/" + id).status()).isEqualTo(404);
        assertThat(bob.call("DELETE", "/api/hilo/v1/outbox/" + id, Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void a_ticket_that_an_agent_begins_is_mailed_to_its_requester() {
        long mailbox = server.admin().get("/email/mailboxes").json().at("/0/id").asLong();
        var ticket = post(
                "/tickets/outbound_email",
                Map.of(
                        "email",
                        "carla@customer.test",
                        "subject",
                        "Your parcel",
                        "description",
                        "It is late.",
                        "email_config_id",
                        mailbox,
                        "cc_emails",
                        List.of("bea@x.test")));

        var mail = outbox("").get(0);
        assertThat(mail.get("kind").asText()).isEqualTo("OUTBOUND");
        assertThat(mail.get("ticket_id")).isEqualTo(ticket.get("id"));
        assertThat(mail.get("conversation_id").isNull()).isTrue();
        assertThat(mail.findValuesAsText("email")).containsExactlyInAnyOrder("carla@customer.test", "bea@x.test");
    }

    @Test
    void the_history_tells_of_mail_and_what_came_of_it() {
        long ticket = server.ticket();
        post("/tickets/" + ticket + "/reply", Map.of("body", "hello"));
        call("DELETE", "/outbox/" + outbox("").at("/0/id").asText());

        var told = await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> call("GET", "/changes?types=mail.*&ticket_id=" + ticket)
                                .json()
                                .findValues("type"),
                        types -> types.size() == 2);
        assertThat(told.stream().map(JsonNode::asText)).containsExactly("mail.created", "mail.updated");
    }

    private static Map<String, Object> custom(int port, String password) {
        var outgoing = Map.of(
                "mail_server",
                "127.0.0.1",
                "port",
                port,
                "use_ssl",
                false,
                "authentication",
                "plain",
                "user_name",
                "help",
                "password",
                password);
        return Map.of(
                "mailbox_type",
                "custom_mailbox",
                "custom_mailbox",
                Map.of("access_type", "outgoing", "outgoing", outgoing));
    }

    private JsonNode post(String path, Map<String, ?> body) {
        var reply = server.admin().post(path, body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    private JsonNode outbox(String query) {
        return call("GET", "/outbox" + query).json();
    }

    private RawHttp.Answer call(String method, String path) {
        return new RawHttp(server.address(), server.adminKey()).call(method, "/api/hilo/v1" + path, Map.of());
    }
}
