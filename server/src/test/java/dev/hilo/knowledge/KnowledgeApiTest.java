package dev.hilo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.answers.draft.Passages;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KnowledgeApiTest {

    static final String OURS = "/api/hilo/v1/knowledge";
    static final String CLOCK = "/api/hilo/v1/sandbox/clock";
    static TestServer server;
    static HiloClient ada;
    static long category;
    static long open;
    static long inside;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start().withoutReceipts();
        ada = server.admin();
        category = id("/solutions/categories", Map.of("name", "Help"));
        open = folder("Orders", 1);
        inside = folder("For agents", 3);
        article(open, "How do I return a product?", "You have 30 days to send a product back to our warehouse.", "en");
        article(open, "Opening hours of the shop", "The shop is open from nine to six on working days.", "en");
        article(inside, "Goodwill on late returns", "Agents may grant goodwill of 50 euros on a late return.", "en");
        canned();
    }

    private static void canned() {
        long folder = id("/canned_response_folders", Map.of("name", "Polite"));
        id(
                "/canned_responses",
                Map.of(
                        "title",
                        "Thank you",
                        "content_html",
                        "<p>Thank you for your patience.</p>",
                        "folder_id",
                        folder,
                        "visibility",
                        0));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static long folder(String name, int visibility) {
        return id("/solutions/categories/" + category + "/folders", Map.of("name", name, "visibility", visibility));
    }

    private static long article(long folder, String title, String text, String language) {
        String path = "/solutions/folders/" + folder + "/articles";
        long id = id(path, Map.of("title", title, "description", "<p>" + text + "</p>", "status", 2));
        if (!language.equals("en")) {
            var translated = ada.post(
                    "/solutions/articles/" + id + "/" + language,
                    Map.of("title", title, "description", "<p>" + text + "</p>", "status", 2));
            assertThat(translated.status()).as(translated.toString()).isEqualTo(201);
        }
        return id;
    }

    private static long id(String path, Map<String, ?> body) {
        var made = ada.post(path, body);
        assertThat(made.status()).as(made.toString()).isIn(200, 201);
        return made.json().get("id").asLong();
    }

    private static JsonNode search(String query, String more) {
        var found = ada.get(OURS + "/search?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more);
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        return found.json();
    }

    private static List<String> texts(String query, String more) {
        var texts = new ArrayList<String>();
        for (var passage : search(query, more)) texts.add(passage.get("text").asText());
        return texts;
    }

    private static String later(String by) {
        var now = ada.post(CLOCK + "/advance", Map.of("by", by));
        assertThat(now.status()).as(now.toString()).isEqualTo(200);
        return now.json().get("now").asText();
    }

    private static void put(String path, Map<String, ?> body) {
        var done = ada.put(path, body);
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
    }

    private static void gather() {
        var done = server.awaitJob(ada.post(OURS + "/refresh", (Object) null));
        assertThat(done.get("status").asText()).as(done.toString()).isEqualTo("COMPLETED");
    }

    @Test
    void what_means_the_same_is_found_without_a_shared_word() {
        var best = search("May I get my money back when I do not like what I bought?", "")
                .get(0);
        assertThat(best.get("title").asText()).isEqualTo("How do I return a product?");
        assertThat(best.get("kind").asText()).isEqualTo("article");
        assertThat(best.get("similarity").asDouble()).isGreaterThan(0.5);
    }

    @Test
    void what_is_for_agents_is_never_found_for_customers() {
        String query = "goodwill euros late return";
        assertThat(texts(query, "&audience=team")).anyMatch(text -> text.contains("goodwill of 50 euros"));
        assertThat(texts(query, "&audience=customers")).isNotEmpty().noneMatch(text -> text.contains("goodwill"));
    }

    @Test
    void an_article_made_private_is_not_found_for_customers_any_more() {
        long folder = folder("Moving", 1);
        article(folder, "Cellar code", "The code of the cellar is written beside the violet door.", "en");
        assertThat(texts("code of the violet cellar door", "&audience=customers"))
                .anyMatch(text -> text.contains("violet"));
        put("/solutions/folders/" + folder, Map.of("visibility", 3));
        assertThat(texts("code of the violet cellar door", "&audience=customers"))
                .noneMatch(text -> text.contains("violet"));
        assertThat(texts("code of the violet cellar door", "&audience=team")).anyMatch(text -> text.contains("violet"));
    }

    @Test
    void another_text_takes_the_place_of_the_one_before_and_the_past_keeps_its_own() {
        long article = article(open, "Price of a gift card", "A gift card costs 25 tokens at the counter.", "en");
        assertThat(texts("price of a gift card", "")).anyMatch(text -> text.contains("25 tokens"));
        String before = later("PT1H");
        later("PT1H");
        put(
                "/solutions/articles/" + article,
                Map.of("description", "<p>A gift card costs 40 tokens at the counter.</p>"));
        assertThat(texts("price of a gift card", ""))
                .anyMatch(text -> text.contains("40 tokens"))
                .noneMatch(text -> text.contains("25 tokens"));
        assertThat(texts("price of a gift card", "&as_of=" + before))
                .anyMatch(text -> text.contains("25 tokens"))
                .noneMatch(text -> text.contains("40 tokens"));
        assertThat(texts("price of a gift card", "&as_of=2015-01-01T00:00:00Z")).isEmpty();

        put("/solutions/articles/" + article, Map.of("status", 1));
        assertThat(texts("price of a gift card", "")).noneMatch(text -> text.contains("tokens"));
        assertThat(texts("price of a gift card", "&as_of=" + before)).anyMatch(text -> text.contains("25 tokens"));
    }

    @Test
    void spanish_is_searched_by_the_words_of_its_own() {
        article(open, "¿Cómo devuelvo un producto?", "Tiene 30 días para devolver los productos al almacén.", "es");
        assertThat(texts("quiero hacer la devolución de unos productos", "&language=es")
                        .getFirst())
                .contains("devolver los productos");
        assertThat(texts("quiero hacer la devolución de unos productos", "&language=es"))
                .noneMatch(text -> text.contains("warehouse"));
    }

    @Test
    void replies_that_helped_are_found_without_the_names_and_numbers_of_the_people_in_them() {
        long ticket = solved(
                "The moss lamp flickers at night",
                "Hello, my moss lamp flickers since Tuesday. Carla Customer, carla@customer.test, +34 612 345 678",
                "Hello Carla Customer, please reset the moss lamp by holding its button for ten seconds, and write to"
                        + " carla@customer.test or call +34 612 345 678 if that does not help.");
        gather();
        String query = "my moss lamp flickers";
        assertThat(texts(query, "")).noneMatch(text -> text.contains("moss lamp"));

        later("P4D");
        gather();
        assertThat(texts(query, "").getFirst())
                .contains("reset the moss lamp")
                .doesNotContain("Carla")
                .doesNotContain("customer.test")
                .doesNotContain("612");

        var mark = later("PT1H");
        put("/tickets/" + ticket, Map.of("status", 2));
        later("PT1H");
        gather();
        assertThat(texts(query, "")).noneMatch(text -> text.contains("moss lamp"));
        assertThat(texts(query, "&as_of=" + mark)).anyMatch(text -> text.contains("moss lamp"));

        assertThat(ada.delete("/tickets/" + ticket).status()).isEqualTo(204);
        gather();
        assertThat(texts(query, "&as_of=" + mark)).noneMatch(text -> text.contains("moss lamp"));
        assertThat(kept("moss lamp")).isZero();
    }

    private static long solved(String subject, String question, String reply) {
        long ticket = id(
                "/tickets",
                Map.of(
                        "email",
                        "carla@customer.test",
                        "name",
                        "Carla Customer",
                        "subject",
                        subject,
                        "description",
                        question,
                        "status",
                        2,
                        "priority",
                        1));
        id("/tickets/" + ticket + "/reply", Map.of("body", reply));
        put("/tickets/" + ticket, Map.of("status", 4));
        return ticket;
    }

    private static long kept(String words) {
        return server.database()
                .read(h -> h.createQuery("select count(*) from passages where text like :words or question like :words")
                        .bind("words", "%" + words + "%")
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void a_reply_that_was_rated_badly_teaches_nothing() {
        long ticket = solved(
                "The raven clock is late",
                "My raven clock is five minutes late each day, what can I do about it?",
                "The raven clock is never late, so please do look again before you write to us the next time.");
        id(
                "/tickets/" + ticket + "/satisfaction_ratings",
                Map.of("feedback", "Rude", "ratings", Map.of("default_question", -103)));
        later("P4D");
        gather();
        assertThat(texts("the raven clock is late", "")).noneMatch(text -> text.contains("raven"));
    }

    @Test
    void a_second_program_finds_the_same_with_an_index_of_its_own() throws Exception {
        var asked = new Passages.Asked(
                server.acme().accountId(), "when is the shop open", "en", Passages.Audience.TEAM, null, 3);
        var here = server.hilo().knowledge().find(asked);
        try (var second = new Beside()) {
            assertThat(second.knowledge().find(asked)).isNotEmpty().isEqualTo(here);
        }
    }

    private static final class Beside implements AutoCloseable {
        private final dev.hilo.Hilo hilo = server.another();

        Beside() throws Exception {}

        Knowledge knowledge() {
            return hilo.knowledge();
        }

        @Override
        public void close() throws Exception {
            hilo.close();
        }
    }

    @Test
    void its_state_tells_what_there_is_and_what_has_vectors() {
        search("anything", "");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var sources = ada.get(OURS).json().get("sources");
            assertThat(sources.findValuesAsText("source")).contains("article", "canned response");
            for (var source : sources) {
                if (!source.get("language").asText().equals("en")) continue;
                assertThat(source.get("with_vectors")).isEqualTo(source.get("passages"));
            }
        });
    }

    @Test
    void bad_questions_are_refused() {
        assertThat(ada.get(OURS + "/search").status()).isEqualTo(400);
        assertThat(ada.get(OURS + "/search?query=x&audience=all").status()).isEqualTo(400);
        assertThat(ada.get(OURS + "/search?query=x&as_of=yesterday").status()).isEqualTo(400);
        assertThat(ada.get(OURS + "/search?query=x&limit=many").status()).isEqualTo(400);
    }
}
