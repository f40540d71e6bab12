package dev.hilo.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hilo.accounts.TicketScope;
import dev.hilo.api.Json;
import dev.hilo.config.Mail;
import dev.hilo.config.Secret;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import dev.hilo.mail.MailCause;
import dev.hilo.mail.ReplyToken;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of what, in which words. */
class NotificationsTest {

    private static final String ADA = TestServer.ADMIN;

    GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    TestServer server;

    @BeforeEach
    void start() throws Exception {
        mails.start();
        var relay =
                new Mail.Relay("127.0.0.1", mails.getSmtp().getPort(), Mail.Tls.OFF, Optional.empty(), new Secret(""));
        server = TestServer.mailing(new Mail(Optional.of(relay), Optional.of(ReplyToken.Place.PLUS)));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        mails.stop();
    }

    @Test
    void a_requester_is_told_that_the_ticket_is_there() throws Exception {
        long ticket = server.ticket();

        var mail = awaitMails(1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Ticket received: [#" + ticket + "] Where is my parcel?");
        assertThat(mail.getHeader("To", null)).isEqualTo("carla@customer.test");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("Reply-To", null)).contains("+t" + ticket + "-");
        assertThat(html(mail)).contains("Dear Carla").contains("Acme");
        assertThat(server.admin().get("/tickets/" + ticket + "/conversations").json())
                .as("entries")
                .isEmpty();
    }

    @Test
    void in_the_requesters_language() throws Exception {
        post("/contacts", Map.of("name", "Lucía", "email", "lucia@cliente.test", "language", "es-LA"));

        post("/tickets", ticketOf("lucia@cliente.test", "¿Dónde está?"));

        var mail = awaitMails(1).getFirst();
        assertThat(mail.getSubject()).startsWith("Solicitud recibida: [#");
        assertThat(html(mail)).contains("Hola, Lucía");
    }

    @Test
    void what_a_customer_writes_is_text_in_a_mail() throws Exception {
        post("/tickets", ticketOf("carla@customer.test", "<img src=x onerror=alert(1)>{{ticket.requester.email}}"));

        assertThat(awaitMails(1).getFirst().getSubject())
                .endsWith("<img src=x onerror=alert(1)>{{ticket.requester.email}}");
        put("assigned/en", Map.of("body", "<p>{{ticket.subject}}</p><script>steal()</script>"));
        assign(1, idOf(agent("bob@acme.test")));
        assertThat(html(to("bob@acme.test", 2)))
                .contains("&lt;img src=x onerror")
                .doesNotContain("<img")
                .doesNotContain("steal");
    }

    @Test
    void an_agent_is_told_of_a_ticket_assigned_by_somebody_else() throws Exception {
        server.withoutReceipts();
        long bob = idOf(agent("bob@acme.test"));
        long ticket = server.ticket();

        assign(ticket, idOf(ADA));
        assign(ticket, bob);

        var mail = awaitMails(1).getFirst();
        assertThat(mail.getHeader("To", null)).isEqualTo("bob@acme.test");
        assertThat(mail.getSubject()).isEqualTo("Assigned to you: [#" + ticket + "] Where is my parcel?");
        assertThat(html(mail)).contains("/a/tickets/" + ticket).contains("It has not come.");
    }

    @Test
    void an_agent_is_told_what_the_customer_replied() throws Exception {
        server.withoutReceipts();
        long bob = idOf(agent("bob@acme.test"));
        long ticket = server.ticket();
        assign(ticket, bob);
        awaitMails(1);

        post("/tickets/" + ticket + "/notes", Map.of("body", "Any news?", "incoming", true, "user_id", carla()));

        var mail = awaitMails(2).get(1);
        assertThat(mail.getHeader("To", null)).isEqualTo("bob@acme.test");
        assertThat(mail.getSubject()).startsWith("New reply: ");
        assertThat(html(mail)).contains("Carla").contains("Any news?");
    }

    @Test
    void a_public_note_is_told_the_requester_and_a_private_one_nobody() throws Exception {
        server.withoutReceipts();
        long ticket = server.ticket();
        post("/tickets/" + ticket + "/notes", Map.of("body", "between us"));

        post("/tickets/" + ticket + "/notes", Map.of("body", "for all", "private", false));

        var mail = awaitMails(1).getFirst();
        assertThat(mail.getHeader("To", null)).isEqualTo("carla@customer.test");
        assertThat(html(mail)).contains("for all").doesNotContain("between us");
    }

    @Test
    void those_whom_a_note_names_read_it_in_a_frame() throws Exception {
        server.withoutReceipts();
        post(
                "/tickets/" + server.ticket() + "/notes",
                Map.of("body", "please look", "notify_emails", List.of("bob@acme.test")));

        var mail = awaitMails(1).getFirst();
        assertThat(html(mail)).contains("Ada Admin wants you to see this note").contains("please look");
    }

    @Test
    void a_reply_is_as_it_was_written_until_the_account_says_otherwise() throws Exception {
        server.withoutReceipts();
        long ticket = server.ticket();
        post("/tickets/" + ticket + "/reply", Map.of("body", "<div>On its way</div>"));
        assertThat(html(awaitMails(1).getFirst())).isEqualTo("<div>On its way</div>");

        put(
                "agent_replied/en",
                Map.of(
                        "subject",
                        "Answer to {{ticket.subject}}",
                        "body",
                        "<p>Hi {{ticket.requester.firstname}}</p>{{comment.body}}<p>-- {{comment.commenter.name}}</p>"));
        post("/tickets/" + ticket + "/reply", Map.of("body", "<div>Arrived?</div>"));

        var mail = awaitMails(2).get(1);
        assertThat(mail.getSubject()).isEqualTo("Re: [#" + ticket + "] Answer to Where is my parcel?");
        assertThat(html(mail)).isEqualTo("<p>Hi Carla</p><div>Arrived?</div><p>-- Ada Admin</p>");
        assertThat(server.admin()
                        .get("/tickets/" + ticket + "/conversations")
                        .json()
                        .at("/1/body")
                        .asText())
                .isEqualTo("<div>Arrived?</div>");
    }

    @Test
    void nobody_is_answered_because_of_a_mail_that_no_person_wrote() {
        Acting.run(
                Actor.SYSTEM,
                MailCause.automatic(7),
                () -> server.database()
                        .run(h -> h.execute(
                                "insert into contacts (account_id, name, email, created_at, updated_at) values ("
                                        + server.acme().accountId() + ", 'Robot', 'robot@x.test', now(), now())")));
        long robot = server.admin()
                .get("/contacts?email=robot@x.test")
                .json()
                .at("/0/id")
                .asLong();
        Acting.run(
                Actor.customer(robot),
                MailCause.automatic(7),
                () -> server.database().run(h -> h.execute("""
                insert into tickets (account_id, id, subject, description, description_text, status, priority, source,
                  requester_id, created_at, updated_at)
                values (?, 900, 'Out of office', 'x', 'x', 2, 1, 1, ?, now(), now())
                """, server.acme().accountId(), robot)));

        server.ticket();
        var sent = awaitMails(1);
        assertThat(sent)
                .allSatisfy(mail -> assertThat(mail.getHeader("To", null)).isEqualTo("carla@customer.test"));
    }

    @Test
    void two_machines_that_answer_each_other_stop_in_the_end() {
        for (int i = 0; i < 25; i++) server.ticket();
        long ticket = server.ticket();
        long bob = idOf(agent("bob@acme.test"));
        assign(ticket, bob);

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        received().stream().anyMatch(mail -> header(mail, "To").equals("bob@acme.test")));
        await().until(() -> outbox().findValuesAsText("state").stream().noneMatch("QUEUED"::equals));
        assertThat(received().stream().filter(mail -> header(mail, "To").equals("carla@customer.test")))
                .hasSize(20);
    }

