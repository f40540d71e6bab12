package dev.hilo.mail.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hilo.client.Reply;
import dev.hilo.config.Mail;
import dev.hilo.config.Secret;
import dev.hilo.mail.ReplyToken;
import dev.hilo.testing.TestServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail fetched from a real IMAP server. */
class ImapTest {

    private static final String CARLA = "carla@customer.test";
    private static final String HELP = "help@acme.test";

    GreenMail mails = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    GreenMailUser help;
    GreenMailUser carla;
    TestServer server;

    @BeforeEach
    void start() throws Exception {
        mails.start();
        help = mails.setUser(HELP, "help", "s3cret");
        carla = mails.setUser(CARLA, "carla", "s3cret");
        mails.getUserManager()
                .setMessageDeliveryHandler((mail, to) -> to.getEmail().startsWith("help") ? help : carla);
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
    void a_conversation_of_five_mails_is_one_ticket() throws Exception {
        mailbox();
        send(carlas("Where is my parcel?", "It has not come.", HELP));
        long ticket = awaitTicket();
        assertThat(server.admin()
                        .get("/tickets/" + ticket)
                        .json()
                        .get("description_text")
                        .asText()
                        .strip())
                .isEqualTo("It has not come.");

        reply(ticket, "On its way.");
        var first = awaitCarlas(1);
        send(answer(first, "Thanks. When?"));
        awaitEntries(ticket, 2);
        server.admin().put("/tickets/" + ticket, Map.of("status", 4));
        reply(ticket, "Tomorrow.");
        var second = awaitCarlas(2);
        send(answer(second, "Great!"));
        var entries = awaitEntries(ticket, 4);

        assertThat(entries.findValuesAsText("body_text"))
                .extracting(String::strip)
                .containsExactly("On its way.", "Thanks. When?", "Tomorrow.", "Great!");
        assertThat(entries.findValuesAsText("incoming")).containsExactly("false", "true", "false", "true");
        assertThat(server.admin().get("/tickets/" + ticket).json().get("status").asInt())
                .isEqualTo(2);
        assertThat(server.admin().get("/tickets").json()).hasSize(1);
        assertThat(second.getHeader("In-Reply-To", null)).isNotNull();
        assertThat(second.getHeader("References", " ")).contains(first.getMessageID());
    }

    @Test
    void what_lay_there_unread_is_fetched_once_and_what_comes_while_nobody_looks_is_not_skipped() throws Exception {
        send(carlas("one", "1", HELP));
        send(carlas("two", "2", HELP));
        mailbox();
        awaitTickets(2);

        server.restart(hilo -> sendUnchecked("three"));

        awaitTickets(3);
        assertThat(server.admin().get("/tickets").json().findValuesAsText("subject"))
                .contains("three")
                .doesNotHaveDuplicates();
    }

    private long mailbox() {
        var incoming = Map.of(
                "mail_server",
                "127.0.0.1",
                "port",
                mails.getImap().getPort(),
                "use_ssl",
                false,
                "delete_from_server",
                false,
                "authentication",
                "plain",
                "user_name",
                "help",
                "password",
                "s3cret");
        Reply made = server.admin()
                .post(
                        "/email/mailboxes",
                        Map.of(
                                "name",
                                "Help",
                                "support_email",
                                HELP,
                                "active",
                                true,
                                "mailbox_type",
                                "custom_mailbox",
                                "custom_mailbox",
                                Map.of("access_type", "incoming", "incoming", incoming)));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asLong();
    }

    private void reply(long ticket, String text) {
        var made = server.admin().post("/tickets/" + ticket + "/reply", Map.of("body", text));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private MimeMessage carlas(String subject, String text, String to) throws MessagingException {
        var mail = new MimeMessage(GreenMailUtil.getSession(mails.getSmtp().getServerSetup()));
        mail.setFrom("Carla Customer <" + CARLA + ">");
        mail.setRecipients(Message.RecipientType.TO, to);
        mail.setSubject(subject);
        mail.setText(text);
        return mail;
    }

    /** As mail programs do it: to Reply-To, with the thread, and the mail before quoted. */
    private MimeMessage answer(MimeMessage to, String text) throws MessagingException {
        var mail = carlas(
                to.getSubject(),
                text + "\r\n\r\nOn Monday, Acme <" + HELP + "> wrote:\r\n> what was said\r\n",
                ((InternetAddress) to.getReplyTo()[0]).getAddress());
        mail.setHeader("In-Reply-To", to.getMessageID());
        mail.setHeader("References", to.getMessageID());
        return mail;
    }

    private static void send(MimeMessage mail) throws MessagingException {
        Transport.send(mail);
    }

    private void sendUnchecked(String subject) {
        try {
            send(carlas(subject, subject, HELP));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long awaitTicket() {
        return awaitTickets(1).get(0).get("id").asLong();
    }

    private JsonNode awaitTickets(int count) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> server.admin().get("/tickets").json(), tickets -> tickets.size() == count);
    }

    private JsonNode awaitEntries(long ticket, int count) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> server.admin()
                                .get("/tickets/" + ticket + "/conversations")
                                .json(),
                        entries -> entries.size() == count);
    }

    private MimeMessage awaitCarlas(int count) {
        var all = await().atMost(Duration.ofSeconds(30))
                .until(() -> mails.getReceivedMessagesForDomain(CARLA), found -> found.length == count);
        return List.of(all).getLast();
    }
}
