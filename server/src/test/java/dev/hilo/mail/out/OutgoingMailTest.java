package dev.hilo.mail.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hilo.client.Form;
import dev.hilo.config.Mail;
import dev.hilo.config.Secret;
import dev.hilo.mail.ReplyToken;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail through a real SMTP server. */
class OutgoingMailTest {

    GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    TestServer server;

    @BeforeEach
    void start() throws Exception {
        mails.start();
        var relay =
                new Mail.Relay("127.0.0.1", mails.getSmtp().getPort(), Mail.Tls.OFF, Optional.empty(), new Secret(""));
        server = TestServer.mailing(new Mail(Optional.of(relay), Optional.of(ReplyToken.Place.PLUS)))
                .withoutReceipts();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        mails.stop();
    }

    @Test
    void a_reply_reaches_the_requester_and_all_who_are_copied() throws Exception {
        long ticket = server.ticket();

        var entry = post(
                "/tickets/" + ticket + "/reply",
                Map.of(
                        "body",
                        "<div>On its way, <b>Carla</b> – ¡mañana!</div>",
                        "cc_emails",
                        List.of("Bea Baker <bea@acme.test>"),
                        "bcc_emails",
                        List.of("boss@acme.test")));

        var sent = awaitMails(3).getFirst();
        assertThat(sent.getHeader("From", null)).isEqualTo("Ada Admin <support@acme.localhost>");
        assertThat(sent.getHeader("To", null)).isEqualTo("carla@customer.test");
        assertThat(sent.getHeader("Cc", null)).isEqualTo("Bea Baker <bea@acme.test>");
        assertThat(sent.getHeader("Bcc")).isNull();
        assertThat(sent.getSubject()).isEqualTo("Re: [#" + ticket + "] Where is my parcel?");
        assertThat(sent.getHeader("Reply-To", null))
                .matches("Acme <support\\+t" + ticket + "-[0-9a-f]{20}@acme\\.localhost>");
        assertThat(sent.getHeader("Return-Path", null)).contains("support+t" + ticket + "-");
        assertThat(sent.getHeader("In-Reply-To")).isNull();
        assertThat(sent.getHeader("Auto-Submitted")).isNull();
        var alternative = (MimeMultipart) sent.getContent();
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContent()).isEqualTo("On its way, Carla – ¡mañana!");
        assertThat(alternative.getBodyPart(1).getContent()).isEqualTo("<div>On its way, <b>Carla</b> – ¡mañana!</div>");

