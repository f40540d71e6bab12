package dev.hilo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A message of a ticket: edited, deleted, split off; and its pictures from elsewhere. */
class EntryPagesTest {

    private static final Pattern NEWER = Pattern.compile("(/tickets/\\d+/story\\?after=[\\d.]+)");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};

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

    private static long note(long ticket, String body) {
        return server.admin()
                .post("/tickets/" + ticket + "/notes", Map.of("body", body))
                .json()
                .get("id")
                .asLong();
    }

    private static String entry(long ticket, long id) {
        return "/tickets/" + ticket + "/entries/" + id;
    }

    @Test
    void a_note_is_edited_and_its_earlier_texts_are_kept() {
        long ticket = server.ticket();
        long id = note(ticket, "Call at nine.");
        var newer = NEWER.matcher(ada.page("/tickets/" + ticket));
        assertThat(newer.find()).isTrue();
        assertThat(ada.page(entry(ticket, id) + "/edit")).contains("Call at nine.");
        var edited =
                ada.post(entry(ticket, id) + "/edit", Map.of("body", "<p>Call at <script>alert(1)</script>ten.</p>"));
        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        assertThat(Jsoup.parse(edited.body()).selectFirst("#m-" + id).text()).contains("Call at ten.", "edited");
        assertThat(edited.body()).doesNotContain("alert(1)");
        assertThat(ada.page(entry(ticket, id) + "/history")).contains("Call at nine.", "Ada Admin");
        var live = Jsoup.parse(ada.page(newer.group(1)));
        assertThat(live.select("#m-" + id + "[hx-swap-oob=true]").text()).contains("Call at ten.");
        assertThat(ada.post(entry(ticket, id) + "/edit", Map.of("body", " ")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_note_is_deleted_and_goes_from_open_pages() {
        long ticket = server.ticket();
        long other = server.ticket();
        long id = note(ticket, "Wrong ticket.");
        var newer = NEWER.matcher(ada.page("/tickets/" + ticket));
        assertThat(newer.find()).isTrue();
        assertThat(ada.post(entry(other, id) + "/delete", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(ada.post(entry(ticket, id) + "/delete", Map.of()).statusCode())
                .isEqualTo(200);
        var live = Jsoup.parse(ada.page(newer.group(1)));
        assertThat(live.select("#m-" + id + "[hx-swap-oob=delete]")).hasSize(1);
        assertThat(ada.get(entry(ticket, id)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_message_becomes_a_ticket_of_its_own() {
        long ticket = server.ticket();
        var customer = server.admin().get("/tickets/" + ticket).json().get("requester_id");
        long id = server.admin()
                .post(
                        "/tickets/" + ticket + "/notes",
                        Map.of("body", "And my lamp is broken.", "incoming", true, "user_id", customer.asLong()))
                .json()
                .get("id")
                .asLong();
        var split = ada.post(entry(ticket, id) + "/split", Map.of());
        assertThat(split.statusCode()).as(split.body()).isEqualTo(200);
        String made = split.headers().firstValue("HX-Redirect").orElseThrow();
        var fresh = server.admin().get(made).json();
        assertThat(fresh.get("description_text").asText()).isEqualTo("And my lamp is broken.");
        assertThat(fresh.get("requester_id")).isEqualTo(customer);
        assertThat(ada.page(made)).contains("This ticket was a message of ticket " + ticket);
        assertThat(ada.page("/tickets/" + ticket)).contains("And my lamp is broken.", "has become ticket");
    }

    @Test
    void pictures_from_elsewhere_are_fetched_for_the_reader_and_only_those_shown() throws Exception {
        var asked = new CopyOnWriteArrayList<String>();
        var elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().keySet());
            byte[] body = exchange.getRequestURI().getPath().equals("/p.png") ? PNG : "<svg/>".getBytes();
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        elsewhere.start();
        try {
            String base = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
            long ticket = server.ticket();
            note(ticket, "<p>See <img src='" + base + "/p.png?a=1&amp;b=2'><img src='" + base + "/not.png'></p>");
            assertThat(Jsoup.parse(ada.page("/tickets/" + ticket)).select(".message-body img"))
                    .isEmpty();
            assertThat(asked).isEmpty();
            var shown = ada.get("/tickets/" + ticket + "?pictures=shown");
            assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("img-src 'self' data:")
                    .doesNotContain("https:");
            List<String> sources =
                    Jsoup.parse(shown.body()).select(".message-body img").eachAttr("src");
            assertThat(sources).hasSize(2).allMatch(source -> source.startsWith("/tickets/" + ticket + "/pictures/"));
            var picture = ada.get(sources.get(0));
            assertThat(picture.statusCode()).isEqualTo(200);
            assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
            assertThat(picture.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(asked).hasSize(1);
            assertThat(asked.getFirst()).contains("/p.png?a=1&b=2").doesNotContain("Cookie", "Referer");
            assertThat(ada.get(sources.get(1)).statusCode()).isEqualTo(404);
            assertThat(ada.get(sources.get(0).replace("p.png", "secret.png")).statusCode())
                    .isEqualTo(404);
            assertThat(asked).hasSize(2);
            try (var careful = new Pictures(false)) {
                assertThat(careful.fetch(URI.create(base + "/p.png"))).isEmpty();
            }
            assertThat(asked).hasSize(2);
        } finally {
            elsewhere.stop(0);
        }
    }
}
