package dev.hilo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.accounts.TicketScope;
import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of a ticket: its story, and what is written there. */
class TicketPagesTest {

    private static final Pattern OLDER = Pattern.compile("hx-get=\"(/tickets/\\d+/story\\?before=[\\d.]+)\"");

    static TestServer server;
    static Browser ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = Browser.admin(server);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void the_story_has_messages_and_events_in_their_order() {
        long id = server.ticket();
        server.admin().post("/tickets/" + id + "/reply", Map.of("body", "On its way."));
        server.admin().put("/tickets/" + id, Map.of("status", 4, "tags", java.util.List.of("parcel")));
        server.admin().post("/tickets/" + id + "/notes", Map.of("body", "Called the carrier."));
        var thread = Jsoup.parse(ada.page("/tickets/" + id)).selectFirst("#thread");
        assertThat(thread.text())
                .containsSubsequence(
                        "It has not come.", "On its way.", "set the status to Resolved", "Called the carrier.");
        assertThat(thread.select(".card-message.is-customer, .card-message.is-reply, .card-message.is-note"))
                .hasSize(3);
        assertThat(thread.text()).contains("only agents see this", "tagged parcel");
    }

    @Test
    void a_reply_sets_the_status_with_it_and_is_taken_back_whole() {
        long id = server.ticket();
        var sent =
                write(id, Map.of("kind", "reply", "body", "<p>Here <script>alert(1)</script>it is</p>", "status", "4"));
        assertThat(status(id)).isEqualTo(4);
        assertThat(server.admin().get("/tickets/" + id + "/conversations").json())
                .hasSize(1);
        assertThat(ada.page("/tickets/" + id)).contains("Here ").doesNotContain("alert(1)");
        assertThat(ada.post(undo(sent), Map.of()).statusCode()).isEqualTo(200);
        assertThat(status(id)).isEqualTo(2);
        assertThat(server.admin().get("/tickets/" + id + "/conversations").json())
                .isEmpty();
        var editor = Jsoup.parse(ada.page("/tickets/" + id)).selectFirst("#editor-reply");
        assertThat(editor.text()).isEqualTo("Here it is");
    }

    @Test
    void a_note_tells_those_it_mentions_and_empty_messages_are_refused() {
        long id = server.ticket();
        assertThat(write(id, Map.of("kind", "note", "body", "@Ada Admin please look"))
                        .statusCode())
                .isEqualTo(200);
        var entry =
                server.admin().get("/tickets/" + id + "/conversations").json().get(0);
        assertThat(entry.get("private").asBoolean()).isTrue();
        assertThat(entry.get("to_emails").toString()).contains(TestServer.ADMIN);
        assertThat(write(id, Map.of("kind", "reply", "body", "<p><br></p>")).statusCode())
                .isEqualTo(400);
        assertThat(write(id, Map.of("kind", "reply")).statusCode()).isEqualTo(400);
        assertThat(write(id, Map.of("kind", "shout", "body", "x")).statusCode()).isEqualTo(400);
    }

    @Test
    void a_ticket_is_forwarded_to_others_and_taken_back() {
        long id = server.ticket();
        assertThat(write(id, Map.of("kind", "forward", "body", "Please look")).statusCode())
                .isEqualTo(400);
        assertThat(write(id, Map.of("kind", "forward", "body", "Please look", "to", "nobody"))
                        .statusCode())
                .isEqualTo(400);
        var sent = write(
                id, Map.of("kind", "forward", "body", "Please look", "to", "a@carrier.test, b@carrier.test", "cc", ""));
        var entry =
                server.admin().get("/tickets/" + id + "/conversations").json().get(0);
        assertThat(entry.get("source").asInt()).isEqualTo(8);
        assertThat(entry.get("to_emails").toString()).contains("a@carrier.test", "b@carrier.test");
        ada.post(undo(sent), Map.of());
        assertThat(server.admin().get("/tickets/" + id + "/conversations").json())
                .isEmpty();
        assertThat(Jsoup.parse(ada.page("/tickets/" + id))
                        .selectFirst("#editor-forward")
                        .text())
                .isEqualTo("Please look");
    }

    @Test
    void copies_go_to_whom_the_composer_names() {
        long id = server.ticket();
        write(id, Map.of("kind", "reply", "body", "Here.", "cc", "boss@customer.test"));
        assertThat(server.admin()
                        .get("/tickets/" + id + "/conversations")
                        .json()
                        .get(0)
                        .get("cc_emails")
                        .toString())
                .isEqualTo("[\"boss@customer.test\"]");
        assertThat(Jsoup.parse(ada.page("/tickets/" + id)).selectFirst("#c-cc").val())
                .isEqualTo("boss@customer.test");
    }

    @Test
    void others_who_have_the_ticket_open_are_named() {
        long id = server.ticket();
        var ben = Browser.agent(server, "ben.watcher@acme.test", TicketScope.GLOBAL);
        assertThat(ada.post("/tickets/" + id + "/others", Map.of()).body()).doesNotContain("Ada");
        assertThat(ben.post("/tickets/" + id + "/others", Map.of("writing", "true"))
                        .body())
                .contains("Ada Admin is looking");
        assertThat(ada.post("/tickets/" + id + "/others", Map.of("writing", "false"))
                        .body())
                .contains(" is writing");
    }

