package dev.hilo.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import java.util.List;
import java.util.Map;

/** What the tests of contacts have in common. */
final class People {

    private final HiloClient client;

    People(HiloClient client) {
        this.client = client;
    }

    JsonNode create(Map<String, ?> contact) {
        return made(client.post("/contacts", contact));
    }

    long id(Map<String, ?> contact) {
        return create(contact).get("id").longValue();
    }

    JsonNode view(long id) {
        return client.get("/contacts/" + id).json();
    }

    /** A ticket of a requester. */
    JsonNode ticket(String email) {
        return made(client.post(
                "/tickets",
                Map.of("subject", "Help", "description", "Please", "status", 2, "priority", 1, "email", email)));
    }

    static JsonNode made(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    /** The same answer, of which the account's own fields stand for any. */
    static JsonNode withAnyCustomFields(JsonNode answer) {
        ((ObjectNode) answer).putNull("custom_fields");
        return answer;
    }

    /** Field and code of the only fault. */
    static List<String> fault(Reply reply, int status) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.json().get("errors")).as(reply.toString()).hasSize(1);
        var error = reply.json().at("/errors/0");
        return List.of(error.get("field").asText(), error.get("code").asText());
    }
}
