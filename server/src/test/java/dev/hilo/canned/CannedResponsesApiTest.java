package dev.hilo.canned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CannedResponsesApiTest {

    static TestServer server;
    static HiloClient ada;
    static long folder;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        folder = ada.post("/canned_response_folders", Map.of("name", "Deliveries"))
                .json()
                .get("id")
                .asLong();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_prepared_answer_keeps_its_placeholders_and_shows_the_recorded_keys() {
        var made = ada.post("/canned_responses", answer(0, "Dear {{ticket.requester.firstname}}"));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "id",
                        "title",
                        "folder_id",
                        "short_code",
                        "content",
                        "content_html",
                        "attachments",
                        "created_at",
                        "updated_at",
                        "group_ids",
                        "visibility");
        assertThat(made.json().get("content").asText()).isEqualTo("Dear {{ticket.requester.firstname}}");
        var changed = ada.put("/canned_responses/" + made.json().get("id"), Map.of("title", "Renamed"));
        assertThat(changed.json().get("title").asText()).isEqualTo("Renamed");
        assertThat(ada.get("/canned_response_folders/" + folder + "/responses").json())
                .isNotEmpty();
        assertThat(ada.get("/canned_response_folders/" + folder).json().get("canned_responses"))
                .isNotEmpty();
    }

    @Test
    void a_personal_one_lands_in_the_personal_folder_whatever_was_sent() {
        long own = ada.post("/canned_responses", answer(1, "mine"))
                .json()
                .get("folder_id")
                .asLong();

        assertThat(own).isNotEqualTo(folder);
        assertThat(ada.get("/canned_response_folders/" + own)
                        .json()
                        .get("personal")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void one_for_groups_needs_groups_that_exist() {
        assertThat(ada.post("/canned_responses", answer(2, "x")).status()).isEqualTo(400);
        assertThat(ada.post("/canned_responses", Map.of("title", "only")).json().get("errors"))
                .hasSize(3);
    }

    @Test
    void many_are_made_by_a_job() {
        var started = ada.post(
                "/canned_responses/bulk", Map.of("canned_responses", List.of(answer(0, "one"), answer(0, "two"))));

        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        assertThat(started.json().get("href").asText())
                .endsWith(started.json().get("job_id").asText());
    }

    private static Map<String, Object> answer(int visibility, String html) {
        return Map.of("title", "t", "content_html", html, "folder_id", folder, "visibility", visibility);
    }
}
