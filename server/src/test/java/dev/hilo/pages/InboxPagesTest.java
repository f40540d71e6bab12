package dev.hilo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.RouteTable;
import dev.hilo.accounts.TicketScope;
import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The views of the inbox, what is found in them and what is done to many at once. */
class InboxPagesTest {

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
    void every_page_but_the_log_in_wants_one_and_every_form_its_token() {
        var nobody = new Browser(server.address());
        var stranger = Map.of("Sec-Fetch-Site", "same-origin", "X-CSRF", "guessed");
        for (var route : RouteTable.pages(server)) {
            String path = route.path().replaceAll("\\{[^}]*}", "1");
            if (route.method().equals("GET")) {
                assertThat(nobody.get(path).statusCode()).as(path).isEqualTo(303);
            } else {
                assertThat(nobody.post(path, Map.of()).statusCode()).as(path).isEqualTo(303);
                assertThat(ada.post(path, Map.of(), stranger).statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void a_new_ticket_is_unassigned_waits_and_counts() {
        long id = ticket("Where is the blue lamp?", "It should be here.");
        assertThat(ada.page("/inbox?view=unassigned")).contains("Where is the blue lamp?", "Carla", "t-" + id);
        assertThat(ada.page("/inbox?view=waiting")).contains("t-" + id);
        assertThat(ada.page("/inbox?view=mine")).doesNotContain("t-" + id);
    }

    @Test
    void words_are_found_in_subjects_messages_and_names_and_the_search_language_works() {
        long id = ticket("Invoice twice", "Charged on Monday");
        server.admin().post("/tickets/" + id + "/notes", Map.of("body", "<p>asked the zanzibar office</p>"));
        for (var words : new String[] {"invoice twice", "monday", "zanzibar", "carla invoice", "#" + id}) {
            boolean found = search(words).contains("t-" + id);
            assertThat(found).as(words).isEqualTo(!words.equals("carla invoice"));
        }
        assertThat(search("carla")).contains("t-" + id);
        assertThat(search("status:2 AND priority:1")).contains("t-" + id);
        assertThat(search("status:5")).doesNotContain("t-" + id);
        assertThat(ada.get("/inbox?q=" + encoded("nonsense:(")).statusCode()).isEqualTo(400);
        assertThat(search("'; drop table tickets; --")).contains("No ticket fits");
    }

    private static String search(String words) {
        return ada.page("/inbox?view=all&q=" + encoded(words));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void many_are_changed_at_once_and_back_again() {
        long one = ticket("One", "1");
        long two = ticket("Two", "2");
        var changed = ada.post(
                "/inbox/change",
                Map.of("tickets[]", one + "", "status", "5", "responder", "me", "add_tags", "done, bulk"));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.headers().firstValue("HX-Trigger").orElseThrow()).contains("1 ticket changed.");
        var ticket = server.admin().get("/tickets/" + one).json();
        assertThat(ticket.get("status").asInt()).isEqualTo(5);
        assertThat(ticket.get("tags").toString()).contains("bulk");
        assertThat(server.admin().get("/tickets/" + two).json().get("status").asInt())
                .isEqualTo(2);

        String undo = changed.headers().firstValue("HX-Trigger").orElseThrow().replaceAll(".*\"(/undo/\\w+)\".*", "$1");
        var stranger = seesOwn("una@acme.test");
        assertThat(stranger.post(undo, Map.of()).statusCode()).isEqualTo(404);
        assertThat(ada.post(undo, Map.of()).statusCode()).isEqualTo(200);
        assertThat(ada.post(undo, Map.of()).statusCode()).isEqualTo(404);
        ticket = server.admin().get("/tickets/" + one).json();
        assertThat(ticket.get("status").asInt()).isEqualTo(2);
        assertThat(ticket.get("responder_id").isNull()).isTrue();
        assertThat(ticket.get("tags")).isEmpty();
    }

    @Test
    void an_agent_finds_what_the_scope_shows_and_no_more() {
        long id = ticket("Secret quixotic matter", "hush");
        var rita = seesOwn("rita@acme.test");
        assertThat(rita.page("/inbox?view=all")).doesNotContain("quixotic");
        assertThat(rita.page("/inbox?view=all&q=quixotic")).doesNotContain("t-" + id + "\"");
        assertThat(rita.get("/tickets/" + id).statusCode()).isEqualTo(404);
        assertThat(rita.get("/tickets/" + id + "/story").statusCode()).isEqualTo(404);
        var change = rita.post("/inbox/change", Map.of("tickets[]", id + "", "status", "5"));
        assertThat(change.headers().firstValue("HX-Trigger").orElseThrow()).contains("0 tickets changed.");
    }

    @Test
    void a_view_is_kept_by_its_name_for_oneself_or_for_everybody() {
        var omar = seesOwn("omar@acme.test");
        assertThat(ada.post("/inbox/filters", Map.of("name", "Just mine <b>", "query", "view=all&priority=4"))
                        .statusCode())
                .isEqualTo(303);
        ada.post("/inbox/filters", Map.of("name", "For all", "query", "view=all&status=3", "shared", "yes"));
        assertThat(ada.page("/inbox")).contains("Just mine &lt;b&gt;", "For all");
        assertThat(omar.page("/inbox")).contains("For all").doesNotContain("Just mine");
        assertThat(ada.post("/inbox/filters", Map.of("name", "x", "query", "view=all\"><script>"))
                        .statusCode())
                .isEqualTo(404);
    }

    /** Somebody who sees no tickets but those of their own. */
    private static Browser seesOwn(String email) {
        return Browser.agent(server, email, TicketScope.RESTRICTED);
    }

    private static long ticket(String subject, String description) {
        return server.admin()
                .post(
                        "/tickets",
                        Map.of(
                                "email",
                                "carla@customer.test",
                                "name",
                                "Carla Customer",
                                "subject",
                                subject,
                                "description",
                                description,
                                "status",
                                2,
                                "priority",
                                1))
                .json()
                .get("id")
                .asLong();
    }
}