        var mail = awaitState(ticket, "SENT");
        assertThat(mail.get("conversation_id")).isEqualTo(entry.get("id"));
        assertThat(mail.get("kind").asText()).isEqualTo("REPLY");
        assertThat(mail.get("attempts").asInt()).isEqualTo(1);
        assertThat(mail.get("doubtful").asBoolean()).isFalse();
        assertThat(sent.getMessageID())
                .isEqualTo("<" + mail.get("message_id").asText() + ">")
                .endsWith("@acme.localhost>");
        assertThat(mail.findValuesAsText("email"))
                .containsExactlyInAnyOrder("carla@customer.test", "bea@acme.test", "boss@acme.test");
        assertThat(mail.findValuesAsText("state")).contains("ACCEPTED").doesNotContain("PENDING");
    }

    @Test
    void a_reply_bears_the_name_of_the_mailbox_where_that_is_wanted() throws Exception {
        server.admin().put("/email/settings", Map.of("personalized_email_replies", false));
        long ticket = server.ticket();
        reply(ticket, "one");

        assertThat(awaitMails(1).getFirst().getHeader("From", null)).isEqualTo("Acme <support@acme.localhost>");
    }

    @Test
    void each_reply_refers_to_the_mails_before_it_and_not_to_what_the_customer_never_saw() throws Exception {
        long ticket = server.ticket();
        reply(ticket, "one");
        awaitMails(1);
        post("/tickets/" + ticket + "/forward", Map.of("body", "fwd", "to_emails", List.of("carrier@parcels.test")));
        awaitMails(2);
        reply(ticket, "two");
        awaitMails(3);
        reply(ticket, "three");
        var sent = awaitMails(4);

        var replies = sent.stream()
                .filter(mail -> to(mail).equals("carla@customer.test"))
                .toList();
        var ids = replies.stream().map(OutgoingMailTest::id).toList();
        assertThat(replies.get(1).getHeader("In-Reply-To", null)).isEqualTo(ids.get(0));
        assertThat(references(replies.get(1))).containsExactly(ids.get(0));
        assertThat(replies.get(2).getHeader("In-Reply-To", null)).isEqualTo(ids.get(1));
        assertThat(references(replies.get(2))).containsExactly(ids.get(0), ids.get(1));
        var forward = sent.stream()
                .filter(mail -> to(mail).equals("carrier@parcels.test"))
                .findFirst();
        assertThat(references(forward.orElseThrow())).containsExactly(ids.get(0));
    }

    @Test
    void files_come_along_and_pictures_stand_in_the_text() throws Exception {
        long ticket = server.ticket();
        var note = server.admin()
                .post(
                        "/tickets/" + ticket + "/notes",
                        new Form()
                                .with("body", "see")
                                .file(
                                        "attachments[]",
                                        "map.png",
                                        new byte[] {(byte) 0x89, 'P', 'N', 'G'},
                                        "image/png"));
        var url = note.json().at("/attachments/0/attachment_url").asText();

        var reply = server.admin()
                .post(
                        "/tickets/" + ticket + "/reply",
                        new Form()
                                .with("body", "<div>Here: <img src=\"" + url.replace("&", "&amp;") + "\" /></div>")
                                .file("attachments[]", "añadido.txt", "bytes".getBytes(), "text/plain"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);

        var mixed = (MimeMultipart) awaitMails(1).getFirst().getContent();
        var alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        var related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        var picture = related.getBodyPart(1);
        assertThat(picture.getContentType()).startsWith("image/png");
        assertThat(picture.getInputStream().readAllBytes()).startsWith(0x89, 'P');
        var id = picture.getHeader("Content-ID")[0].replaceAll("[<>]", "");
        assertThat((String) related.getBodyPart(0).getContent())
                .contains("src=\"cid:" + id + "\"")
                .doesNotContain("attachments/production");
        assertThat(mixed.getCount()).isEqualTo(2);
        var file = mixed.getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("añadido.txt");
        assertThat(file.getContent()).isEqualTo("bytes");
    }

    @Test
    void the_picture_of_another_ticket_is_not_given_away() throws Exception {
        long other = server.ticket();
        var note = server.admin()
                .post(
                        "/tickets/" + other + "/notes",
                        new Form()
                                .with("body", "secret")
                                .file("attachments[]", "secret.png", "secret".getBytes(), "image/png"));
        var url = note.json().at("/attachments/0/attachment_url").asText();

        reply(server.ticket(), "<img src=\"" + url.replace("&", "&amp;") + "\">");

        assertThat(raw(awaitMails(1).getFirst())).doesNotContain("Content-ID").doesNotContain("secret.png\"");
    }

    @Test
    void a_forward_brings_the_conversation_and_the_tickets_files() throws Exception {
        var created = server.admin()
                .post(
                        "/tickets",
                        new Form()
                                .with("email", "carla@customer.test")
                                .with("subject", "Parcel")
                                .with("description", "It has not come.")
                                .with("status", "2")
                                .with("priority", "1")
                                .file("attachments[]", "receipt.txt", "paid".getBytes(), "text/plain"));
        long ticket = created.json().get("id").asLong();
        post("/tickets/" + ticket + "/notes", Map.of("body", "She is angry", "private", true));
        reply(ticket, "We ask the carrier");
        awaitMails(1);

        post("/tickets/" + ticket + "/forward", Map.of("body", "Where is it?", "to_emails", List.of("x@parcels.test")));

        var forward = awaitMails(2).get(1);
        assertThat(forward.getSubject()).isEqualTo("Fwd: [#" + ticket + "] Parcel");
        var mixed = (MimeMultipart) forward.getContent();
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("receipt.txt");
        var text = (String) ((MimeMultipart) mixed.getBodyPart(0).getContent())
                .getBodyPart(0)
                .getContent();
        assertThat(text)
                .startsWith("Where is it?")
                .contains("We ask the carrier")
                .contains("It has not come.")
                .contains("Carla")
                .doesNotContain("angry");

        post(
                "/tickets/" + ticket + "/forward",
                Map.of(
                        "body",
                        "Alone",
                        "to_emails",
                        List.of("y@parcels.test"),
                        "include_quoted_text",
                        false,
                        "include_original_attachments",
                        false));
        var bare = (MimeMultipart) awaitMails(3).get(2).getContent();
        assertThat(bare.getContentType()).startsWith("multipart/alternative");
        assertThat(bare.getBodyPart(0).getContent()).isEqualTo("Alone");
    }

    @Test
    void a_note_is_mailed_to_those_whom_it_names_and_to_nobody_otherwise() throws Exception {
        long ticket = server.ticket();
        post("/tickets/" + ticket + "/notes", Map.of("body", "nobody"));
        post("/tickets/" + ticket + "/notes", Map.of("body", "look", "notify_emails", List.of("bob@acme.test")));

        var sent = awaitMails(1).getFirst();
        assertThat(to(sent)).isEqualTo("bob@acme.test");
        assertThat(sent.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(outbox(ticket)).hasSize(1);
    }

    @Test
    void our_own_addresses_are_never_mailed() {
        long ticket = server.ticket();
        post("/tickets/" + ticket + "/forward", Map.of("body", "loop", "to_emails", List.of("support@acme.localhost")));
        post(
                "/tickets/" + ticket + "/reply",
                Map.of("body", "hi", "cc_emails", List.of("Support <support@acme.localhost>")));

        awaitMails(1);
        var all = outbox(ticket);
        assertThat(all).hasSize(1);
        assertThat(all.findValuesAsText("email")).containsExactly("carla@customer.test");
    }

    @Test
    void who_gets_blind_copies_of_everything_gets_them() {
        server.admin().put("/notifications/email/bcc", Map.of("emails", List.of("archive@acme.test")));

        reply(server.ticket(), "hi");

        awaitMails(2);
    }

    @Test
    void nothing_in_a_subject_or_name_breaks_out_of_its_header() throws Exception {
        var ticket = post(
                "/tickets",
                Map.of(
                        "email",
                        "carla@customer.test",
                        "subject",
                        "a\r\nBcc: evil@x.test\r\n\r\nbody",
                        "description",
                        "d",
                        "status",
                        2,
                        "priority",
                        1));
        var mailbox = server.admin().get("/email/mailboxes").json().at("/0/id").asText();
        server.admin().put("/email/mailboxes/" + mailbox, Map.of("name", "A \"cme\", Ünï\r\nX: y <a@b.test>"));

        reply(ticket.get("id").asLong(), "hi");

        var sent = awaitMails(1).getFirst();
        assertThat(sent.getHeader("Bcc")).isNull();
        assertThat(sent.getHeader("X")).isNull();
        assertThat(sent.getSubject()).contains("a Bcc: evil@x.test body");
        assertThat(sent.getFrom()).hasSize(1);
        assertThat(sent.getFrom()[0].toString()).contains("support@acme.localhost");
    }

    private void reply(long ticket, String body) {
        post("/tickets/" + ticket + "/reply", Map.of("body", body));
    }

    private JsonNode post(String path, Map<String, ?> body) {
        var reply = server.admin().post(path, body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    private JsonNode outbox(long ticket) {
        return new RawHttp(server.address(), server.adminKey())
                .get("/api/hilo/v1/outbox?ticket_id=" + ticket)
                .json();
    }

    private JsonNode awaitState(long ticket, String state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> outbox(ticket).get(0),
                        mail -> mail.get("state").asText().equals(state));
    }

    private List<MimeMessage> awaitMails(int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> Arrays.asList(mails.getReceivedMessages()), received -> received.size() == count);
    }

    private static String to(MimeMessage mail) {
        return header(mail, "To");
    }

    private static String id(MimeMessage mail) {
        return header(mail, "Message-ID");
    }

    private static List<String> references(MimeMessage mail) {
        return List.of(header(mail, "References").split("\\s+"));
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String raw(Message mail) {
        return new String(GreenMailUtil.getWholeMessage((MimeMessage) mail).getBytes(), StandardCharsets.UTF_8);
    }
}
