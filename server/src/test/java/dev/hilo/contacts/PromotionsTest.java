package dev.hilo.contacts;

import static dev.hilo.contacts.People.fault;
import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PromotionsTest {

    private static TestServer server;
    private static HiloClient ada;
    private static People people;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        people = new People(ada);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_contact_becomes_an_agent_under_the_same_id() {
        long id = people.id(
                Map.of("name", "Rising Star", "email", "star@mail.test", "other_emails", List.of("second@mail.test")));

        var reply = ada.put("/contacts/" + id + "/make_agent");

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertShape(reply.json(), "agent-made");
        var agent = reply.json().get("agent");
        assertThat(agent.get("id").longValue()).isEqualTo(id);
        assertThat(agent.get("occasional").booleanValue()).isFalse();
        assertThat(agent.get("ticket_scope").intValue()).isEqualTo(1);
        assertThat(agent.get("role_ids")).hasSize(1);
        assertThat(ada.get("/agents/" + id).status()).isEqualTo(200);
        assertThat(ada.get("/contacts/" + id).status()).isEqualTo(404);
        assertThat(ada.put("/contacts/" + id + "/make_agent").status()).isEqualTo(404);
        people.id(Map.of("name", "x", "email", "second@mail.test"));
        ada.delete("/agents/" + id);
        assertThat(people.view(id).get("name").asText()).isEqualTo("Rising Star");
    }

    @Test
    void the_request_says_what_kind_of_agent() {
        long id = people.id(Map.of("name", "Part Time", "email", "part@mail.test"));
        long group = People.made(ada.post("/groups", Map.of("name", "Night")))
                .get("id")
                .longValue();

        var agent = ada.put(
                        "/contacts/" + id + "/make_agent",
                        Map.of(
                                "occasional",
                                true,
                                "ticket_scope",
                                2,
                                "signature",
                                "<b>Part</b>",
                                "group_ids",
                                List.of(group),
                                "type",
                                "support_agent",
                                "focus_mode",
                                false))
                .json()
                .get("agent");

        assertThat(agent.get("occasional").booleanValue()).isTrue();
        assertThat(agent.get("ticket_scope").intValue()).isEqualTo(2);
        assertThat(agent.get("group_ids").get(0).longValue()).isEqualTo(group);
        assertThat(agent.get("focus_mode").booleanValue()).isFalse();
    }

    @Test
    void an_agent_needs_an_email_and_what_is_asked_for_must_be_there() {
        long phoned = people.id(Map.of("name", "Phoned", "phone", "1"));
        var refused = ada.put("/contacts/" + phoned + "/make_agent");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asText()).isEqualTo("inconsistent_state");

        long id = people.id(Map.of("name", "Careful", "email", "careful@mail.test"));
        for (String field : List.of("group_ids", "role_ids", "skill_ids")) {
            assertThat(fault(ada.put("/contacts/" + id + "/make_agent", Map.of(field, List.of(1))), 400))
                    .containsExactly(field, "invalid_value");
        }
        assertThat(fault(ada.put("/contacts/" + id + "/make_agent", Map.of("type", "boss")), 400))
                .containsExactly("type", "invalid_value");
        assertThat(people.view(id).get("name").asText()).isEqualTo("Careful");
    }

    @Test
    void a_contact_with_an_email_can_be_invited() {
        long id = people.id(Map.of("name", "Guest", "email", "guest@mail.test"));
        long phoned = people.id(Map.of("name", "No guest", "phone", "1"));

        assertThat(ada.put("/contacts/" + id + "/send_invite").status()).isEqualTo(204);
        assertThat(ada.put("/contacts/" + phoned + "/send_invite").status()).isEqualTo(409);
        assertThat(ada.put("/contacts/1/send_invite").status()).isEqualTo(404);
    }
}
