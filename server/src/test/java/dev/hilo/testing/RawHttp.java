package dev.hilo.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests written byte by byte, so that they may be as wrong as they like, and answers with their headers as spelt. Each
 * thread has a connection of its own, which is used as long as the server leaves it open.
 */
public final class RawHttp {

    /** @param headers in the order and the spelling they came in */
    public record Answer(int status, List<Map.Entry<String, String>> headers, byte[] body) {

        /** By the exact spelling of the name. */
        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(h -> h.getKey().equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return Json.MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("Not JSON: " + this, e);
            }
        }

        @Override
        public String toString() {
            return status + " " + headers + "\n" + text();
        }
    }

    private static final int PATIENCE_MILLIS = 60_000;

    private final URI address;
    private final String key;
    private final String host;
    private final ThreadLocal<Socket> kept = new ThreadLocal<>();

    /** @param key whose calls they are; null for nobody's */
    public RawHttp(URI address, String key) {
        this(address, key, address.getAuthority());
    }

    /** @param host what the caller takes the server for */
    public RawHttp(URI address, String key, String host) {
        this.address = address;
        this.key = key;
        this.host = host;
    }

    /** A request with the host, the log-in and whatever headers are given. @param path below the root */
    public Answer call(String method, String path, Map<String, String> headers, byte[] body) {
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        if (!headers.containsKey("Host")) head.append("Host: ").append(host).append("\r\n");
        if (key != null && !headers.containsKey("Authorization")) {
            head.append("Authorization: ").append(basic(key, "X")).append("\r\n");
        }
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        boolean chunked = headers.containsKey("Transfer-Encoding");
        if (body != null && !chunked && !headers.containsKey("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) bytes.writeBytes(body);
        return send(method, bytes.toByteArray());
    }

    public Answer call(String method, String path, Map<String, String> headers) {
        return call(method, path, headers, null);
    }

    public Answer get(String path) {
        return call("GET", path, Map.of());
    }

    public Answer json(String method, String path, String body) {
        return call(method, path, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    public static String basic(String user, String password) {
        var both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** Exactly these bytes. */
    public Answer send(String method, byte[] request) {
        try {
            var socket = kept.get();
            if (socket != null) {
                try {
                    return send(socket, method, request);
                } catch (ClosedEarly idleTooLong) {
                    kept.remove();
                }
            }
            return send(connect(), method, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private Answer send(Socket socket, String method, byte[] request) throws IOException {
        kept.remove();
        var sending = Thread.startVirtualThread(() -> write(socket, request));
        var answer = read(method, socket.getInputStream());
        boolean isOver = answer.headers().stream()
                .anyMatch(h -> h.getKey().equalsIgnoreCase("Connection")
                        && h.getValue().equalsIgnoreCase("close"));
        if (isOver || sending.isAlive()) socket.close();
        else kept.set(socket);
        return answer;
    }

    /** The connection was closed before an answer began. */
    private static final class ClosedEarly extends IOException {
        ClosedEarly(Throwable cause) {
            super("closed without an answer", cause);
        }
    }

    /** A server that has answered may close before all is sent. */
    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException answeredAlready) {
            // What counts is the answer.
        }
    }

    private static Answer read(String method, InputStream in) throws IOException {
        var start = start(in);
        int status = Integer.parseInt(start.split(" ")[1]);
        var headers = new ArrayList<Map.Entry<String, String>>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.add(Map.entry(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        if (status == 100) return read(method, in);
        boolean isBodiless = method.equals("HEAD") || status == 204;
        return new Answer(status, headers, isBodiless ? new byte[0] : body(headers, in));
    }

    private static String start(InputStream in) throws IOException {
        try {
            var start = line(in);
            if (!start.isEmpty()) return start;
        } catch (SocketException reset) {
            throw new ClosedEarly(reset);
        }
        throw new ClosedEarly(null);
    }

    private static byte[] body(List<Map.Entry<String, String>> headers, InputStream in) throws IOException {
        for (var header : headers) {
            if (header.getKey().equalsIgnoreCase("Content-Length")) {
                return in.readNBytes(Integer.parseInt(header.getValue()));
            }
            if (header.getKey().equalsIgnoreCase("Transfer-Encoding")) return chunks(in);
        }
        return in.readAllBytes();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            all.writeBytes(in.readNBytes(size));
            line(in);
        }
        return all.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
