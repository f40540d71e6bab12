package dev.hilo.mail.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd mails, each with what is to become of it in {@code expectations.json}. */
class CorpusTest {

    private static final Path FOLDER = Path.of("src/test/resources/mail");

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

    static Stream<Map.Entry<String, JsonNode>> mails() throws IOException {
        var all = Json.MAPPER.readTree(FOLDER.resolve("expectations.json").toFile());
        return all.properties().stream();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void becomes_what_is_expected(Map.Entry<String, JsonNode> mail) throws IOException {
        var expected = mail.getValue();
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(mail.getKey() + ".eml"));
        if (expected.path("reply").asBoolean()) bytes = replyTo(server.ticket(), bytes);

        var answer = http.call("POST", "/api/hilo/v1/mail", Map.of("Content-Type", "message/rfc822"), bytes);

        var received = answer.json();
        assertThat(received.path("outcome").asText())
                .as(answer.toString())
                .isEqualTo(expected.get("outcome").asText());
        switch (received.get("outcome").asText()) {
            case "created" -> checkTicket(expected, received.get("ticket_id").asLong());
            case "conversation" -> checkEntry(expected, received);
            default -> checkQuarantine(expected, received.get("quarantine_id").asLong());
        }
    }

    private static byte[] replyTo(long ticket, byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("{ticket}", String.valueOf(ticket))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void checkTicket(JsonNode expected, long id) {
        var ticket = server.admin().get("/tickets/" + id + "?include=requester").json();
        assertThat(ticket.get("source").asInt()).isEqualTo(1);
        assertThat(ticket.get("status").asInt()).isEqualTo(2);
        check(expected, "subject", ticket.get("subject"));
        check(expected, "requester", ticket.at("/requester/email"));
        check(expected, "name", ticket.at("/requester/name"));
        if (expected.has("cc")) assertThat(texts(ticket.get("cc_emails"))).isEqualTo(texts(expected.get("cc")));
        checkBody(
                expected,
                ticket.get("description").asText(),
                ticket.get("description_text").asText(),
                ticket);
    }

    private static void checkEntry(JsonNode expected, JsonNode received) {
        JsonNode entry = null;
        for (var one : server.admin()
                .get("/tickets/" + received.get("ticket_id").asLong() + "/conversations")
                .json()) {
            if (one.get("id").equals(received.get("conversation_id"))) entry = one;
        }
        assertThat(entry).isNotNull();
        assertThat(entry.get("incoming").asBoolean()).isTrue();
        assertThat(entry.get("private").asBoolean()).isFalse();
        assertThat(entry.get("source").asInt()).isZero();
        assertThat(entry.get("from_email").asText()).isEqualTo("carla@customer.test");
        assertThat(entry.get("has_quoted_text").asBoolean()).isEqualTo(expected.has("quoted"));
        if (expected.has("quoted")) {
            var quote = http.get("/api/hilo/v1/conversations/" + entry.get("id").asLong() + "/quoted-text");
            assertThat(quote.json().path("body").asText())
                    .as(quote.toString())
                    .contains(expected.get("quoted").asText());
        }
        checkBody(expected, entry.get("body").asText(), entry.get("body_text").asText(), entry);
    }

    private static void checkBody(JsonNode expected, String html, String text, JsonNode owner) {
        if (expected.has("text"))
            assertThat(text.strip()).isEqualTo(expected.get("text").asText());
        if (expected.has("has")) assertThat(text).contains(expected.get("has").asText());
        texts(expected.path("html")).forEach(part -> assertThat(html).contains(part));
        texts(expected.path("absent")).forEach(part -> assertThat(html).doesNotContain(part));
        var names = new ArrayList<String>();
        owner.get("attachments").forEach(file -> names.add(file.get("name").asText()));
        assertThat(names).isEqualTo(texts(expected.path("files")));
    }

    private static void checkQuarantine(JsonNode expected, long id) {
        for (var mail : http.get("/api/hilo/v1/mail/quarantine?per_page=100").json()) {
            if (mail.get("id").asLong() == id) {
                check(expected, "reason", mail.get("reason"));
                return;
            }
        }
        throw new AssertionError("Not in the quarantine: " + id);
    }

    private static void check(JsonNode expected, String name, JsonNode value) {
        if (expected.has(name))
            assertThat(value.asText()).as(name).isEqualTo(expected.get(name).asText());
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
