package dev.hilo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.hilo.testing.TestServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Links to what cannot be mirrored are refused, and leave nothing behind. */
class LinkingTest {

    static TestServer server;
    static HttpServer stranger;
    static volatile String answer = "";

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        stranger.start();
    }

    @AfterAll
    static void stop() throws Exception {
        stranger.stop(0);
        server.close();
    }

    private static void assertRefused(String domain, String key, String field) {
        for (boolean plan : List.of(true, false)) {
            var reply = server.admin()
                    .post(
                            "/api/hilo/v1/links",
                            Map.of("domain", domain, "key", key, "subdomain", "other", "plan", plan));
            assertThat(reply.status()).as(domain + " " + reply).isEqualTo(400);
            assertThat(reply.json().at("/errors/0/field").asText())
                    .as(reply.toString())
                    .isEqualTo(field);
        }
        assertThat(server.hilo().accounts().list()).hasSize(1);
    }

    @Test
    void an_address_where_nobody_answers() {
        assertRefused("http://127.0.0.1:1", "k", "domain");
        assertRefused("nowhere.invalid", "k", "domain");
    }

    @Test
    void an_address_that_is_none() {
        for (var domain : List.of("ftp://acme.test", "http://", "a b", "http://user:pw@acme.test", "https://[::1")) {
            assertRefused(domain, "k", "domain");
        }
    }

    @Test
    void a_server_that_is_no_help_desk() {
        for (var said : List.of("", "<html>Welcome</html>", "[]", "{}", "{\"id\":\"x\"}", "{\"id\":1}", "null", "7")) {
            answer = said;
            assertRefused("http://127.0.0.1:" + stranger.getAddress().getPort(), "k", "domain");
        }
    }

    @Test
    void a_key_that_is_not_taken() {
        assertRefused(server.address().toString(), "wrong", "key");
    }
}