    @Test
    void the_templates_can_be_read_changed_and_put_back() {
        var all = call("GET", "", null).json();
        assertThat(all).hasSize(12);
        assertThat(all.findValuesAsText("event"))
                .contains("new_ticket", "agent_replied", "customer_replied", "solved", "assigned", "mentioned");
        var before = call("GET", "/assigned/es", null).json();
        assertThat(before.get("is_default").asBoolean()).isTrue();

        var changed = put("assigned/es", Map.of("subject", "Para ti: {{ticket.subject}}"));
        assertThat(changed.get("subject").asText()).isEqualTo("Para ti: {{ticket.subject}}");
        assertThat(changed.get("body")).isEqualTo(before.get("body"));
        assertThat(changed.get("is_default").asBoolean()).isFalse();
        assertThat(call("GET", "/assigned/es", null).json()).isEqualTo(changed);
        assertThat(call("GET", "/assigned/en", null).json().get("is_default").asBoolean())
                .isTrue();

        assertThat(call("DELETE", "/assigned/es", null).status()).isEqualTo(204);
        assertThat(call("GET", "/assigned/es", null).json()).isEqualTo(before);
    }

    @Test
    void a_template_that_is_none_is_refused() {
        assertThat(call("GET", "/assigned/fr", null).status()).isEqualTo(404);
        assertThat(call("GET", "/exploded/en", null).status()).isEqualTo(404);
        assertThat(call("PUT", "/assigned/en", "{\"subject\":\" \"}").status()).isEqualTo(400);
        assertThat(call("PUT", "/assigned/en", "{\"body\":null}").status()).isEqualTo(400);
        assertThat(call("PUT", "/assigned/en", "{\"active\":\"yes\"}").status()).isEqualTo(400);
        assertThat(call("PUT", "/assigned/en", "{\"from\":\"x\"}").status()).isEqualTo(400);
        var bob = new RawHttp(
                server.address(),
                server.hilo().keys().create(server.acme().accountId(), agent("bob@acme.test"), "other"));
        assertThat(bob.get("/api/hilo/v1/notification-templates").status()).isEqualTo(403);
    }

