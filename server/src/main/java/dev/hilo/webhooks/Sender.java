package dev.hilo.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls addresses that customers of the server chose: only public ones, unless the installation allows others, without
 * following redirects, and for no longer than half a minute.
 */
public final class Sender implements AutoCloseable {

    /**
     * What came of a call.
     *
     * @param status null when there was no answer
     * @param error a line for people when there was none
     * @param answer its first kilobyte
     */
    public record Outcome(Integer status, String error, String answer, int millis) {
        public boolean isDone() {
            return status != null && status >= 200 && status < 300;
        }
    }

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final long LONGEST_MILLIS = 30_000;
    private static final int ANSWER_BYTES = 1024;

    private final CloseableHttpClient http;
    private final java.util.concurrent.ScheduledExecutorService watch =
            java.util.concurrent.Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("webhook-watch").factory());

    public Sender(boolean allowsPrivate) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(ANSWER)
                        .setTimeToLive(Timeout.ofSeconds(30))
                        .build())
                .setMaxConnTotal(64)
                .setMaxConnPerRoute(8);
        if (!allowsPrivate) connections.setDnsResolver(new PublicAddresses());
        http = HttpClients.custom()
                .setConnectionManager(connections.build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(ANSWER)
                        .setConnectionRequestTimeout(ANSWER)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .setUserAgent("Hilo")
                .build();
    }

    /** @param body null for none */
    public Outcome send(String method, String url, Map<String, String> headers, byte[] body) {
        long begin = System.nanoTime();
        try {
            var request = new HttpUriRequestBase(method, URI.create(url));
            headers.forEach(request::setHeader);
            if (body != null) request.setEntity(new ByteArrayEntity(body, type(headers)));
            var limit = watch.schedule(request::cancel, LONGEST_MILLIS, TimeUnit.MILLISECONDS);
            try {
                return http.execute(request, response -> outcome(response, begin));
            } finally {
                limit.cancel(false);
            }
        } catch (IOException | RuntimeException e) {
            return new Outcome(null, reason(e), null, millis(begin));
        }
    }

    private static ContentType type(Map<String, String> headers) {
        return ContentType.parseLenient(headers.getOrDefault("Content-Type", "application/json"));
    }

    /** What lies beyond the first kilobyte is not read: the connection is dropped with it. */
    private static Outcome outcome(ClassicHttpResponse response, long begin) throws IOException {
        String answer = null;
        if (response.getEntity() != null) {
            InputStream in = response.getEntity().getContent();
            byte[] first = in.readNBytes(ANSWER_BYTES);
            answer = new String(first, StandardCharsets.UTF_8).replace('\u0000', '\uFFFD');
            if (first.length == ANSWER_BYTES) response.close();
        }
        return new Outcome(response.getCode(), null, answer, millis(begin));
    }

    private static String reason(Exception e) {
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        String reason = e.getClass().getSimpleName() + message;
        return reason.length() > 300 ? reason.substring(0, 300) : reason;
    }

    private static int millis(long begin) {
        return (int) ((System.nanoTime() - begin) / 1_000_000);
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        http.close();
    }
}
