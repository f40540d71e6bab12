package dev.hilo.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.api.Json;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebhooksApiTest {

    static final String OURS = "/api/hilo/v1/webhooks";
    static TestServer server;
    static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @AfterEach
    void unsubscribe() {
        ada.get(OURS).json().forEach(hook -> ada.delete(OURS + "/" + hook.get("id")));
    }

    @Test
    void an_event_arrives_whole_signed_and_with_the_headers_asked_for() throws Exception {
        try (var receiver = new Receiver()) {
            var hook = subscribe(
                    receiver, Map.of("types", List.of("ticket.created"), "headers", Map.of("X-Token", "s3cret")));
            assertThat(hook.toString()).doesNotContain("s3cret");
            assertThat(ada.get(OURS + "/" + hook.get("id")).text()).doesNotContain("whsec_", "s3cret");

            long ticket = server.ticket();

            await().until(() -> !receiver.received.isEmpty());
            var got = receiver.received.getFirst();
            var event = Json.MAPPER.readTree(got.body());
            assertThat(event.get("type").asText()).isEqualTo("ticket.created");
            assertThat(event.get("ticket_id").asLong()).isEqualTo(ticket);
            assertThat(got.header("X-token")).isEqualTo("s3cret");
            assertThat(got.header("Hilo-delivery")).isEqualTo(hook.get("id") + "-" + event.get("id"));
            verify(got, hook.get("secret").asText(), 0);
        }
    }

    @Test
    void during_a_rotation_the_old_secret_signs_too() throws Exception {
        try (var receiver = new Receiver()) {
            var hook = subscribe(receiver, Map.of("types", List.of("ticket.created")));
            var rotated = ada.post(OURS + "/" + hook.get("id") + "/rotate-secret", (Object) null)
                    .json();

            server.ticket();

            await().until(() -> !receiver.received.isEmpty());
            verify(receiver.received.getFirst(), rotated.get("secret").asText(), 0);
            verify(receiver.received.getFirst(), hook.get("secret").asText(), 1);
        }
    }

    @Test
    void types_conditions_and_a_template_decide_what_is_sent() throws Exception {
        try (var receiver = new Receiver()) {
            subscribe(
                    receiver,
                    Map.of(
                            "types", List.of("ticket.*"),
                            "conditions", Map.of("status", List.of(4, 5)),
                            "template",
                                    "{\"text\": \"{{event.type}} of {{event.ticket_id}}: {{event.after.status}}\"}"));
            long ticket = server.ticket();
            ada.put("/tickets/" + ticket, Map.of("priority", 4));
            ada.put("/tickets/" + ticket, Map.of("status", 4));

            await().until(() -> !receiver.received.isEmpty());
            assertThat(receiver.received).hasSize(1);
            assertThat(receiver.received.getFirst().body())
                    .isEqualTo("{\"text\": \"ticket.updated of " + ticket + ": 4\"}");
        }
    }

    @Test
    void what_fails_is_tried_again_in_order_then_parked_and_can_be_replayed() throws Exception {
        try (var receiver = new Receiver()) {
            receiver.status = 503;
            var hook = subscribe(receiver, Map.of("types", List.of("ticket.*")));
            long ticket = server.ticket();
            ada.put("/tickets/" + ticket, Map.of("priority", 2));
            ada.put("/tickets/" + ticket, Map.of("priority", 3));
            for (int tries = 1; tries <= 3; tries++) {
                int attempt = tries;
                await().until(() -> tries(hook) == attempt && states(hook).equals(Map.of("WAITING", 3)));
                var oldest = deliveries(hook, "").get(2);
                assertThat(oldest.at("/attempts/" + (attempt - 1) + "/status").asInt())
                        .isEqualTo(503);
                assertThat(oldest.at("/attempts/0/answer").asText()).hasSize(1024);
                makeDue();
            }
            await().until(() -> states(hook).equals(Map.of("PARKED", 1, "WAITING", 2)));
            assertThat(receiver.received).isEmpty();

            receiver.status = 200;
            makeDue();
            await().until(() -> states(hook).equals(Map.of("PARKED", 1, "DELIVERED", 2)));
            assertThat(ada.post(OURS + "/" + hook.get("id") + "/replay", Map.of("after", 0))
                            .status())
                    .isEqualTo(202);
            await().until(() -> receiver.received.stream()
                            .filter(r -> r.body().contains("\"ticket_id\":" + ticket + ","))
                            .count()
                    == 5);

            var order = receiver.received.stream().map(r -> id(r.body())).toList();
            long[] ids = deliveriesOf(hook, ticket);
            assertThat(order).containsSubsequence(ids[1], ids[2], ids[0], ids[1], ids[2]);
        }
    }

    @Test
    void one_that_hangs_slows_no_other() throws Exception {
        try (var dead = new Receiver();
                var alive = new Receiver()) {
            dead.hang = new CountDownLatch(1);
            subscribe(dead, Map.of("types", List.of("ticket.created")));
            subscribe(alive, Map.of("types", List.of("ticket.created")));
            for (int i = 0; i < 12; i++) server.ticket();

            await().until(() -> alive.received.size() == 12);
            assertThat(dead.received).isEmpty();
            dead.hang.countDown();
        }
    }

    @Test
    void a_pause_holds_back_and_a_test_is_sent_at_once() throws Exception {
        try (var receiver = new Receiver()) {
            var hook = subscribe(receiver, Map.of("types", List.of("ticket.created")));
            String path = OURS + "/" + hook.get("id");
            assertThat(ada.put(path, Map.of("active", false))
                            .json()
                            .get("active")
                            .asBoolean())
                    .isFalse();
            server.ticket();
            assertThat(ada.post(path + "/test", (Object) null)
                            .json()
                            .get("status")
                            .asInt())
                    .isEqualTo(200);
            assertThat(receiver.received).hasSize(1);
            assertThat(receiver.received.getFirst().body()).contains("webhook.test");
            receiver.status = 302;
            assertThat(ada.post(path + "/test", (Object) null)
                            .json()
                            .get("status")
                            .asInt())
                    .isEqualTo(302);
        }
    }

    @Test
    void addresses_that_are_not_public_are_refused_when_they_are_called() throws Exception {
        for (var address : List.of(
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "224.0.0.1",
                "255.255.255.255")) {
            assertThat(PublicAddresses.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
        for (var address : List.of("93.184.216.34", "2606:2800:220:1::1")) {
            assertThat(PublicAddresses.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
        try (var receiver = new Receiver();
                var guarded = new Sender(false)) {
            for (var host : List.of("127.0.0.1", "localhost", "[::1]")) {
                var outcome = guarded.send("POST", receiver.url().replace("127.0.0.1", host), Map.of(), new byte[0]);
                assertThat(outcome.status()).as(host).isNull();
                assertThat(outcome.error()).contains("not an address of the public Internet");
            }
            assertThat(receiver.received).isEmpty();
        }
    }

    @Test
    void what_cannot_be_is_refused_with_every_fault() {
        var refused = ada.post(
                OURS,
                Map.of(
                        "name", "x",
                        "url", "ftp://user:pw@example.com",
                        "types", List.of("Ticket"),
                        "conditions", Map.of("status", Map.of("a", 1)),
                        "headers", Map.of("Host", "evil")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsText("field"))
                .contains("url", "types", "conditions", "headers");
        var agent = server.agent("hooks@acme.test", TicketScope.GLOBAL);
        assertThat(agent.get(OURS).status()).isEqualTo(403);
    }

    private static JsonNode subscribe(Receiver receiver, Map<String, Object> more) {
        var asked = new HashMap<String, Object>(Map.of("name", "Ours", "url", receiver.url()));
        asked.putAll(more);
        var created = ada.post(OURS, asked);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json();
    }

    private static void verify(Receiver.Received got, String secret, int which) throws Exception {
        String[] parts = got.header("Hilo-signature").split(",");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(), "HmacSHA256"));
        var expected = mac.doFinal((parts[0].substring(2) + "." + got.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(parts[1 + which]).isEqualTo("v1=" + HexFormat.of().formatHex(expected));
    }

    private static void makeDue() {
        server.database().run(h -> h.execute("update webhook_deliveries set due_at = now() where state = 'WAITING'"));
    }

    private static JsonNode deliveries(JsonNode hook, String query) {
        return ada.get(OURS + "/" + hook.get("id") + "/deliveries" + query).json();
    }

    private static long[] deliveriesOf(JsonNode hook, long ticket) {
        return server.database()
                .read(h -> h
                        .createQuery(
                                "select event_id from webhook_deliveries where webhook_id = ? and lane = ? order by event_id")
                        .bind(0, hook.get("id").asLong())
                        .bind(1, ticket)
                        .mapTo(long.class)
                        .list()
                        .stream()
                        .mapToLong(Long::longValue)
                        .toArray());
    }

    private static int tries(JsonNode hook) {
        var list = deliveries(hook, "");
        return list.size() < 3 ? 0 : list.get(2).get("tries").asInt();
    }

    private static Map<String, Integer> states(JsonNode hook) {
        var states = new HashMap<String, Integer>();
        deliveries(hook, "").forEach(d -> states.merge(d.get("state").asText(), 1, Integer::sum));
        return states;
    }

    private static long id(String body) {
        try {
            return Json.MAPPER.readTree(body).get("id").asLong();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
