package dev.hilo.answers.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.api.Json;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class McpApiTest {

    static TestServer server;
    static RawHttp ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = new RawHttp(server.address(), server.adminKey());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static RawHttp.Answer post(RawHttp who, String body) {
        return who.call(
                "POST",
                "/mcp",
                Map.of("Content-Type", "application/json", "Accept", "application/json, text/event-stream"),
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static JsonNode ask(RawHttp who, String method, Object params) throws IOException {
        var body =
                Json.MAPPER.writeValueAsString(Map.of("jsonrpc", "2.0", "id", 7, "method", method, "params", params));
        var answer = post(who, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("id").asInt()).isEqualTo(7);
        return answer.json();
    }

    private static JsonNode call(RawHttp who, String tool, Map<String, Object> arguments) throws IOException {
        return ask(who, "tools/call", Map.of("name", tool, "arguments", arguments))
                .get("result");
    }

    private static JsonNode told(JsonNode result) throws IOException {
        assertThat(result.path("isError").asBoolean()).as(result.toString()).isFalse();
        return Json.MAPPER.readTree(result.at("/content/0/text").asText());
    }

    @Test
    void an_assistant_is_told_what_there_is() throws Exception {
        var hello = ask(
                ada,
                "initialize",
                Map.of(
                        "protocolVersion", "2025-06-18",
                        "capabilities", Map.of(),
                        "clientInfo", Map.of("name", "test", "version", "1")));
        assertThat(hello.at("/result/serverInfo/name").asText()).isEqualTo("hilo");
        assertThat(hello.at("/result/capabilities/tools").isMissingNode()).isFalse();
        assertThat(post(ada, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                        .status())
                .isEqualTo(202);

        var names = new ArrayList<String>();
        ask(ada, "tools/list", Map.of())
                .at("/result/tools")
                .forEach(tool -> names.add(tool.get("name").asText()));
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "search_knowledge", "read_ticket", "similar_tickets", "draft_reply", "add_note");
    }

    @Test
    void it_reads_drafts_and_notes_with_the_rights_of_its_key() throws Exception {
        long ticket = server.ticket();
        long other = server.ticket();
        var items = told(call(ada, "read_ticket", Map.of("ticket_id", ticket)));
        assertThat(items.get("items").toString()).contains("ticket.created", "It has not come.");
        assertThat(told(call(ada, "similar_tickets", Map.of("ticket_id", ticket)))
                        .get(0)
                        .get("id")
                        .asLong())
                .isNotEqualTo(ticket);
        assertThat(told(call(ada, "draft_reply", Map.of("ticket_id", other)))
                        .get("kind")
                        .asText())
                .isEqualTo("UNKNOWN");
        assertThat(told(call(ada, "search_knowledge", Map.of("query", "parcels")))
                        .isArray())
                .isTrue();
        var note = told(call(ada, "add_note", Map.of("ticket_id", ticket, "body", "seen by an assistant")));
        var entry = server.admin()
                .get("/tickets/" + ticket + "/conversations")
                .json()
                .get(0);
        assertThat(entry.get("id")).isEqualTo(note.get("id"));
        assertThat(entry.get("private").asBoolean()).isTrue();
        var event = server.admin()
                .get("/api/hilo/v1/changes?types=conversation.created&ticket_id=" + ticket)
                .json();
        assertThat(event.at("/events/0/actor/kind").asText()).isEqualTo("AGENT");
    }

    @Test
    void what_its_key_may_not_it_may_not_either() throws Exception {
        long ticket = server.ticket();
        server.agent("rita@acme.test", TicketScope.RESTRICTED);
        var rita = new RawHttp(
                server.address(), server.hilo().keys().create(server.acme().accountId(), "rita@acme.test", "mcp"));
        for (String tool : List.of("read_ticket", "similar_tickets", "draft_reply")) {
            var result = call(rita, tool, Map.of("ticket_id", ticket));
            assertThat(result.get("isError").asBoolean()).as(tool).isTrue();
        }
        assertThat(call(rita, "add_note", Map.of("ticket_id", ticket, "body", "x"))
                        .get("isError")
                        .asBoolean())
                .isTrue();
        assertThat(server.admin().get("/tickets/" + ticket + "/conversations").json())
                .isEmpty();
        var nobody = new RawHttp(server.address(), "no such key");
        assertThat(post(nobody, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void what_cannot_be_read_is_refused() throws Exception {
        for (String body : List.of("", "{", "[]", "null", "{}", "{\"jsonrpc\":\"2.0\"}", "\"x\"")) {
            assertThat(post(ada, body).status()).as(body).isEqualTo(400);
        }
        assertThat(ask(ada, "no/such", Map.of()).at("/error/code").asInt()).isEqualTo(-32601);
        for (Map<String, Object> arguments :
                List.<Map<String, Object>>of(Map.of(), Map.of("ticket_id", "x"), Map.of("ticket_id", 999_999))) {
            var answer = ask(ada, "tools/call", Map.of("name", "read_ticket", "arguments", arguments));
            boolean isRefused =
                    answer.has("error") || answer.at("/result/isError").asBoolean();
            assertThat(isRefused).as(answer.toString()).isTrue();
        }
        assertThat(ada.call("GET", "/mcp", Map.of()).status()).isEqualTo(405);
        assertThat(ada.call("DELETE", "/mcp", Map.of()).status()).isEqualTo(405);
    }
}
