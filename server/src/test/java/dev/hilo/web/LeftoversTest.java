package dev.hilo.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A call that is refused before its body has come: what the connection is good for afterwards. */
class LeftoversTest {

    private static final String BODY = "{\"body\":\"b\"}";

    static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void one_that_dawdles_is_awaited_and_the_connection_takes_the_next_call() throws Exception {
        try (var socket = connection()) {
            for (int i = 0; i < 50; i++) {
                send(socket, head("POST", "/api/v2/no/such/path", BODY.length()));
                for (char letter : BODY.toCharArray()) send(socket, "" + letter);
                assertThat(answer(socket)).startsWith("HTTP/1.1 404").doesNotContain("Connection: close");
            }
        }
    }

    @Test
    void one_too_long_to_wait_for_ends_the_connection_and_the_answer_says_so() throws Exception {
        try (var socket = connection()) {
            send(socket, head("POST", "/api/v2/no/such/path", 5_000_000));
            assertThat(answer(socket)).startsWith("HTTP/1.1 404").contains("Connection: close");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void one_that_waits_to_be_asked_for_is_not_asked_for() throws Exception {
        try (var socket = connection()) {
            var head = head("POST", "/api/v2/no/such/path", BODY.length());
            send(socket, head.replace("Content-Length", "Expect: 100-continue\r\nContent-Length"));
            assertThat(answer(socket)).startsWith("HTTP/1.1 404").contains("Connection: close");
        }
    }

    private static Socket connection() throws IOException {
        var socket = new Socket(server.address().getHost(), server.address().getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static String head(String method, String path, int length) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + server.address().getAuthority() + "\r\nAuthorization: "
                + RawHttp.basic(server.adminKey(), "X") + "\r\nContent-Type: application/json\r\nContent-Length: "
                + length
                + "\r\n\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The head of it; refusals of unknown paths have no body. */
    private static String answer(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = socket.getInputStream().read();
            if (read < 0) throw new IOException("closed after " + head);
            head.append((char) read);
        }
        return head.toString();
    }
}
