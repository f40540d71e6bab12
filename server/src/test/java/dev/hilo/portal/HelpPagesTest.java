package dev.hilo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The help centre: written behind the log-in, read by everybody, and no further than it is open. */
class HelpPagesTest {

    static TestServer server;
    static HiloClient ada;
    static Browser browser;
    static long category;
    static long open;
    static long closed;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        browser = Browser.admin(server);
        category = id(ada.post("/solutions/categories", Map.of("name", "Shipping")));
        open = id(folder(Map.of("name", "Returns", "visibility", 1)));
        closed = id(folder(Map.of("name", "Inside", "visibility", 3)));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Reply folder(Map<String, ?> asked) {
        return ada.post("/solutions/categories/" + category + "/folders", asked);
    }

    private static long article(long folder, String title, String text, int status) {
        return id(ada.post(
                "/solutions/folders/" + folder + "/articles",
                Map.of("title", title, "description", text, "status", status)));
    }

    private static long id(Reply made) {
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asLong();
    }

    private static Browser stranger() {
        return new Browser(server.address());
    }

    @Test
    void strangers_read_what_is_published_and_open_and_nothing_else() {
        long published = article(open, "How to return a parcel", "<p>Print the label.</p>", 2);
        long draft = article(open, "Not finished", "<p>Later.</p>", 1);
        long inside = article(closed, "Discount rules", "<p>Never tell.</p>", 2);
        long below = id(folder(Map.of("name", "Below", "visibility", 1, "parent_folder_id", closed)));
        long hidden = article(below, "Below the closed folder", "<p>Hush.</p>", 2);
        var stranger = stranger();
        assertThat(stranger.page("/help"))
                .contains("How to return a parcel")
                .doesNotContain("Not finished", "Discount rules", "Below the closed folder");
        assertThat(stranger.page("/help?q=label")).contains("How to return a parcel");
        assertThat(stranger.page("/help?q=never")).contains("No article found").doesNotContain("Discount rules");
        assertThat(stranger.page("/help/articles/" + published)).contains("<p>Print the label.</p>");
        for (long id : new long[] {draft, inside, hidden, 999_999}) {
            assertThat(stranger.get("/help/articles/" + id).statusCode()).isEqualTo(404);
            assertThat(stranger.post("/help/articles/" + id + "/vote", Map.of("value", "up"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void hostile_articles_are_inert() {
        long id = article(open, "<script>alert(1)</script>", "<p>Read</p>", 2);
        // Around the cleaning that the API does, as an older or a copied record may be.
        server.database()
                .run(h -> h.createUpdate(
                                "update solution_texts set description = :html where kind = 'article' and id = :id")
                        .bind(
                                "html",
                                "<p onclick=alert(1)>Read</p><script>alert(2)</script><a href='javascript:alert(3)'>x</a>"
                                        + "<iframe src=//evil.test></iframe><img src=x onerror=alert(4)><svg onload=alert(5)>")
                        .bind("id", id)
                        .execute());
        var answer = stranger().get("/help/articles/" + id);
        assertThat(answer.body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("onclick", "alert(2)", "javascript:", "iframe", "onerror", "onload");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(browser.page("/solutions/articles/" + id))
                .doesNotContain("onclick=", "alert(2)", "javascript:", "<iframe", "onerror=", "onload=");
    }

    @Test
    void a_browser_votes_once() {
        long id = article(open, "Votes", "<p>Vote.</p>", 2);
        var stranger = stranger();
        stranger.page("/help/articles/" + id);
        for (int i = 0; i < 2; i++) stranger.post("/help/articles/" + id + "/vote", Map.of("value", "up"));
        stranger().post("/help/articles/" + id + "/vote", Map.of("value", "down"));
        var counted = ada.get("/solutions/articles/" + id).json();
        assertThat(counted.get("thumbs_up").asInt()).isEqualTo(1);
        assertThat(counted.get("thumbs_down").asInt()).isEqualTo(1);
        assertThat(stranger.page("/help/articles/" + id)).contains("Thank you");
        assertThat(stranger.post("/help/articles/" + id + "/vote", Map.of("value", "x"))
                        .statusCode())
                .isEqualTo(400);
        var forged = stranger.post(
                "/help/articles/" + id + "/vote", Map.of("value", "up"), Map.of("Sec-Fetch-Site", "cross-site"));
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void an_article_is_written_kept_as_a_draft_and_published() {
        var form = Map.of("title", "Customs", "body", "<p>Pay <b>first</b>.</p><script>no</script>", "status", "1");
        browser.page("/solutions/folders/" + open + "/new");
        var made = browser.post("/solutions/folders/" + open + "/articles", form);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        String address = made.headers().firstValue("Location").orElseThrow();
        assertThat(browser.page("/solutions")).contains("Customs", "Draft");
        assertThat(browser.page(address)).contains("Pay <b>first</b>").doesNotContain("<script>no");
        assertThat(stranger().page("/help")).doesNotContain("Customs");
        var published = Map.of("title", "Customs", "body", "<p>Pay first.</p>", "status", "2", "language", "en");
        assertThat(browser.post(address, published).statusCode()).isEqualTo(303);
        assertThat(stranger().page("/help")).contains("Customs");
        var empty = browser.post(address, Map.of("title", "Customs", "body", "<p><br></p>", "status", "2"));
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("role=\"alert\"");
    }

    @Test
    void a_translation_is_written_beside_the_original_and_read_in_its_language() {
        long id = article(open, "Opening hours", "<p>From nine.</p>", 2);
        String address = "/solutions/articles/" + id;
        assertThat(browser.page(address + "?language=es")).contains("Not translated yet");
        var spanish = Map.of("title", "Horario", "body", "<p>Desde las nueve.</p>", "status", "2", "language", "es");
        assertThat(browser.post(address, spanish).statusCode()).isEqualTo(303);
        assertThat(browser.page(address)).contains("From nine.");
        var reader = stranger();
        reader.post("/language", Map.of("value", "es", "to", "/help"));
        assertThat(reader.page("/help/articles/" + id)).contains("Desde las nueve.", "lang=\"es\"");
        assertThat(stranger().page("/help/articles/" + id)).contains("From nine.");
        assertThat(browser.get(address + "?language=xx").statusCode()).isEqualTo(404);
    }

    @Test
    void categories_and_folders_are_made() {
        browser.page("/solutions");
        assertThat(browser.post("/solutions/categories", Map.of("name", "Money"))
                        .statusCode())
                .isEqualTo(303);
        browser.post("/solutions/categories/" + category + "/folders", Map.of("name", "Papers", "visibility", "3"));
        assertThat(browser.page("/solutions")).contains("Money", "Papers");
        assertThat(browser.post("/solutions/categories/999999/folders", Map.of("name", "No"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger().get("/solutions").statusCode()).isEqualTo(303);
    }
}
