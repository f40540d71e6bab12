package dev.hilo.answers.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VoiceApiTest {

    static final String OURS = "/api/hilo/v1/ai/voice";
    static TestServer server;
    static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        long ticket = server.ticket();
        for (int i = 0; i < 4; i++) {
            reply(
                    ticket,
                    "<p>Hello Carla,</p><p>You'll find the label in your account under Orders. It's free, and we've extended"
                            + " the time to " + i + " weeks.</p><p>Best wishes<br>Ada<br>Acme Support</p>");
        }
        reply(ticket, "<p>Hi Carla,</p><p>Done.</p>");
        for (int i = 0; i < 3; i++) {
            reply(
                    ticket,
                    "<p>Hola, Carla:</p><p>Puedes devolverlo hasta el día " + i
                            + ". En tu cuenta tienes el código para la"
                            + " tienda, y te avisamos por correo.</p><p>Un saludo,<br>Ada Admin</p>");
        }
        ada.post("/tickets/" + ticket + "/notes", Map.of("body", "<p>Dear Carla,</p><p>a note is no reply</p>"));
    }

    private static void reply(long ticket, String body) {
        var sent = ada.post("/tickets/" + ticket + "/reply", Map.of("body", body));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void it_is_measured_from_what_the_team_has_sent_and_can_be_edited() {
        var measured = ada.post(OURS + "/measure", (Object) null).json();
        var en = of("en", measured);
        assertThat(en.get("replies").asInt()).isEqualTo(4);
        assertThat(en.get("greeting").asText()).isEqualTo("Hello {name},");
        assertThat(en.get("sign_off").asText()).isEqualTo("Best wishes\n{agent}\nAcme Support");
        assertThat(en.get("formality").asText()).isEqualTo("casual");
        assertThat(en.get("words_used").toString()).contains("under orders");
        var es = of("es", measured);
        assertThat(es.get("greeting").asText()).isEqualTo("Hola, {name}:");
        assertThat(es.get("sign_off").asText()).isEqualTo("Un saludo,\n{agent}");
        assertThat(es.get("formality").asText()).isEqualTo("tu");

        var edited =
                ada.put(OURS, Map.of("language", "en", "greeting", "Dear {name},", "words_avoided", List.of("cheap")));
        assertThat(edited.json().get("greeting").asText()).isEqualTo("Dear {name},");
        assertThat(edited.json().get("edited").toString()).isEqualTo("[\"greeting\",\"words_avoided\"]");
        ada.post(OURS + "/measure", (Object) null);
        assertThat(of("en", ada.get(OURS).json()).get("greeting").asText()).isEqualTo("Dear {name},");

        var back = Collections.<String, Object>singletonMap("greeting", null);
        var asked = new java.util.HashMap<String, Object>(back);
        asked.put("language", "en");
        assertThat(ada.put(OURS, asked).json().get("greeting").asText()).isEqualTo("Hello {name},");
    }

    private static JsonNode of(String language, JsonNode voices) {
        for (var voice : voices) if (voice.get("language").asText().equals(language)) return voice;
        throw new AssertionError("no voice of " + language + " in " + voices);
    }

    @Test
    void what_cannot_be_is_refused() {
        for (var asked : Arrays.<Map<String, Object>>asList(
                Map.of("greeting", "x"),
                Map.of("language", "english"),
                Map.of("language", "EN"),
                Map.of("language", "en", "formality", "rude"),
                Map.of("language", "en", "sentence_words", 0),
                Map.of("language", "en", "words_used", List.of("")))) {
            assertThat(ada.put(OURS, asked).status()).as(asked.toString()).isEqualTo(400);
        }
    }
}