    @Test
    void a_draft_is_there_again_and_gone_once_it_is_sent() {
        long id = server.ticket();
        assertThat(ada.post(
                                "/tickets/" + id + "/draft",
                                Map.of("kind", "note", "body", "half a tho<img src=x onerror=alert(1)>"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(Jsoup.parse(ada.page("/tickets/" + id))
                        .selectFirst("#editor-note")
                        .html())
                .contains("half a tho")
                .doesNotContain("onerror");
        write(id, Map.of("kind", "note", "body", "a whole thought"));
        assertThat(Jsoup.parse(ada.page("/tickets/" + id))
                        .selectFirst("#editor-note")
                        .text())
                .isEmpty();
    }

    @Test
    void a_long_thread_opens_at_its_end_and_goes_back_part_by_part() {
        long id = server.ticket();
        for (int i = 0; i < 70; i++)
            server.admin().post("/tickets/" + id + "/notes", Map.of("body", "entry-" + i + "."));
        String page = ada.page("/tickets/" + id);
        assertThat(page).contains("entry-69.").doesNotContain("entry-20.", "It has not come.");
        int parts = 0;
        for (var older = OLDER.matcher(page); older.find(); older = OLDER.matcher(page)) {
            page = ada.page(older.group(1));
            parts++;
        }
        assertThat(parts).isEqualTo(2);
        assertThat(page).contains("It has not come.", "entry-0.");
        assertThat(ada.page("/tickets/" + id + "?from=first"))
                .contains("It has not come.", "entry-0.")
                .doesNotContain("entry-69.");
    }

    @Test
    void selects_change_the_ticket_and_say_how_to_undo_it() {
        long id = server.ticket();
        var changed = ada.post("/tickets/" + id + "/change", Map.of("priority", "4"));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(server.admin().get("/tickets/" + id).json().get("priority").asInt())
                .isEqualTo(4);
        ada.post(undo(changed), Map.of());
        assertThat(server.admin().get("/tickets/" + id).json().get("priority").asInt())
                .isEqualTo(1);
        assertThat(ada.post("/tickets/" + id + "/change", Map.of("status", "77"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ada.post("/tickets/" + id + "/change", Map.of("responder", "x'"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_prepared_answer_comes_with_the_names_filled_in() {
        long id = server.ticket();
        long folder = server.admin()
                .get("/canned_response_folders")
                .json()
                .get(0)
                .get("id")
                .asLong();
        var made = server.admin()
                .post(
                        "/canned_responses",
                        Map.of(
                                "title",
                                "Greeting",
                                "content_html",
                                "<p>Hello {{ticket.requester.name}}</p>",
                                "folder_id",
                                folder,
                                "visibility",
                                0));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(ada.page("/tickets/" + id + "/canned?q=greet")).contains("Greeting");
        assertThat(ada.page(
                        "/tickets/" + id + "/canned/" + made.json().get("id").asLong()))
                .contains("Hello Carla");
    }

    @Test
    void hostile_names_subjects_and_messages_stay_text() {
        String bad = "\"><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}";
        var made = server.admin()
                .post(
                        "/tickets",
                        Map.of(
                                "email",
                                "evil@customer.test",
                                "name",
                                bad,
                                "subject",
                                bad,
                                "description",
                                bad
                                        + "<a href='javascript:alert(3)' onclick=alert(4) hx-get='/logout'>x</a><img src='https://tracker.test/p.png'>",
                                "status",
                                2,
                                "priority",
                                1,
                                "tags",
                                java.util.List.of("<i>tag")));
        long id = made.json().get("id").asLong();
        for (var path : new String[] {"/inbox?view=all", "/tickets/" + id, "/tickets/" + id + "/raw"}) {
            var page = Jsoup.parse(ada.page(path));
            assertThat(page.select("script:not([src])")).as(path).isEmpty();
            assertThat(page.select("[onerror], [onclick], [onload], [style], a[href^=javascript], img[src^=http]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select(".message-body [hx-get]")).isEmpty();
        }
        assertThat(Jsoup.parse(ada.page("/tickets/" + id))
                        .selectFirst("#subject")
                        .text())
                .isEqualTo(bad);
        assertThat(ada.page("/tickets/" + id)).contains("Pictures from other servers are not shown");
        assertThat(Jsoup.parse(ada.page("/tickets/" + id + "?pictures=shown"))
                        .select("img[src^=/tickets/" + id + "/pictures/0]"))
                .hasSize(1);
    }

    private static HttpResponse<String> write(long id, Map<String, String> message) {
        return ada.post("/tickets/" + id + "/write", message);
    }

    private static String undo(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("HX-Trigger").orElseThrow().replaceAll(".*\"(/undo/\\w+)\".*", "$1");
    }

    private static int status(long id) {
        return server.admin().get("/tickets/" + id).json().get("status").asInt();
    }
}
