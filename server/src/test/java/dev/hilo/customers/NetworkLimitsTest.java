package dev.hilo.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One network cannot flood a help desk, nor pass for another one. */
class NetworkLimitsTest {

    private static int send(TestServer server, String chain, int number) {
        String form = "subject=s&description=d&email="
                + URLEncoder.encode("n" + number + "@nobody.test", StandardCharsets.UTF_8);
        var headers = Map.of(
                "Content-Type", "application/x-www-form-urlencoded",
                "Sec-Fetch-Site", "same-origin",
                "X-Forwarded-For", chain);
        return new RawHttp(server.address(), null)
                .call("POST", "/help/tickets/new", headers, form.getBytes(StandardCharsets.UTF_8))
                .status();
    }

    @Test
    void the_network_behind_a_trusted_proxy_counts() throws Exception {
        try (var server = TestServer.behind("127.0.0.0/8")) {
            for (int i = 0; i < 10; i++)
                assertThat(send(server, "203.0.113.7", i)).isEqualTo(200);
            assertThat(send(server, "203.0.113.7", 10)).isEqualTo(429);
            assertThat(send(server, "198.51.100.1, 203.0.113.7", 11)).isEqualTo(429);
            assertThat(send(server, "203.0.113.7, 127.0.0.9", 12)).isEqualTo(429);
            assertThat(send(server, "203.0.113.8", 13)).isEqualTo(200);
        }
    }

    @Test
    void nobody_else_is_believed() throws Exception {
        try (var server = TestServer.start()) {
            for (int i = 0; i < 10; i++)
                assertThat(send(server, "203.0.113." + i, i)).isEqualTo(200);
            assertThat(send(server, "203.0.113.99", 10)).isEqualTo(429);
        }
    }
}
