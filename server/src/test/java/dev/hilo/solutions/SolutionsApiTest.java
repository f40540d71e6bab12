package dev.hilo.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.Form;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SolutionsApiTest {

    static TestServer server;
    static HiloClient ada;
    static long category;
    static long folder;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        category = id(ada.post("/solutions/categories", Map.of("name", "Shipping", "description", "All about it")));
        folder = id(ada.post("/solutions/categories/" + category + "/folders", Map.of("name", "Returns")));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void an_article_shows_the_recorded_keys_and_its_way() {
        var made = article("How to return a parcel", "Print the label.");

        assertThat(made.header("Location").orElseThrow())
                .endsWith("/api/v2/solutions/articles/" + made.json().get("id"));
        assertThat(made.json().properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "id",
                        "type",
                        "status",
                        "agent_id",
                        "created_at",
                        "category_id",
                        "folder_id",
                        "title",
                        "updated_at",
                        "description",
                        "description_text",
                        "seo_data",
                        "tags",
                        "attachments",
                        "cloud_files",
                        "thumbs_up",
                        "thumbs_down",
                        "hits",
                        "suggested",
                        "feedback_count",
                        "hierarchy");
        assertThat(made.json().get("description").asText()).isEqualTo("Print the label.");
        assertThat(made.json().get("hierarchy").get(1).get("data").get("name").asText())
                .isEqualTo("Returns");
        assertThat(ada.get("/solutions/folders/" + folder)
                        .json()
                        .get("articles_count")
                        .asInt())
                .isPositive();
        assertThat(ids(ada.get("/solutions/folders/" + folder + "/articles").json()))
                .contains(id(made));
    }

    @Test
    void an_article_can_be_unpublished_alone_and_deleted() {
        long id = id(article("Short lived", "text"));

        assertThat(ada.put("/solutions/articles/" + id, Map.of("status", 1))
                        .json()
                        .get("status")
                        .asInt())
                .isEqualTo(1);
        assertThat(ada.delete("/solutions/articles/" + id).status()).isEqualTo(204);
        assertThat(ada.get("/solutions/articles/" + id).status()).isEqualTo(404);
    }

    @Test
    void what_is_missing_is_told_at_once() {
        var errors = ada.post("/solutions/folders/" + folder + "/articles", Map.of())
                .json()
                .get("errors");
        assertThat(errors.findValuesAsText("field")).containsExactly("title", "description", "status");
    }

    @Test
    void words_in_another_language_stand_beside_the_first() {
        long id = id(article("Refunds", "Within ten days."));
        assertThat(ada.get("/solutions/articles/" + id + "/es").status()).isEqualTo(404);

        var made = ada.post(
                "/solutions/articles/" + id + "/es",
                Map.of("title", "Reembolsos", "description", "En diez días.", "status", 2));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(ada.get("/solutions/articles/" + id + "/es")
                        .json()
                        .get("title")
                        .asText())
                .isEqualTo("Reembolsos");
        assertThat(ada.get("/solutions/articles/" + id).json().get("title").asText())
                .isEqualTo("Refunds");
        assertThat(ada.post("/solutions/articles/" + id + "/es", Map.of("title", "x", "description", "y", "status", 1))
                        .status())
                .isEqualTo(409);
        assertThat(ada.put("/solutions/articles/" + id + "/es", Map.of("title", "Devoluciones"))
                        .json()
                        .get("title")
                        .asText())
                .isEqualTo("Devoluciones");
    }

    @Test
    void a_search_finds_the_words_of_an_article() {
        long id = id(article("Warranty of kettles", "Two years on every kettle."));

        var found = ada.get("/search/solutions?term=kettle").json();
        assertThat(ids(found)).contains(id);
        assertThat(found.get(0).get("folder_name").asText()).isEqualTo("Returns");
        assertThat(ada.get("/search/solutions?term=zeppelin").json()).isEmpty();
        assertThat(ada.get("/search/solutions").status()).isEqualTo(400);
    }

    @Test
    void what_is_deleted_takes_its_children_along() {
        long parent = id(ada.post("/solutions/categories", Map.of("name", "Doomed")));
        long child = id(ada.post("/solutions/categories/" + parent + "/folders", Map.of("name", "Inside")));
        long sub = id(ada.post(
                "/solutions/categories/" + parent + "/folders", Map.of("name", "Deeper", "parent_folder_id", child)));
        assertThat(ids(ada.get("/solutions/folders/" + child + "/subfolders").json()))
                .containsExactly(sub);

        assertThat(ada.delete("/solutions/categories/" + parent).status()).isEqualTo(204);
        assertThat(ada.get("/solutions/folders/" + sub).status()).isEqualTo(404);
    }

    @Test
    void a_file_can_be_attached() {
        var made = ada.post(
                "/solutions/folders/" + folder + "/articles",
                new Form()
                        .with("title", "With a file")
                        .with("description", "<p>See below.</p>")
                        .with("status", "2")
                        .file("attachments[]", "a.txt", "hello".getBytes(StandardCharsets.UTF_8), "text/plain"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().get("attachments").get(0).get("size").asInt()).isEqualTo(5);
    }

    private static Reply article(String title, String text) {
        var made = ada.post(
                "/solutions/folders/" + folder + "/articles", Map.of("title", title, "description", text, "status", 2));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made;
    }

    private static long id(Reply reply) {
        return reply.json().get("id").asLong();
    }

    private static List<Long> ids(JsonNode list) {
        var ids = new ArrayList<Long>();
        list.forEach(item -> ids.add(item.get("id").asLong()));
        return ids;
    }

    @Test
    void a_folder_can_be_moved_into_another_but_not_into_itself() {
        long outer = id(ada.post("/solutions/categories/" + category + "/folders", Map.of("name", "Outer")));
        long inner = id(ada.post("/solutions/categories/" + category + "/folders", Map.of("name", "Inner")));

        var moved = ada.put("/solutions/folders/" + inner, Map.of("parent_folder_id", outer));
        assertThat(moved.json().get("parent_folder_id").asLong()).isEqualTo(outer);
        for (long wrong : new long[] {inner, outer, 1}) {
            assertThat(ada.put("/solutions/folders/" + outer, Map.of("parent_folder_id", wrong))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(ada.put("/solutions/folders/" + inner, "{\"parent_folder_id\":null}")
                        .json()
                        .get("parent_folder_id")
                        .isNull())
                .isTrue();
    }

    @Test
    void what_an_article_or_a_folder_refers_to_must_be_there() {
        assertThat(ada.post(
                                "/solutions/folders/" + folder + "/articles",
                                Map.of("title", "t", "description", "d", "status", 1, "agent_id", 1))
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("agent_id");
        assertThat(ada.put("/solutions/folders/" + folder, Map.of("visibility", 4, "company_ids", List.of(1)))
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("company_ids");
    }
}
