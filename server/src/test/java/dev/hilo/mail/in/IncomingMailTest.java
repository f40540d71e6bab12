package dev.hilo.mail.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Secrets;
import dev.hilo.accounts.TicketScope;
import dev.hilo.mail.ReplyToken;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of mail that comes in at {@code POST /api/hilo/v1/mail}. */
class IncomingMailTest {

    private static final String CARLA = "carla@customer.test";

    static TestServer server;
    static RawHttp http;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        http = new RawHttp(server.address(), server.adminKey());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void an_answer_to_the_address_with_the_token_opens_the_ticket_again() {
        long ticket = server.ticket();
        for (int status : List.of(3, 4, 5)) {
            server.admin().put("/tickets/" + ticket, Map.of("status", status));

            var received = post(mail(CARLA, token(ticket), "no tag", "token-" + status, "", "Still waiting"));

            assertThat(received.get("ticket_id").asLong()).isEqualTo(ticket);
            var view = ticket(ticket);
            assertThat(view.get("status").asInt()).isEqualTo(2);
            assertThat(view.at("/stats/requester_responded_at").isNull()).isFalse();
            assertThat(view.at("/stats/reopened_at").isNull()).isEqualTo(status == 3);
        }
    }

    @Test
    void who_is_to_be_answered_is_the_requester_of_a_new_ticket_unless_that_is_switched_off() {
        var form = mail(
                "form@shop.test",
                "support@acme.localhost",
                "A question",
                "form-1",
                "Reply-To: Nora Norton <Nora@customer.test>\r\n",
                "Where is it?");
        long ticket = post(form).get("ticket_id").asLong();
        assertThat(requester(ticket)).isEqualTo("Nora Norton nora@customer.test");

        var answer = mail(
                "nora@customer.test",
                token(ticket),
                "Re: A question",
                "form-2",
                "Reply-To: other@customer.test\r\n",
                "Still");
        assertThat(post(answer).get("ticket_id").asLong()).isEqualTo(ticket);
        assertThat(entries(ticket).get(0).get("from_email").asText()).isEqualTo("nora@customer.test");

        var ours = form.replace("form-1", "form-3").replace("Nora@customer.test", "support@acme.localhost");
        assertThat(requester(post(ours).get("ticket_id").asLong())).endsWith("form@shop.test");

        server.admin().put("/email/settings", Map.of("create_requester_using_reply_to", false));
        long sent = post(form.replace("form-1", "form-4")).get("ticket_id").asLong();
        assertThat(requester(sent)).endsWith("form@shop.test");
        server.admin().put("/email/settings", Map.of("create_requester_using_reply_to", true));
    }

    @Test
    void whose_mail_an_agent_passes_on_is_the_requester_of_the_new_ticket() {
        server.agent("fred@acme.test", TicketScope.GLOBAL);
        var heads = Map.of(
                "gmail",
                        "---------- Forwarded message ---------\nFrom: Nora Norton <Nora@first.test>\nDate: today\n\nHelp",
                "outlook", "Please see\n\n*From:* Nora Norton [mailto:nora@first.test]\n*Sent:* today\n\nHelp",
                "spanish", "-------- Mensaje reenviado --------\nDe: \"Nora Norton\" <nora@first.test>\n\nAyuda");
        heads.forEach((program, head) -> {
            var mail = mail("fred@acme.test", "support@acme.localhost", "Fwd: Help", "fwd-" + program, "", head);
            assertThat(requester(post(mail).get("ticket_id").asLong()))
                    .as(program)
                    .isEqualTo("Nora Norton nora@first.test");
        });

        var customers = mail(CARLA, "support@acme.localhost", "Fwd: Help", "fwd-5", "", heads.get("gmail"));
        assertThat(requester(post(customers).get("ticket_id").asLong())).endsWith(CARLA);
        var plain = mail("fred@acme.test", "support@acme.localhost", "Help", "fwd-6", "", heads.get("gmail"));
        assertThat(requester(post(plain).get("ticket_id").asLong())).endsWith("fred@acme.test");
        server.admin().put("/email/settings", Map.of("original_sender_as_requester_for_forward", false));
        var off = mail("fred@acme.test", "support@acme.localhost", "Fwd: Help", "fwd-7", "", heads.get("gmail"));
        assertThat(requester(post(off).get("ticket_id").asLong())).endsWith("fred@acme.test");
        server.admin().put("/email/settings", Map.of("original_sender_as_requester_for_forward", true));
    }

    private static String requester(long ticket) {
        var requester = server.admin()
                .get("/tickets/" + ticket + "?include=requester")
                .json()
                .get("requester");
        return requester.get("name").asText() + " " + requester.get("email").asText();
    }

