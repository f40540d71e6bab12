package dev.hilo.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The link to the next page, §1.8 of the reference, and whose host and scheme links and locations take. */
class LinksTest {

    static TestServer server;
    static RawHttp admin;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        admin = new RawHttp(server.address(), server.adminKey());
        for (int i = 0; i < 5; i++) server.ticket();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void the_next_page_repeats_the_callers_query() {
        var page = admin.get("/api/v2/tickets?per_page=2&order_by=updated_at&order_type=asc");

        assertThat(page.header("Link"))
                .contains("<" + server.address()
                        + "/api/v2/tickets?per_page=2&order_by=updated_at&order_type=asc&page=2>;rel=\"next\"");
    }

    @Test
    void the_links_lead_through_the_whole_list_once() {
        var ids = new ArrayList<Long>();
        var path = "/api/v2/tickets?per_page=2&order_type=asc";
        for (int pages = 0; path != null && pages < 10; pages++) {
            var page = admin.get(path);
            page.json().forEach(ticket -> ids.add(ticket.get("id").asLong()));
            path = page.header("Link").map(LinksTest::pathOf).orElse(null);
        }

        assertThat(ids).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L));
    }

    private static String pathOf(String link) {
        return link.replaceAll("^<" + server.address() + "([^>]+)>;rel=\"next\"$", "$1");
    }

    @Test
    void the_last_page_and_those_beyond_have_none() {
        assertThat(admin.get("/api/v2/tickets?per_page=5").header("Link")).isEmpty();
        var beyond = admin.get("/api/v2/tickets?per_page=5&page=9");
        assertThat(beyond.status()).isEqualTo(200);
        assertThat(beyond.text()).isEqualTo("[]");
        assertThat(beyond.header("Link")).isEmpty();
    }

    @Test
    void a_page_that_comes_twice_is_advanced_once() {
        var page = admin.get("/api/v2/tickets?page=1&per_page=2&page=2&per_page=2");

        assertThat(page.header("Link").orElseThrow()).endsWith("page=3>;rel=\"next\"");
    }

    @Test
    void addresses_follow_the_callers_host() {
        var page = admin.call("GET", "/api/v2/tickets?per_page=1", Map.of("Host", "acme.example.com:8080"));

        assertThat(page.header("Link").orElseThrow()).startsWith("<http://acme.example.com:8080/api/v2/tickets?");
    }

    @Test
    void nobody_but_a_trusted_proxy_is_believed_about_what_came_before_it() throws Exception {
        var forwarded = Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "acme.freshdesk.com, inner");
        var path = "/api/v2/tickets?per_page=1";

        assertThat(admin.call("GET", path, forwarded).header("Link").orElseThrow())
                .startsWith("<" + server.address());
        try (var behind = TestServer.behind("127.0.0.0/8")) {
            behind.ticket();
            behind.ticket();
            var ada = new RawHttp(behind.address(), behind.adminKey());
            assertThat(ada.call("GET", path, forwarded).header("Link").orElseThrow())
                    .startsWith("<https://acme.freshdesk.com/api/v2/tickets?");
            var created = ada.call(
                    "POST",
                    "/api/v2/tickets/1/notes",
                    Map.of("X-Forwarded-Proto", "https", "Content-Type", "application/json"),
                    "{\"body\":\"n\"}".getBytes());
            assertThat(created.header("Location").orElseThrow())
                    .startsWith("https://127.0.0.1:" + behind.address().getPort() + "/api/v2/conversations/");
        }
        try (var elsewhere = TestServer.behind("10.0.0.0/8")) {
            elsewhere.ticket();
            elsewhere.ticket();
            var ada = new RawHttp(elsewhere.address(), elsewhere.adminKey());
            assertThat(ada.call("GET", path, forwarded).header("Link").orElseThrow())
                    .startsWith("<" + elsewhere.address());
        }
    }

    @Test
    void a_host_that_is_none_cannot_be_written_into_links() {
        var page = admin.call("GET", "/api/v2/tickets?per_page=1", Map.of("Host", "a\"><script>"));

        assertThat(page.status() == 400 || !page.header("Link").orElse("").contains("script"))
                .as(page.toString())
                .isTrue();
    }
}