    private String agent(String email) {
        server.agent(email, TicketScope.GLOBAL);
        return email;
    }

    private long idOf(String agent) {
        return server.admin().get("/agents?email=" + agent).json().at("/0/id").asLong();
    }

    private long carla() {
        return server.admin()
                .get("/contacts?email=carla@customer.test")
                .json()
                .at("/0/id")
                .asLong();
    }

    private static Map<String, Object> ticketOf(String email, String subject) {
        return new HashMap<>(
                Map.of("email", email, "subject", subject, "description", "d", "status", 2, "priority", 1));
    }

    private void assign(long ticket, long agent) {
        var reply = server.admin().put("/tickets/" + ticket, Map.of("responder_id", agent));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    private JsonNode post(String path, Map<String, ?> body) {
        var reply = server.admin().post(path, body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    private JsonNode put(String template, Map<String, ?> change) {
        var reply = call("PUT", "/" + template, Json.MAPPER.valueToTree(change).toString());
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private RawHttp.Answer call(String method, String path, String body) {
        var http = new RawHttp(server.address(), server.adminKey());
        String address = "/api/hilo/v1/notification-templates" + path;
        return body == null ? http.call(method, address, Map.of()) : http.json(method, address, body);
    }

    private JsonNode outbox() {
        return new RawHttp(server.address(), server.adminKey())
                .get("/api/hilo/v1/outbox?per_page=100")
                .json();
    }

    private List<MimeMessage> received() {
        return Arrays.asList(mails.getReceivedMessages());
    }

    private List<MimeMessage> awaitMails(int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(received()).as(outbox().toString()).hasSize(count));
        return received();
    }

    private MimeMessage to(String address, int count) {
        return awaitMails(count).stream()
                .filter(mail -> header(mail, "To").equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String html(MimeMessage mail) throws Exception {
        return (String) ((Multipart) mail.getContent()).getBodyPart(1).getContent();
    }
}
