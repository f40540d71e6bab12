package dev.hilo.mail.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.config.Mail;
import dev.hilo.config.Secret;
import dev.hilo.mail.ReplyToken;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of mail that a server does not take, or takes and says nothing. */
class FailuresTest {

    private static final String CARLA = "carla@customer.test";

    SmtpStandIn smtp;
    TestServer server;

    @BeforeEach
    void start() throws Exception {
        smtp = new SmtpStandIn();
        var relay = new Mail.Relay("127.0.0.1", smtp.port(), Mail.Tls.OFF, Optional.empty(), new Secret(""));
        server = TestServer.mailing(new Mail(Optional.of(relay), Optional.of(ReplyToken.Place.PLUS)))
                .withoutReceipts();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        smtp.close();
    }

    @Test
    void what_is_put_off_is_tried_again_under_the_same_id() {
        smtp.refusals.put(CARLA, "450 4.2.1 busy");
        long ticket = server.ticket();
        var entry = reply(ticket);

        var failed = awaitState(ticket, "FAILED");
        assertThat(failed.get("attempts").asInt()).isEqualTo(1);
        assertThat(failed.get("last_error").asText()).contains("450 4.2.1 busy");
        assertThat(failed.at("/recipients/0/state").asText()).isEqualTo("PENDING");
        assertThat(failed.at("/recipients/0/code").asInt()).isEqualTo(450);
        var pause = Duration.between(
                Instant.parse(failed.get("updated_at").asText()),
                Instant.parse(failed.get("next_attempt_at").asText()));
        assertThat(pause).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
        assertThat(entry(ticket).at("/delivery_details/pending_emails/0").asText())
                .isEqualTo(CARLA);
        assertThat(entry(ticket).get("email_failure_count").isNull()).isTrue();

        server.hilo().sendMail().run();
        assertThat(mail(ticket).get("attempts").asInt()).as("before its time").isEqualTo(1);

        smtp.refusals.clear();
        makeDue();
        server.hilo().sendMail().run();

        var sent = mail(ticket);
        assertThat(sent.get("state").asText()).isEqualTo("SENT");
        assertThat(sent.get("attempts").asInt()).isEqualTo(2);
        assertThat(sent.get("doubtful").asBoolean()).isFalse();
        assertThat(sent.get("last_error").isNull()).isTrue();
        assertThat(smtp.received).hasSize(1);
        assertThat(smtp.received.getFirst().header("Message-ID"))
                .isEqualTo("<" + failed.get("message_id").asText() + ">");
        assertThat(entry(ticket).at("/delivery_details/pending_emails")).isEmpty();
        assertThat(entry(ticket).get("id")).isEqualTo(entry.get("id"));
    }

    @Test
    void what_is_put_off_for_too_long_is_parked() {
        smtp.refusals.put(CARLA, "450 busy");
        long ticket = server.ticket();
        reply(ticket);
        awaitState(ticket, "FAILED");

        for (int i = 0; i < 20 && !mail(ticket).get("state").asText().equals("PARKED"); i++) {
            makeDue();
            server.hilo().sendMail().run();
        }

        assertThat(mail(ticket).get("state").asText()).isEqualTo("PARKED");
        assertThat(mail(ticket).get("attempts").asInt()).isEqualTo(9);
        assertThat(mail(ticket).get("next_attempt_at").isNull()).isTrue();
        assertThat(entry(ticket).get("email_failure_count").asInt()).isEqualTo(1);
        assertThat(entry(ticket).at("/delivery_details/failed_emails/0").asText())
                .isEqualTo(CARLA);
        makeDue();
        server.hilo().sendMail().run();
        assertThat(mail(ticket).get("attempts").asInt()).as("parked is parked").isEqualTo(9);
    }

    @Test
    void what_is_refused_for_good_is_parked_at_once_and_shown_on_the_entry() {
        smtp.refusals.put(CARLA, "550 5.1.1 No such user");
        long ticket = server.ticket();
        reply(ticket);

        var parked = awaitState(ticket, "PARKED");
        assertThat(parked.get("attempts").asInt()).isEqualTo(1);
        assertThat(parked.at("/recipients/0/state").asText()).isEqualTo("REFUSED");
        var entry = entry(ticket);
        assertThat(entry.get("email_failure_count").asInt()).isEqualTo(1);
        assertThat(entry.at("/outgoing_failures/0/email").asText()).isEqualTo(CARLA);
        assertThat(entry.at("/outgoing_failures/0/code").asInt()).isEqualTo(550);
        assertThat(entry.at("/outgoing_failures/0/reason").asText()).contains("No such user");
        assertThat(entry.at("/delivery_details/failed_emails/0").asText()).isEqualTo(CARLA);

        smtp.refusals.clear();
        var retried = call("POST", "/outbox/" + parked.get("id") + "/retry");
        assertThat(retried.status()).isEqualTo(200);
        awaitState(ticket, "SENT");
        assertThat(entry(ticket).get("email_failure_count").isNull()).isTrue();
        assertThat(entry(ticket).get("outgoing_failures").isNull()).isTrue();
    }

