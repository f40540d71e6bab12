package dev.hilo.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code ETag}, {@code If-Match} and {@code If-None-Match}. */
class EntityTagsTest {

    static TestServer server;
    static RawHttp ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = new RawHttp(server.address(), server.adminKey());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static String ticketPath(long id) {
        return "/api/v2/tickets/" + id;
    }

    private static String tag(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        var tag = answer.header("ETag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-z.-]+\"");
        return tag;
    }

    private static RawHttp.Answer put(String path, String tag, String body) {
        return ada.call(
                "PUT",
                path,
                Map.of("Content-Type", "application/json", "If-Match", tag),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertLost(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(412);
        assertThat(answer.json().get("code").asText()).isEqualTo("precondition_failed");
    }

    private static RawHttp.Answer note(long ticket) {
        return ada.json("POST", ticketPath(ticket) + "/notes", "{\"body\":\"n\"}");
    }

    private static String entryPath(RawHttp.Answer note) {
        return "/api/v2/conversations/" + note.json().get("id");
    }

    private static String viewPath(RawHttp.Answer note) {
        return "/api/hilo/v1/conversations/" + note.json().get("id");
    }

    @Test
    void an_update_of_the_version_that_was_read_is_made_and_a_later_one_is_lost() {
        long id = server.ticket();
        var read = tag(ada.get(ticketPath(id)));

        var first = put(ticketPath(id), read, "{\"priority\":2}");
        assertLost(put(ticketPath(id), read, "{\"priority\":3}"));
        var second = put(ticketPath(id), tag(first), "{\"priority\":4}");

        assertThat(second.status()).isEqualTo(200);
        assertThat(ada.get(ticketPath(id)).json().get("priority").asInt()).isEqualTo(4);
    }

    @Test
    void of_many_updates_of_one_version_one_is_made() throws Exception {
        long id = server.ticket();
        var read = tag(ada.get(ticketPath(id)));
        var updates = new ArrayList<CompletableFuture<RawHttp.Answer>>();
        for (int i = 0; i < 20; i++) {
            String tag = "{\"tags\":[\"by-" + i + "\"]}";
            updates.add(CompletableFuture.supplyAsync(() -> put(ticketPath(id), read, tag)));
        }
        int made = 0;
        for (var update : updates) {
            if (update.get().status() == 200) made++;
            else assertLost(update.get());
        }
        assertThat(made).isEqualTo(1);
    }

    @Test
    void each_change_of_a_ticket_changes_its_tag() {
        long id = server.ticket();
        var tags = new HashSet<String>();
        tags.add(version(id));
        note(id);
        assertThat(tags.add(version(id))).as("a note").isTrue();
        ada.json("PUT", ticketPath(id), "{\"status\":3}");
        assertThat(tags.add(version(id))).as("a status").isTrue();
        server.database().run(h -> h.execute("update tickets set is_escalated = true where id = ?", id));
        assertThat(tags.add(version(id)))
                .as("a change at the same time of the clock")
                .isTrue();
        ada.call("DELETE", ticketPath(id), Map.of());
        assertThat(tags.add(version(id))).as("the trash").isTrue();
        assertThat(version(id)).as("nothing").isEqualTo(version(id));
    }

    /** What {@code If-Match} looks at. */
    private static String version(long id) {
        return tag(ada.get(ticketPath(id))).split("-")[0];
    }

    @Test
    void a_deletion_and_a_restoration_want_the_version_too() {
        long id = server.ticket();
        var read = tag(ada.get(ticketPath(id)));
        note(id);

        assertLost(ada.call("DELETE", ticketPath(id), Map.of("If-Match", read)));
        assertThat(ada.call("DELETE", ticketPath(id), Map.of("If-Match", tag(ada.get(ticketPath(id)))))
                        .status())
                .isEqualTo(204);
        assertLost(ada.call("PUT", ticketPath(id) + "/restore", Map.of("If-Match", read)));
        assertThat(ada.call("PUT", ticketPath(id) + "/restore", Map.of("If-Match", "*"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void one_of_several_tags_will_do_and_a_weak_one_counts() {
        long id = server.ticket();
        var tag = tag(ada.get(ticketPath(id)));

        assertThat(put(ticketPath(id), "\"other\", W/" + tag, "{\"priority\":2}")
                        .status())
                .isEqualTo(200);
        for (var none : List.of("\"other\"", "other", "\"", "", "W/\"\"")) {
            assertThat(put(ticketPath(id), none, "{\"priority\":3}").status())
                    .as(none)
                    .isEqualTo(412);
        }
    }

    @Test
    void what_would_be_refused_anyway_is_refused_for_its_own_reason() {
        long id = server.ticket();
        assertThat(put(ticketPath(id), "\"old\"", "{\"priority\":9}").status()).isEqualTo(400);
        assertThat(put(ticketPath(999_999), "\"old\"", "{\"priority\":1}").status())
                .isEqualTo(404);
    }

    @Test
    void entries_have_versions_too() {
        long id = server.ticket();
        var note = note(id);
        var read = tag(ada.get(viewPath(note)));

        var edited = put(entryPath(note), read, "{\"body\":\"b\"}");
        assertThat(edited.status()).isEqualTo(200);
        assertLost(put(entryPath(note), read, "{\"body\":\"c\"}"));
        assertLost(ada.call("DELETE", entryPath(note), Map.of("If-Match", read)));
        assertThat(ada.get(viewPath(note)).json().get("body_text").asText()).isEqualTo("b");
        assertThat(ada.call("DELETE", entryPath(note), Map.of("If-Match", tag(edited)))
                        .status())
                .isEqualTo(204);
        assertThat(ada.get(viewPath(note)).status()).isEqualTo(404);
    }

    @Test
    void an_entry_without_its_file_is_another_version() {
        long id = server.ticket();
        var form = "--b\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\nfile\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\"a.txt\"\r\n\r\nx\r\n--b--\r\n";
        var note = ada.call(
                "POST",
                ticketPath(id) + "/notes",
                Map.of("Content-Type", "multipart/form-data; boundary=b"),
                form.getBytes(StandardCharsets.UTF_8));
        var read = tag(ada.get(viewPath(note)));
        ada.call("DELETE", "/api/v2/attachments/" + note.json().at("/attachments/0/id"), Map.of());

        assertLost(put(entryPath(note), read, "{\"body\":\"b\"}"));
        assertThat(put(entryPath(note), tag(ada.get(viewPath(note))), "{\"body\":\"b\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_the_caller_has_already_is_not_sent_again() {
        long id = server.ticket();
        note(id);
        for (var path : List.of(
                ticketPath(id),
                ticketPath(id) + "?include=requester,conversations,stats",
                ticketPath(id) + "/conversations",
                "/api/v2/tickets?per_page=100")) {
            var first = ada.get(path);
            var known = ada.call("GET", path, Map.of("If-None-Match", "\"x\", " + tag(first)));
            assertThat(known.status()).as(path).isEqualTo(304);
            assertThat(known.body()).isEmpty();
            assertThat(known.header("ETag")).contains(tag(first));
            assertThat(known.header("Status")).contains("304 Not Modified");

            ada.json("PUT", ticketPath(id), "{\"subject\":\"" + path + "\"}");
            note(id);
            var changed = ada.call("GET", path, Map.of("If-None-Match", tag(first)));
            assertThat(changed.status()).as(path).isEqualTo(200);
            assertThat(changed.body()).isNotEmpty();
        }
    }

    @Test
    void what_is_embedded_counts_for_the_answer() {
        long id = server.ticket();
        var path = ticketPath(id) + "?include=requester";
        var first = ada.get(path);
        long requester = first.json().get("requester_id").asLong();
        ada.json("PUT", "/api/v2/contacts/" + requester, "{\"name\":\"Carla " + id + "\"}");

        assertThat(ada.call("GET", path, Map.of("If-None-Match", tag(first))).status())
                .isEqualTo(200);
        assertThat(put(ticketPath(id), tag(first), "{\"priority\":2}").status())
                .as("the ticket itself has not changed")
                .isEqualTo(200);
    }

    @Test
    void a_list_that_has_a_further_page_now_is_another_answer() {
        long id = server.ticket();
        note(id);
        var path = ticketPath(id) + "/conversations?per_page=1";
        var first = ada.get(path);
        note(id);

        var second = ada.call("GET", path, Map.of("If-None-Match", tag(first)));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("Link")).isPresent();
    }
}
