package dev.hilo.attachments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A bucket in memory, behind as much of Amazon's S3 protocol as a store needs: PUT, GET and DELETE of objects,
 * ListObjectsV2 in pages of three, and signatures (version 4) that are checked, with the key HILOKEY and the secret
 * {@code correct}.
 */
final class S3StandIn implements AutoCloseable {

    private static final int PAGE = 3;

    private record Stored(byte[] content, Instant at) {}

    private final String bucket;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final AtomicLong received = new AtomicLong();

    private S3StandIn(String bucket, HttpServer server) {
        this.bucket = bucket;
        this.server = server;
    }

    static S3StandIn start(String bucket) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var s3 = new S3StandIn(bucket, server);
        server.createContext("/", s3::handle);
        server.setExecutor(s3.threads);
        server.start();
        return s3;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    long size(String key) {
        return objects.get(key).content.length;
    }

    long bytesReceived() {
        return received.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isSigned(exchange)) {
                error(exchange, 403, "SignatureDoesNotMatch");
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/" + bucket) || path.equals("/" + bucket + "/")) list(exchange);
            else if (path.startsWith("/" + bucket + "/")) object(exchange, path.substring(bucket.length() + 2));
            else error(exchange, 404, "NoSuchBucket");
        } catch (EOFException brokenOff) {
            // Nothing is stored, and nobody is there to be told.
        }
    }

    private void object(HttpExchange exchange, String key) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, new Stored(content(exchange), Instant.now()));
                exchange.getResponseHeaders().set("ETag", "\"etag\"");
                exchange.sendResponseHeaders(200, -1);
            }
            case "GET" -> {
                var stored = objects.get(key);
                if (stored == null) error(exchange, 404, "NoSuchKey");
                else answer(exchange, 200, "application/octet-stream", stored.content);
            }
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> error(exchange, 405, "MethodNotAllowed");
        }
    }

    private byte[] content(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = new CountingInput(exchange.getRequestBody());
        boolean chunked = headers.getFirst("x-amz-content-sha256").startsWith("STREAMING-");
        byte[] content = chunked ? unchunk(body) : body.readAllBytes();
        String length = headers.getFirst(chunked ? "x-amz-decoded-content-length" : "Content-Length");
        if (content.length != Long.parseLong(length)) throw new EOFException();
        return content;
    }

    /** {@code 10000;chunk-signature=…} and as many bytes, until a chunk of none. */
    private static byte[] unchunk(InputStream in) throws IOException {
        var content = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in).split(";")[0], 16);
            if (size == 0) return content.toByteArray();
            byte[] chunk = in.readNBytes(size);
            if (chunk.length < size) throw new EOFException();
            content.write(chunk);
            line(in);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException();
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    private void list(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        String prefix = query.getOrDefault("prefix", "");
        String after = query.getOrDefault("continuation-token", "");
        var keys = objects.keySet().stream()
                .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
                .limit(PAGE + 1)
                .toList();
        var page = keys.subList(0, Math.min(PAGE, keys.size()));
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult>");
        xml.append("<IsTruncated>").append(keys.size() > PAGE).append("</IsTruncated>");
        if (keys.size() > PAGE) xml.append(element("NextContinuationToken", page.getLast()));
        for (String key : page) {
            var stored = objects.get(key);
            xml.append("<Contents>")
                    .append(element("Key", key))
                    .append(element("LastModified", stored.at.toString()))
                    .append(element("Size", "" + stored.content.length))
                    .append("</Contents>");
        }
        answer(
                exchange,
                200,
                "application/xml",
                utf8(xml.append("</ListBucketResult>").toString()));
    }

    private static String element(String name, String value) {
        String text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + name + ">" + text + "</" + name + ">";
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new TreeMap<String, String>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String xml = "<?xml version=\"1.0\"?><Error>" + element("Code", code) + element("Message", code) + "</Error>";
        answer(exchange, status, "application/xml", utf8(xml));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Works the signature of the request out anew, after Amazon's description of version 4. */
    private static boolean isSigned(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var parts = new HashMap<String, String>();
        for (String part : headers.getFirst("Authorization").split("[ ,]+")) {
            int equals = part.indexOf('=');
            if (equals > 0) parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        String[] scope = parts.get("Credential").split("/", 2);
        var canonical = new ArrayList<String>();
        canonical.add(exchange.getRequestMethod());
        canonical.add(exchange.getRequestURI().getRawPath());
        canonical.add(canonicalQuery(exchange));
        for (String name : parts.get("SignedHeaders").split(";")) {
            canonical.add(name + ":" + headers.getFirst(name).strip());
        }
        canonical.add("");
        canonical.add(parts.get("SignedHeaders"));
        canonical.add(headers.getFirst("x-amz-content-sha256"));
        String text = "AWS4-HMAC-SHA256\n" + headers.getFirst("x-amz-date") + "\n" + scope[1] + "\n"
                + HexFormat.of().formatHex(sha256(utf8(String.join("\n", canonical))));
        byte[] key = utf8("AWS4correct");
        for (String part : scope[1].split("/")) key = hmac(key, part);
        return scope[0].equals("HILOKEY")
                && HexFormat.of().formatHex(hmac(key, text)).equals(parts.get("Signature"));
    }

    private static String canonicalQuery(HttpExchange exchange) {
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw == null) return "";
        return String.join("&", java.util.Arrays.stream(raw.split("&")).sorted().toList());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final class CountingInput extends java.io.FilterInputStream {
        CountingInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            if (c >= 0) received.incrementAndGet();
            return c;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) received.addAndGet(read);
            return read;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