    @Test
    void those_who_took_a_mail_never_get_it_again() {
        smtp.refusals.put("busy@x.test", "451 later");
        smtp.refusals.put("gone@x.test", "550 gone");
        long ticket = server.ticket();
        reply(ticket, "busy@x.test", "gone@x.test");

        awaitState(ticket, "FAILED");
        assertThat(states(ticket))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(CARLA, "ACCEPTED", "busy@x.test", "PENDING", "gone@x.test", "REFUSED"));
        assertThat(smtp.received.getFirst().recipients()).containsExactly(CARLA);

        smtp.refusals.remove("busy@x.test");
        makeDue();
        server.hilo().sendMail().run();

        assertThat(mail(ticket).get("state").asText()).isEqualTo("SENT");
        assertThat(smtp.received).hasSize(2);
        assertThat(smtp.received.get(1).recipients()).containsExactly("busy@x.test");
        assertThat(smtp.received.get(1).header("Message-ID"))
                .isEqualTo(smtp.received.get(0).header("Message-ID"));
        assertThat(entry(ticket).get("email_failure_count").asInt()).isEqualTo(1);
        assertThat(entry(ticket).at("/delivery_details/failed_emails/0").asText())
                .isEqualTo("gone@x.test");
    }

    @Test
    void a_message_refused_as_a_whole_is_parked() {
        smtp.answerToData = "554 5.7.1 Looks like spam";
        long ticket = server.ticket();
        reply(ticket, "bea@x.test");

        var parked = awaitState(ticket, "PARKED");
        assertThat(parked.get("last_error").asText()).contains("Looks like spam");
        assertThat(states(ticket).values()).containsOnly("REFUSED");
    }

    @Test
    void a_message_put_off_as_a_whole_waits() {
        smtp.answerToData = "452 4.3.1 Disk full";
        long ticket = server.ticket();
        reply(ticket);

        var failed = awaitState(ticket, "FAILED");
        assertThat(failed.get("doubtful").asBoolean()).isFalse();
        assertThat(failed.get("last_error").asText()).contains("Disk full");
    }

    @Test
    void a_sender_whom_the_server_will_not_have_parks_the_mail() {
        smtp.answerToSender = "553 not you";
        long ticket = server.ticket();
        reply(ticket);

        assertThat(awaitState(ticket, "PARKED").get("last_error").asText()).contains("not you");
    }

    @Test
    void a_server_that_falls_silent_over_a_message_leaves_a_doubt() {
        smtp.hangsUpAfterData = true;
        long ticket = server.ticket();
        reply(ticket);

        var failed = awaitState(ticket, "FAILED");
        assertThat(failed.get("doubtful").asBoolean()).as(failed.toString()).isTrue();
        assertThat(smtp.received).hasSize(1);

        smtp.hangsUpAfterData = false;
        makeDue();
        server.hilo().sendMail().run();
        assertThat(mail(ticket).get("state").asText()).isEqualTo("SENT");
        assertThat(mail(ticket).get("doubtful").asBoolean()).isTrue();
        assertThat(smtp.received).hasSize(2);
        assertThat(smtp.received.get(1).header("Message-ID"))
                .isEqualTo(smtp.received.get(0).header("Message-ID"));
    }

    @Test
    void a_server_that_takes_a_message_without_a_goodbye_has_taken_it() {
        smtp.hangsUpAfterAnswer = true;
        long ticket = server.ticket();
        reply(ticket);

        assertThat(awaitState(ticket, "SENT").get("doubtful").asBoolean()).isFalse();
        assertThat(smtp.received).hasSize(1);
    }

    @Test
    void a_server_that_is_down_is_asked_once_for_all_its_mail() {
        smtp.greeting = "421 too busy";
        long one = server.ticket();
        long two = server.ticket();
        reply(one);
        awaitState(one, "FAILED");
        reply(two);
        awaitState(two, "FAILED");

        int before = smtp.connections;
        makeDue();
        server.hilo().sendMail().run();
        assertThat(smtp.connections).isEqualTo(before + 1);
        assertThat(mail(one).get("attempts").asInt()).isEqualTo(2);
        assertThat(mail(two).get("attempts").asInt()).isEqualTo(2);
        assertThat(mail(two).get("doubtful").asBoolean()).isFalse();

        smtp.greeting = "220 back";
        makeDue();
        server.hilo().sendMail().run();
        assertThat(smtp.received).hasSize(2);
    }

    /** The database refuses to note the end: for the outbox the same as dying at that moment. */
    @Test
    void a_mail_whose_sender_died_before_noting_its_end_is_sent_again_under_the_same_id() throws Exception {
        server.database().run(h -> h.execute("""
                create function die() returns trigger language plpgsql as
                  $$ begin raise exception 'died'; end $$;
                create trigger die before update on outbox
                  for each row when (new.state = 'SENT') execute function die()
                """));
        long ticket = server.ticket();
        reply(ticket);
        await().until(() -> !smtp.received.isEmpty());
        assertThat(mail(ticket).get("state").asText()).isEqualTo("SENDING");

        server.database().run(h -> h.execute("drop trigger die on outbox"));
        server.restart(hilo -> {});
        server.hilo().sendMail().run();

        var sent = awaitState(ticket, "SENT");
        assertThat(sent.get("doubtful").asBoolean()).isTrue();
        assertThat(smtp.received.stream().map(mail -> mail.header("Message-ID")).distinct())
                .containsExactly("<" + sent.get("message_id").asText() + ">");
        assertThat(smtp.received.size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_mail_that_another_node_is_sending_is_left_to_it() throws Exception {
        long ticket = server.ticket();
        smtp.refusals.put(CARLA, "450 busy");
        reply(ticket);
        awaitState(ticket, "FAILED");
        smtp.refusals.clear();
        server.database().run(h -> h.execute("update outbox set state = 'SENDING'"));
        try (var other = server.database().dataSource().getConnection();
                var lock = other.createStatement()) {
            lock.execute("begin; select pg_advisory_xact_lock(hashtextextended('outbox ' || id, 0)) from outbox");

            server.hilo().sendMail().run();

            assertThat(smtp.received).isEmpty();
            assertThat(mail(ticket).get("state").asText()).isEqualTo("SENDING");
            lock.execute("rollback");
        }

        server.hilo().sendMail().run();
        assertThat(smtp.received).hasSize(1);
    }

    @Test
    void two_senders_at_once_send_each_mail_once() {
        smtp.greeting = "421 closed";
        for (int i = 0; i < 12; i++) reply(server.ticket());
        await().until(() -> all().findValuesAsText("state").stream().noneMatch("QUEUED"::equals));
        smtp.greeting = "220 open";
        makeDue();

        var senders = List.of(
                Thread.ofVirtual().start(() -> server.hilo().sendMail().run()),
                Thread.ofVirtual().start(() -> server.hilo().sendMail().run()),
                Thread.ofVirtual().start(() -> server.hilo().sendMail().run()));
        senders.forEach(FailuresTest::join);

        assertThat(smtp.received.stream().map(mail -> mail.header("Message-ID")))
                .hasSize(12)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_mail_that_comes_back_later_is_put_on_its_entry() {
        long ticket = server.ticket();
        reply(ticket);
        var id = awaitState(ticket, "SENT").get("message_id").asText();
        long account = server.acme().accountId();

        var known = server.database()
                .write(h -> Outbox.bounced(h, account, id, "Carla@customer.test", 550, "mailbox full", Instant.now()));
        var unknown =
                server.database().write(h -> Outbox.bounced(h, account, id, "bea@x.test", 550, "no", Instant.now()));

        assertThat(known).isTrue();
        assertThat(unknown).isFalse();
        assertThat(entry(ticket).get("email_failure_count").asInt()).isEqualTo(1);
        assertThat(entry(ticket).at("/outgoing_failures/0/reason").asText()).isEqualTo("mailbox full");
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void makeDue() {
        server.database()
                .run(h -> h.execute("update outbox set due_at = created_at where state in ('FAILED', 'PARKED')"));
    }

    private JsonNode reply(long ticket, String... copies) {
        var reply = server.admin()
                .post("/tickets/" + ticket + "/reply", Map.of("body", "hello", "cc_emails", List.of(copies)));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    private JsonNode entry(long ticket) {
        return server.admin()
                .get("/tickets/" + ticket + "/conversations")
                .json()
                .get(0);
    }

    private JsonNode all() {
        return call("GET", "/outbox?per_page=100").json();
    }

    private JsonNode mail(long ticket) {
        return call("GET", "/outbox?ticket_id=" + ticket).json().get(0);
    }

    private Map<String, String> states(long ticket) {
        var states = new HashMap<String, String>();
        mail(ticket)
                .get("recipients")
                .forEach(r -> states.put(r.get("email").asText(), r.get("state").asText()));
        return states;
    }

    private RawHttp.Answer call(String method, String path) {
        return new RawHttp(server.address(), server.adminKey()).call(method, "/api/hilo/v1" + path, Map.of());
    }

    private JsonNode awaitState(long ticket, String state) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> mail(ticket), mail -> mail.get("state").asText().equals(state));
    }
}