    @Test
    void an_absence_note_is_kept_and_opens_nothing() {
        long ticket = server.ticket();
        server.admin().put("/tickets/" + ticket, Map.of("status", 4));

        var received =
                post(mail(CARLA, token(ticket), "Away", "away", "Auto-Submitted: auto-replied\r\n", "I am away"));

        assertThat(received.get("ticket_id").asLong()).isEqualTo(ticket);
        assertThat(ticket(ticket).get("status").asInt()).isEqualTo(4);
        assertThat(entries(ticket).get(0).get("auto_response").asBoolean()).isTrue();
    }

    @Test
    void a_mail_that_refers_to_one_of_the_ticket_belongs_to_it() {
        long ticket = post(mail(CARLA, "support@acme.localhost", "First", "thread-1", "", "one"))
                .get("ticket_id")
                .asLong();

        var received = post(mail(
                "dan@elsewhere.test",
                "support@acme.localhost",
                "Other",
                "thread-2",
                "References: <thread-1@t>\r\n",
                "two"));

        assertThat(received.get("outcome").asText()).isEqualTo("conversation");
        assertThat(received.get("ticket_id").asLong()).isEqualTo(ticket);
        assertThat(entries(ticket).get(0).get("body").asText()).isEqualTo("<div>two</div>");
    }

    @Test
    void an_agent_answers_by_mail_only_with_the_token() {
        long ticket = server.ticket();
        server.agent("bob@acme.test", TicketScope.GLOBAL);

        var forged = post(mail("bob@acme.test", "support@acme.localhost", "[#" + ticket + "] x", "forged", "", "evil"));
        assertThat(forged.get("outcome").asText()).isEqualTo("created");
        var received = post(mail("bob@acme.test", token(ticket), "x", "agents", "", "On its way"));

        assertThat(received.get("ticket_id").asLong()).isEqualTo(ticket);
        var entry = entries(ticket).get(0);
        assertThat(entry.get("incoming").asBoolean()).isFalse();
        assertThat(entry.get("category").asInt()).isEqualTo(3);
        assertThat(entry.at("/to_emails/0").asText()).isEqualTo(CARLA);
        var outbox = http.get("/api/hilo/v1/outbox?ticket_id=" + ticket).json();
        assertThat(outbox.findValuesAsText("kind")).containsOnlyOnce("REPLY");
    }

