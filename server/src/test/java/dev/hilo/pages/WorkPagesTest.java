package dev.hilo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Beside a ticket: watchers, time spent, related tickets; and merging. */
class WorkPagesTest {

    static TestServer server;
    static Browser ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = Browser.admin(server);
        ada.page("/inbox");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Document work(long id) {
        return Jsoup.parse(ada.page("/tickets/" + id + "/work"));
    }

    private static int post(String path, Map<String, String> fields) {
        return ada.post(path, fields).statusCode();
    }

    @Test
    void one_watches_and_stops() {
        long id = server.ticket();
        assertThat(work(id).text()).contains("Nobody watches it.");
        assertThat(post("/tickets/" + id + "/watch", Map.of())).isEqualTo(200);
        assertThat(work(id).text()).contains("Ada Admin", "Watch it no more");
        assertThat(server.admin().get("/tickets/" + id + "/watchers").json().get("watcher_ids"))
                .hasSize(1);
        assertThat(post("/tickets/" + id + "/unwatch", Map.of())).isEqualTo(200);
        assertThat(work(id).text()).contains("Nobody watches it.");
    }

    @Test
    void time_is_added_stopped_and_deleted_on_its_own_ticket_only() {
        long id = server.ticket();
        long other = server.ticket();
        String path = "/tickets/" + id + "/time";
        assertThat(post(path, Map.of("time_spent", "95", "note", "<b>called</b>", "billable", "true")))
                .isEqualTo(200);
        assertThat(post(path, Map.of("time_spent", "", "note", "now"))).isEqualTo(200);
        assertThat(post(path, Map.of("time_spent", "soon"))).isEqualTo(400);
        var shown = work(id);
        assertThat(shown.select(".times b").eachText()).containsExactlyInAnyOrder("1:35", "0:00");
        assertThat(shown.select(".time-note b")).isEmpty();
        assertThat(shown.text()).contains("<b>called</b>", "1:35");
        var entries = server.admin().get("/tickets/" + id + "/time_entries").json();
        assertThat(entries).hasSize(2);
        var running = entries.get(0).get("timer_running").asBoolean() ? entries.get(0) : entries.get(1);
        assertThat(running.get("billable").asBoolean()).isFalse();
        String entry = "/time/" + running.get("id").asLong();
        assertThat(post("/tickets/" + other + entry + "/delete", Map.of())).isEqualTo(404);
        assertThat(post("/tickets/" + id + entry + "/toggle", Map.of())).isEqualTo(200);
        assertThat(work(id).select(".is-running")).isEmpty();
        assertThat(post("/tickets/" + id + entry + "/delete", Map.of())).isEqualTo(200);
        assertThat(server.admin().get("/tickets/" + id + "/time_entries").json())
                .hasSize(1);
    }

    @Test
    void two_tickets_become_one_and_name_each_other() {
        long stays = server.ticket();
        long goes = server.ticket();
        assertThat(ada.page("/tickets/" + stays + "/merge?q=%23" + goes)).contains("/merge/" + goes);
        assertThat(ada.page("/tickets/" + stays + "/merge")).contains("/merge/" + goes);
        assertThat(ada.page("/tickets/" + stays + "/merge/" + goes)).contains("Which one stays open?");
        assertThat(post("/tickets/" + stays + "/merge", Map.of("with", "" + stays, "into", "this")))
                .isEqualTo(400);
        assertThat(post("/tickets/" + stays + "/merge", Map.of("with", "" + goes)))
                .isEqualTo(400);
        var merged = ada.post("/tickets/" + goes + "/merge", Map.of("with", "" + stays, "into", "other"));
        assertThat(merged.statusCode()).isEqualTo(200);
        assertThat(merged.headers().firstValue("HX-Redirect")).contains("/tickets/" + stays);
        assertThat(server.admin().get("/tickets/" + goes).json().get("status").asInt())
                .isEqualTo(5);
        assertThat(work(stays).select(".past a").eachAttr("href")).isEqualTo(List.of("/tickets/" + goes));
        assertThat(work(stays).text()).contains("merged into here");
        assertThat(work(goes).select(".past a").eachAttr("href")).isEqualTo(List.of("/tickets/" + stays));
        assertThat(ada.page("/tickets/" + stays + "/merge")).doesNotContain("/merge/" + goes);
    }

    @Test
    void parents_and_children_are_named() {
        long parent = server.ticket();
        var child = server.admin()
                .post(
                        "/tickets",
                        Map.of(
                                "email",
                                "carla@customer.test",
                                "subject",
                                "A part of it",
                                "description",
                                "d",
                                "status",
                                2,
                                "priority",
                                1,
                                "parent_id",
                                parent));
        assertThat(child.status()).as(child.toString()).isEqualTo(201);
        long id = child.json().get("id").asLong();
        assertThat(work(parent).text()).contains("A part of it", "its child");
        assertThat(work(id).text()).contains("its parent");
    }
}
