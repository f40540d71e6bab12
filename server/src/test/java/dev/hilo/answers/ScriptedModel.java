package dev.hilo.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hilo.api.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An endpoint of each kind that answers what a test wants, and remembers what it was asked. */
public final class ScriptedModel implements AutoCloseable {

    /** A call that came. @param prompt everything that was said to the model */
    public record Asked(String path, Map<String, List<String>> headers, JsonNode body, String prompt) {}

    private final HttpServer server;
    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    public volatile Function<String, String> script = prompt -> "{\"ok\": true}";
    public volatile int status = 200;
    /** The whole body instead of a well-formed one. */
    public volatile String raw;

    public volatile CountDownLatch hang;

    public ScriptedModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = Json.MAPPER.readTree(exchange.getRequestBody());
        var prompt = prompt(body);
        asked.add(
                new Asked(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body, prompt));
        try {
            if (hang != null) hang.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String answer = raw != null ? raw : wrapped(exchange.getRequestURI().getPath(), script.apply(prompt));
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String prompt(JsonNode body) {
        var text = new StringBuilder();
        texts(body.path("system"), text);
        texts(body.path("messages"), text);
        return text.toString();
    }

    private static void texts(JsonNode node, StringBuilder text) {
        if (node.isTextual()) text.append(node.asText()).append('\n');
        else node.forEach(child -> texts(child, text));
    }

    private static String wrapped(String path, String text) throws IOException {
        var quoted = Json.MAPPER.writeValueAsString(text);
        if (path.endsWith("/api/chat")) {
            return "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":" + quoted
                    + "},\"done\":true,\"prompt_eval_count\":1000,\"eval_count\":100}";
        }
        if (path.endsWith("/messages")) {
            return "{\"id\":\"1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[{\"type\":\"text\",\"text\":"
                    + quoted
                    + "}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":1000,\"output_tokens\":100}}";
        }
        return "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                + "\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":" + quoted
                + "}}],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