    @Test
    void the_same_mail_by_several_doors_at_once_is_one_ticket() throws Exception {
        String mail = mail("eve@customer.test", "support@acme.localhost", "Once", "raced", "", "only once");
        var calls = new ArrayList<Callable<JsonNode>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() ->
                    post(mail.replace("Subject:", "Received: by door " + Thread.currentThread() + "\r\nSubject:")));
        }
        try (var doors = Executors.newFixedThreadPool(8)) {
            var outcomes = new ArrayList<String>();
            var tickets = new ArrayList<Long>();
            for (var done : doors.invokeAll(calls)) {
                outcomes.add(done.get().get("outcome").asText());
                tickets.add(done.get().get("ticket_id").asLong());
            }
            assertThat(outcomes).containsOnlyOnce("created").contains("duplicate");
            assertThat(tickets).containsOnly(tickets.getFirst());
        }
        assertThat(server.admin().get("/tickets?email=eve@customer.test").json())
                .hasSize(1);
    }

    @Test
    void a_mail_without_an_id_is_known_by_what_it_says() {
        String mail = "From: fay@customer.test\r\nTo: support@acme.localhost\r\nSubject: s\r\n\r\nsame\r\n";

        assertThat(post(mail).get("outcome").asText()).isEqualTo("created");
        assertThat(post("Received: twice\r\n" + mail).get("outcome").asText()).isEqualTo("duplicate");
        assertThat(post(mail.replace("same", "other")).get("outcome").asText()).isEqualTo("created");
    }

    @Test
    void a_bounce_lands_on_the_entry_that_came_back() {
        long ticket = server.ticket();
        var entry = server.admin()
                .post("/tickets/" + ticket + "/reply", Map.of("body", "hello"))
                .json();
        var sent = http.get(
                        "/api/hilo/v1/outbox?conversation_id=" + entry.get("id").asLong())
                .json();
        String id = sent.get(0).get("message_id").asText();

        var received = post("""
                From: MAILER-DAEMON@mx.test
                To: support@acme.localhost
                Message-ID: <dsn-1@mx.test>
                Subject: Undelivered
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                Sorry
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.test

                Final-Recipient: rfc822; carla@customer.test
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --b
                Content-Type: message/rfc822

                Message-ID: <%s>
                Subject: Re

                hello
                --b--
                """.formatted(id).replace("\n", "\r\n"));

        assertThat(received.get("outcome").asText()).isEqualTo("bounce");
        var told = entries(ticket).get(0);
        assertThat(told.get("email_failure_count").asInt()).isEqualTo(1);
        assertThat(told.at("/delivery_details/failed_emails/0").asText()).isEqualTo(CARLA);
    }

    @Test
    void a_mail_of_25_megabytes_is_a_ticket_with_a_file() {
        var body = new StringBuilder("beginning of it all\r\n");
        while (body.length() < 25_000_000) body.append("0123456789 abcdefghijklmnopqrstuvwxyz\r\n");

        var received = post(mail("big@customer.test", "support@acme.localhost", "Big", "big", "", body.toString()));

        assertThat(received.get("outcome").asText()).isEqualTo("created");
        var ticket = ticket(received.get("ticket_id").asLong());
        assertThat(ticket.get("description_text").asText()).startsWith("beginning of it all");
        assertThat(ticket.at("/attachments/0/size").asLong()).isGreaterThan(25_000_000);
    }

    @Test
    void what_was_held_can_be_read_and_tried_again() {
        var contact = server.admin()
                .post("/contacts", Map.of("name", "Blocked Bo", "email", "bo@customer.test"))
                .json()
                .get("id")
                .asLong();
        block(contact, true);
        String mail = mail("bo@customer.test", "support@acme.localhost", "Let me in", "held", "", "please");
        var held = post(mail);
        assertThat(held.get("outcome").asText()).isEqualTo("quarantined");
        long id = held.get("quarantine_id").asLong();
        assertThat(http.get("/api/hilo/v1/mail/quarantine/" + id + "/raw").text())
                .isEqualTo(mail);
        assertThat(retry(id).get("quarantine_id").asLong()).isEqualTo(id);

        block(contact, false);

        assertThat(retry(id).get("outcome").asText()).isEqualTo("created");
        assertThat(http.get("/api/hilo/v1/mail/quarantine/" + id + "/raw").status())
                .isEqualTo(404);
    }

    @Test
    void nothing_of_a_person_who_is_erased_is_left_in_the_mail() {
        String mail = mail("gus@customer.test", "support@acme.localhost", "Remember me", "gus-1", "", "I am Gus");
        long contact =
                ticket(post(mail).get("ticket_id").asLong()).get("requester_id").asLong();
        block(contact, true);
        var held = post(mail("gus@customer.test", "support@acme.localhost", "Me again", "gus-2", "", "Gus again"));
        assertThat(held.get("outcome").asText()).isEqualTo("quarantined");

        assertThat(server.admin()
                        .delete("/contacts/" + contact + "/hard_delete?force=true")
                        .status())
                .isEqualTo(204);

        assertThat(http.get("/api/hilo/v1/mail/quarantine/" + held.get("quarantine_id") + "/raw")
                        .status())
                .isEqualTo(404);
        long senders = server.database()
                .read(h -> h.createQuery("select count(*) from received_mails where from_email like 'gus@%'")
                        .mapTo(Long.class)
                        .one());
        assertThat(senders).isZero();
        assertThat(post(mail).get("outcome").asText()).isEqualTo("duplicate");
    }

    @Test
    void other_types_of_body_are_refused() {
        assertThat(http.json("POST", "/api/hilo/v1/mail", "{}").status()).isEqualTo(415);
    }

    private static void block(long contact, boolean blocked) {
        server.database()
                .run(h -> h.execute(
                        "update contacts set blocked = ? where account_id = ? and id = ?",
                        blocked,
                        server.acme().accountId(),
                        contact));
    }

    private static JsonNode retry(long id) {
        return http.call("POST", "/api/hilo/v1/mail/quarantine/" + id + "/retry", Map.of())
                .json();
    }

    private static JsonNode post(String mime) {
        var answer = http.call(
                "POST",
                "/api/hilo/v1/mail",
                Map.of("Content-Type", "message/rfc822"),
                mime.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 202);
        return answer.json();
    }

    private static String mail(String from, String to, String subject, String id, String headers, String text) {
        return "From: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject + "\r\nMessage-ID: <" + id + "@t>\r\n"
                + headers + "\r\n" + text + "\r\n";
    }

    private static String token(long ticket) {
        var secret =
                server.database().read(h -> new Secrets().of(h, server.acme().accountId()));
        return new ReplyToken(secret).address("support@acme.localhost", ticket, ReplyToken.Place.PLUS);
    }

    private static JsonNode ticket(long id) {
        return server.admin().get("/tickets/" + id + "?include=stats").json();
    }

    private static JsonNode entries(long id) {
        return server.admin().get("/tickets/" + id + "/conversations").json();
    }
}
