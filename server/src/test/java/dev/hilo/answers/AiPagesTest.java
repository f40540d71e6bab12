package dev.hilo.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The settings of the AI in the browser. */
class AiPagesTest {

    static final String OURS = "/api/hilo/v1";
    static TestServer server;
    static HiloClient ada;
    static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start().withoutReceipts();
        ada = server.admin();
        browser = Browser.admin(server);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static JsonNode settings() {
        return ada.get(OURS + "/ai/settings").json();
    }

    private static Document page() {
        return Jsoup.parse(browser.page("/ai"));
    }

    private static void saved(String path, Map<String, String> form) {
        var answer = browser.post(path, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private static Map<String, String> behaviour(Map<String, String> more) {
        var form = new HashMap<>(Map.of("mode", "composer", "gate", "70", "delay_seconds", "60", "most_per_hour", "5"));
        form.putAll(more);
        return form;
    }

    @Test
    void one_switch_is_for_everything() {
        saved("/ai/switch", Map.of("active", "true"));
        assertThat(settings().get("active").asBoolean()).isTrue();
        assertThat(page().selectFirst(".ai-switch").text()).contains("It is switched on");
        saved("/ai/switch", Map.of("active", "false"));
        assertThat(settings().get("active").asBoolean()).isFalse();
    }

    @Test
    void what_is_typed_holds_and_what_is_wrong_is_refused_whole() {
        long carla = ada.post("/contacts", Map.of("name", "Carla", "email", "carla@customer.test"))
                .json()
                .get("id")
                .asLong();
        var more = Map.of("excluded_contacts", "Carla@customer.test\r\n", "excluded_tags", "legal, vip\r\n");
        saved("/ai/settings", behaviour(more));
        var now = settings();
        assertThat(now.get("mode").asText()).isEqualTo("composer");
        assertThat(now.get("gate").asDouble()).isEqualTo(0.7);
        assertThat(now.get("hours_only").asBoolean()).isFalse();
        assertThat(now.get("excluded_contacts").toString()).isEqualTo("[" + carla + "]");
        assertThat(now.get("excluded_tags").toString()).isEqualTo("[\"legal\",\"vip\"]");
        assertThat(page().selectFirst("#excluded_contacts").text()).isEqualTo("carla@customer.test");

        var unknown = browser.post("/ai/settings", behaviour(Map.of("excluded_contacts", "nobody@customer.test")));
        assertThat(unknown.statusCode()).isEqualTo(400);
        var nameless = browser.post("/ai/settings", behaviour(Map.of("mode", "reply")));
        assertThat(nameless.statusCode()).isEqualTo(400);
        assertThat(settings()).isEqualTo(now);
    }

    @Test
    void a_topic_has_a_mode_and_a_gate_of_its_own() {
        saved("/ai/topics", Map.of("topic", "Refund", "mode", "off"));
        saved("/ai/topics", Map.of("topic", "refund", "mode", "insight", "gate", "90"));
        assertThat(settings().get("topics")).hasSize(1);
        assertThat(settings().at("/topics/0/gate").asDouble()).isEqualTo(0.9);
        assertThat(page().selectFirst("[aria-labelledby=ai-topics]").text()).contains("refund", "from 90 %");
        saved("/ai/topics/remove", Map.of("topic", "refund"));
        assertThat(settings().get("topics")).isEmpty();
    }

    @Test
    void the_model_is_set_tried_and_taken_away_and_its_key_is_never_shown() throws Exception {
        try (var model = new ScriptedModel()) {
            var form = new HashMap<>(Map.of(
                    "provider",
                    "openai",
                    "address",
                    model.address() + "/v1",
                    "model",
                    "m-1",
                    "key",
                    "sk-secret-42",
                    "timeout_seconds",
                    "5",
                    "most_tokens",
                    "256",
                    "cap_per_day",
                    "2.5",
                    "active",
                    "true"));
            saved("/ai/model", form);
            assertThat(page().html()).contains("A key is kept").doesNotContain("sk-secret-42");
            model.script = prompt -> "{\"ok\":true}";
            assertThat(browser.post("/ai/model/test", Map.of()).body()).contains("It answers");
            model.status = 500;
            assertThat(browser.post("/ai/model/test", Map.of()).body()).contains("No answer");

            form.remove("key");
            saved("/ai/model", form);
            assertThat(ada.get(OURS + "/ai/model").json().get("has_key").asBoolean())
                    .isTrue();
            form.put("forget_key", "true");
            saved("/ai/model", form);
            assertThat(ada.get(OURS + "/ai/model").json().get("has_key").asBoolean())
                    .isFalse();
            saved("/ai/model/delete", Map.of());
            assertThat(ada.get(OURS + "/ai/model").status()).isEqualTo(404);
        }
    }

    @Test
    void what_is_changed_of_a_voice_stays_and_the_rest_is_measured() {
        ada.put(OURS + "/ai/voice", Map.of("language", "en", "formality", "formal"));
        var form = new HashMap<>(Map.of(
                "language",
                "en",
                "greeting",
                "Hi {name},",
                "sign_off",
                "Kind regards,\r\n{agent}",
                "formality",
                "formal"));
        form.put("sentence_words", "9");
        saved("/ai/voice", form);
        var voice = ada.get(OURS + "/ai/voice").json().get(0);
        assertThat(voice.get("edited").toString()).isEqualTo("[\"formality\",\"sentence_words\"]");
        assertThat(voice.get("sentence_words").asInt()).isEqualTo(9);
        saved("/ai/voice/reset", Map.of("language", "en"));
        assertThat(ada.get(OURS + "/ai/voice").json().at("/0/edited")).isEmpty();
    }

    @Test
    void only_administrators_see_it() {
        ada.post("/agents", Map.of("name", "Bob", "email", "bob@acme.test", "ticket_scope", 1));
        assertThat(new Browser(server.address()).get("/ai").statusCode()).isEqualTo(303);
        assertThat(browser.post("/ai/actions/1/undo", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void reasons_are_said_in_the_readers_language() {
        var spanish = dev.hilo.pages.Phrases.in("es");
        assertThat(Reasons.say(spanish, "The tag “vip” is excluded"))
                .contains("vip")
                .contains("etiqueta");
        assertThat(Reasons.say(spanish, "Something new")).isEqualTo("Something new");
    }
}
