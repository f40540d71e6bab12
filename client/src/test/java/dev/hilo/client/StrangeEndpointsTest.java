package dev.hilo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hilo.api.Attachment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Hilo does not do, and other endpoints and what stands before them do. */
class StrangeEndpointsTest {

    private record Answer(int status, Map<String, String> headers, String body) {}

    private record Asked(String path, String authorization, String onceKey) {}

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();
    private final FakeTime time = new FakeTime();
    private HttpServer server;
    private URI address;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange call) throws java.io.IOException {
        call.getRequestBody().readAllBytes();
        var headers = call.getRequestHeaders();
        asked.add(new Asked(
                call.getRequestURI().toString(),
                headers.getFirst("Authorization"),
                headers.getFirst("Idempotency-Key")));
        var answer = answers.remove();
        answer.headers.forEach((name, value) -> call.getResponseHeaders().add(name, value));
        var bytes = answer.body.getBytes();
        call.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) call.getResponseBody().write(bytes);
        call.close();
    }

    private void answers(int status, String body, String... headers) {
        var map = new java.util.HashMap<String, String>();
        for (int i = 0; i < headers.length; i += 2) map.put(headers[i], headers[i + 1]);
        answers.add(new Answer(status, map, body));
    }

    private ClientBuilder client() {
        return HiloClient.to(address, "secret").time(time);
    }

    @Test
    void the_next_page_is_asked_of_the_same_host() {
        answers(200, "[{\"id\":1}]", "Link", "< https://elsewhere.test/api/v2/roles?per_page=100&page=2>;rel=\"next\"");
        answers(200, "[{\"id\":2}]");
        assertThat(client().build().roles().all()).extracting(r -> r.id()).containsExactly(1L, 2L);
        assertThat(asked).extracting(Asked::path).endsWith("/api/v2/roles?per_page=100&page=2");
    }

    @Test
    void an_edge_that_answers_in_html_says_when_to_come_back() {
        answers(503, "<html>Maintenance</html>", "Retry-After", "40");
        answers(200, "[]");
        assertThat(client().build().roles().all()).isEmpty();
        assertThat(time.seconds()).isEqualTo(40);
    }

    @Test
    void a_refusal_without_a_body_is_a_refusal() {
        answers(404, "");
        assertThatThrownBy(() -> client().build().ticket(1).get()).isInstanceOfSatisfying(ApiError.class, e -> {
            assertThat(e.status()).isEqualTo(404);
            assertThat(e.fields()).isEmpty();
            assertThat(e.code()).isEmpty();
        });
    }

    @Test
    void a_call_with_a_key_waits_for_its_first_attempt() {
        answers(502, "");
        answers(409, "{\"code\":\"idempotency_key_in_use\"}", "Retry-After", "1");
        answers(201, "{\"id\":7}");
        var note = client().onceOnlyKeys().build().ticket(1).note("Once.").send();
        assertThat(note.id()).isEqualTo(7);
        assertThat(asked).extracting(Asked::onceKey).doesNotContainNull();
        assertThat(asked.stream().map(Asked::onceKey).distinct()).hasSize(1);
    }

    @Test
    void what_is_brought_back_twice_is_back() {
        answers(500, "");
        answers(404, "");
        client().build().ticket(1).restore();
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_429_without_a_word_is_tried_later() {
        answers(429, "Too many");
        answers(200, "[]");
        assertThat(client().budget(Budget.none()).build().roles().all()).isEmpty();
        assertThat(time.seconds()).isGreaterThan(0.2);
    }

    @Test
    void files_are_fetched_without_the_key_wherever_they_lie(@TempDir Path folder) throws Exception {
        answers(302, "", "Location", address + "/elsewhere");
        answers(200, "bytes");
        var file = new Attachment(1, "text/plain", 5, "a.txt", address + "/file", null, null);
        var saved = client().build().attachments().download(file, folder.resolve("a.txt"));
        assertThat(Files.readString(saved)).isEqualTo("bytes");
        assertThat(asked).extracting(Asked::path).containsExactly("/file", "/elsewhere");
        assertThat(asked).extracting(Asked::authorization).containsOnlyNulls();
    }
}
