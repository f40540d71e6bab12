package dev.hilo.knowledge.sources;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A web server that answers as the one it stands for, as far as its published description goes. */
final class StandIn implements AutoCloseable {

    /** @param type of the body */
    record Page(int status, String type, String body, Map<String, String> headers) {

        static Page html(String body) {
            return new Page(200, "text/html; charset=utf-8", body, Map.of());
        }

        static Page xml(String body) {
            return new Page(200, "application/xml", body, Map.of());
        }

        static Page json(String body) {
            return new Page(200, "application/json", body.replace('\'', '"'), Map.of());
        }

        static Page status(int status, Map<String, String> headers) {
            return new Page(status, "text/plain", "", headers);
        }
    }

    /** What answers a request. */
    interface Answers {
        Page to(String pathAndQuery, Map<String, String> headers, String body);
    }

    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<String, Page> pages = new ConcurrentHashMap<>();
    Answers otherwise = (path, headers, body) -> Page.status(404, Map.of());
    private final HttpServer server;

    StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.add(exchange.getRequestMethod() + " " + path);
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var page = pages.get(path);
            if (page == null) page = otherwise.to(path, headers, body);
            page.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", page.type());
            byte[] bytes = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
    }
}
