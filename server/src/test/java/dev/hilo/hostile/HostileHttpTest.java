package dev.hilo.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Requests that are wrong as HTTP, or larger than anything that is taken. */
class HostileHttpTest {

    private static final int MEGABYTE = 1 << 20;

    static TestServer server;
    static RawHttp http;
    static long ticket;
    static String head;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        http = new RawHttp(server.address(), server.adminKey());
        ticket = server.ticket();
        head = "Host: acme.test\r\nAuthorization: " + RawHttp.basic(server.adminKey(), "X") + "\r\n";
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_http_is_refused() {
        var requests = new LinkedHashMap<String, String>();
        requests.put("no host", "GET /api/v2/tickets HTTP/1.1\r\n\r\n");
        requests.put("two hosts", "GET /api/v2/tickets HTTP/1.1\r\nHost: a\r\n" + head + "\r\n");
        requests.put("no request line", "hello\r\n\r\n");
        requests.put("another protocol", "GET /api/v2/tickets SMTP/1.1\r\n" + head + "\r\n");
        requests.put("a method of its own", "FOO /api/v2/tickets HTTP/1.1\r\n" + head + "\r\n");
        requests.put("a small method", "get /api/v2/tickets HTTP/1.1\r\n" + head + "\r\n");
        requests.put("TRACE", "TRACE /api/v2/tickets HTTP/1.1\r\n" + head + "\r\n");
        requests.put("CONNECT", "CONNECT acme.test:443 HTTP/1.1\r\n" + head + "\r\n");
        requests.put("a path without its slash", "GET api/v2/tickets HTTP/1.1\r\n" + head + "\r\n");
        requests.put("a path with a NUL", "GET /api/v2/tick\0ets HTTP/1.1\r\n" + head + "\r\n");
        requests.put("a path that climbs", "GET /../../etc/passwd HTTP/1.1\r\n" + head + "\r\n");
        requests.put("an endless path", "GET /api/v2/" + "x".repeat(100_000) + " HTTP/1.1\r\n" + head + "\r\n");
        requests.put("a header with a NUL", "GET /api/v2/tickets HTTP/1.1\r\n" + head + "X: a\0b\r\n\r\n");
        requests.put("a header without a name", "GET /api/v2/tickets HTTP/1.1\r\n" + head + ": x\r\n\r\n");
        requests.put("a header without a colon", "GET /api/v2/tickets HTTP/1.1\r\n" + head + "nonsense\r\n\r\n");
        requests.put("a name with a blank", "GET /api/v2/tickets HTTP/1.1\r\n" + head + "X Y: 1\r\n\r\n");
        requests.put(
                "an endless header",
                "GET /api/v2/tickets HTTP/1.1\r\n" + head + "X: " + "y".repeat(MEGABYTE) + "\r\n\r\n");
        requests.put("endless headers", "GET /api/v2/tickets HTTP/1.1\r\n" + head + "X: y\r\n".repeat(50_000) + "\r\n");
        requests.put("a length that is none", notes("Content-Length: x\r\n", "{}"));
        requests.put("a negative length", notes("Content-Length: -1\r\n", "{}"));
        requests.put("two lengths", notes("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"));
        requests.put("a length beyond all", notes("Content-Length: 99999999999999999999\r\n", "{}"));
        requests.put("a chunk that is none", notes("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"));
        requests.put(
                "a length and chunks",
                notes("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"));
        requests.put("an encoding of its own", notes("Transfer-Encoding: lizard\r\n", "{}"));
        requests.put(
                "an expectation that cannot be met", notes("Expect: the-unexpected\r\nContent-Length: 2\r\n", "{}"));
        return requests.entrySet().stream()
                .map(request -> dynamicTest(request.getKey(), () -> {
                    var answer = http.send("GET", request.getValue().getBytes(StandardCharsets.ISO_8859_1));
                    assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
                    assertThat(answer.header("X-Freshdesk-API-Version")).isPresent();
                    if (answer.status() != 404)
                        assertThat(answer.json().path("message").asText()).isNotEmpty();
                }));
    }

    private static String notes(String headers, String body) {
        return "POST /api/v2/tickets/" + ticket + "/notes HTTP/1.1\r\n" + head + "Content-Type: application/json\r\n"
                + headers + "\r\n" + body;
    }

    @Test
    void a_body_that_is_too_large_is_refused_by_its_length_before_it_is_sent() {
        for (var type : new String[] {"application/json", "multipart/form-data; boundary=b"}) {
            var announced = Map.of("Content-Type", type, "Content-Length", "" + 30L * MEGABYTE, "Connection", "close");
            var answer = http.call("POST", "/api/v2/tickets/" + ticket + "/notes", announced, new byte[0]);
            assertThat(answer.status()).as(type).isEqualTo(413);
            assertThat(answer.json().path("code").asText()).isEqualTo("request_too_large");
        }
    }

    @Test
    void a_body_that_turns_out_too_large_is_refused() {
        var body = new StringBuilder();
        var chunk = "x".repeat(MEGABYTE);
        body.append("9\r\n{\"body\":\"\r\n");
        for (int i = 0; i < 9; i++)
            body.append(Integer.toHexString(MEGABYTE))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        body.append("2\r\n\"}\r\n0\r\n\r\n");

        var answer = http.call(
                "POST",
                "/api/v2/tickets/" + ticket + "/notes",
                Map.of("Content-Type", "application/json", "Transfer-Encoding", "chunked", "Connection", "close"),
                body.toString().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(conversations()).isZero();
    }

    @Test
    void files_that_are_too_large_together_are_refused() {
        var part = "--b\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\"f\"\r\n\r\n"
                + "x".repeat(7 * MEGABYTE) + "\r\n";
        var form = "--b\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\nn\r\n" + part.repeat(3) + "--b--\r\n";

        var answer = http.call(
                "POST",
                "/api/v2/tickets/" + ticket + "/notes",
                Map.of("Content-Type", "multipart/form-data; boundary=b"),
                form.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("attachments");
        assertThat(conversations()).isZero();
    }

    private static int conversations() {
        return http.get("/api/v2/tickets/" + ticket + "/conversations").json().size();
    }
}
