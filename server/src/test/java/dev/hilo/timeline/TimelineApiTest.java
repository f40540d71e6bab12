package dev.hilo.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TimelineApiTest {

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

    @Test
    void messages_and_events_come_in_one_order_newest_first() {
        long ticket = server.ticket();
        ada.post("/tickets/" + ticket + "/reply", Map.of("body", "On its way."));
        ada.put("/tickets/" + ticket, Map.of("status", 4));
        ada.post("/tickets/" + ticket + "/notes", Map.of("body", "Called the carrier."));

        var items = timeline(ticket, "").get("items");

        assertThat(texts(items))
                .containsExactly("Called the carrier.", "ticket.updated", "On its way.", "ticket.created");
        assertThat(items.get(1).at("/event/after/status").asInt()).isEqualTo(4);
        assertThat(items.get(2).at("/message/source").asInt()).isZero();
    }

    @Test
    void pages_in_both_directions_show_each_item_once() {
        long ticket = server.ticket();
        for (int i = 0; i < 9; i++) {
            ada.post("/tickets/" + ticket + "/notes", Map.of("body", "note " + i));
            ada.put("/tickets/" + ticket, Map.of("priority", 2 + i % 2));
        }
        var back = walk(ticket, "desc", "before");
        var forth = walk(ticket, "asc", "after");

        assertThat(back).hasSize(18 + 1).doesNotHaveDuplicates();
        Collections.reverse(back);
        assertThat(forth).isEqualTo(back);
    }

    @Test
    void an_edit_and_a_deletion_are_items_and_what_was_said_before_stays() {
        long ticket = server.ticket();
        long note = ada.post("/tickets/" + ticket + "/notes", Map.of("body", "wrong"))
                .json()
                .get("id")
                .asLong();
        ada.put("/conversations/" + note, Map.of("body", "right"));
        ada.delete("/conversations/" + note);

        var items = timeline(ticket, "").get("items");
        assertThat(texts(items)).containsExactly("conversation.deleted", "conversation.updated", "ticket.created");
        assertThat(items.get(1).at("/event/before/body_text").asText()).isEqualTo("wrong");
    }

    @Test
    void who_may_not_see_the_ticket_does_not_find_its_timeline() {
        var agent = server.agent("own@acme.test", TicketScope.RESTRICTED);
        assertThat(agent.get("/api/hilo/v1/tickets/" + server.ticket() + "/timeline")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void wrong_parameters_are_refused() {
        long ticket = server.ticket();
        for (var wrong :
                List.of("limit=0", "limit=101", "order=up", "before=x", "after=1.0.1", "order=asc&before=1.0.1")) {
            assertThat(ada.get("/api/hilo/v1/tickets/" + ticket + "/timeline?" + wrong)
                            .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_ticket_is_shown_as_it_was() {
        long ticket = server.ticket();
        ada.put("/tickets/" + ticket, Map.of("subject", "changed", "tags", List.of("late"), "status", 3));
        var second = ada.get("/tickets/" + ticket).json();
        ada.put("/tickets/" + ticket, Map.of("priority", 4, "status", 5));

        var times = new ArrayList<String>();
        timeline(ticket, "?order=asc")
                .get("items")
                .forEach(item -> times.add(item.get("at").asText()));
        var then = at(ticket, times.get(1));
        assertThat((JsonNode) then.without(List.of("updated_at")))
                .isEqualTo(second.<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy()
                        .without(List.of("updated_at")));
        var first = at(ticket, times.get(0));
        assertThat(first.get("tags")).isEmpty();
        assertThat(ada.get("/api/hilo/v1/tickets/" + ticket + "/at?time=2001-01-01T00:00:00Z")
                        .status())
                .isEqualTo(404);
        assertThat(ada.get("/api/hilo/v1/tickets/" + ticket + "/at").status()).isEqualTo(400);
    }

    private static ObjectNode at(long ticket, String time) {
        var reply = ada.get("/api/hilo/v1/tickets/" + ticket + "/at?time=" + time);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return (ObjectNode) reply.json();
    }

    private static List<String> walk(long ticket, String order, String direction) {
        var seen = new ArrayList<String>();
        String cursor = null;
        JsonNode page;
        do {
            page = timeline(ticket, "?limit=4&order=" + order + (cursor == null ? "" : "&" + direction + "=" + cursor));
            for (var item : page.get("items")) {
                cursor = item.get("cursor").asText();
                seen.add(cursor);
            }
        } while (page.get("more").asBoolean());
        return seen;
    }

    private static JsonNode timeline(long ticket, String query) {
        var reply = ada.get("/api/hilo/v1/tickets/" + ticket + "/timeline" + query);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> texts(JsonNode items) {
        var texts = new ArrayList<String>();
        for (var item : items) {
            texts.add(
                    item.has("message")
                            ? item.at("/message/body_text").asText()
                            : item.at("/event/type").asText());
        }
        return texts;
    }
}
