package dev.hilo.knowledge.sources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import dev.hilo.webhooks.PublicAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Reads over HTTP from addresses that customers of the server chose: public ones alone, unless the installation allows
 * others. One request at a time; where the other side is busy it waits as long as it is asked to.
 */
final class Fetcher implements AutoCloseable {

    /** What came. @param modified as the other side tells it, null when it does not */
    record Got(URI from, int status, String type, String modified, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private static final Timeout PATIENCE = Timeout.ofSeconds(20);
    private static final int MOST_TRIES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final CloseableHttpClient http;
    private final BooleanSupplier stopped;

    /** @param followsRedirects not where a key is sent along */
    Fetcher(boolean allowsPrivate, boolean followsRedirects, BooleanSupplier stopped) {
        this.stopped = stopped;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(PATIENCE)
                        .setSocketTimeout(PATIENCE)
                        .build());
        if (!allowsPrivate) connections.setDnsResolver(PublicAddresses.only());
        var client = HttpClients.custom()
                .setConnectionManager(connections.build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(PATIENCE)
                        .setMaxRedirects(5)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .setUserAgent("Hilo");
        http = (followsRedirects ? client : client.disableRedirectHandling()).build();
    }

    JsonNode json(String address, Map<String, String> headers) throws SourceTrouble {
        var got = get(address, headers);
        try {
            return Json.MAPPER.readTree(got.body());
        } catch (IOException e) {
            throw new SourceTrouble("No JSON comes from " + address);
        }
    }

    /** @throws SourceTrouble unless it is there */
    Got get(String address, Map<String, String> headers) throws SourceTrouble {
        return expect200(address, "GET", headers, null);
    }

    JsonNode post(String address, Map<String, String> form) throws SourceTrouble {
        var body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + java.net.URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var got = expect200(address, "POST", Map.of(), body);
        try {
            return Json.MAPPER.readTree(got.body());
        } catch (IOException e) {
            throw new SourceTrouble("No JSON comes from " + address);
        }
    }

    private Got expect200(String address, String method, Map<String, String> headers, String form)
            throws SourceTrouble {
        var got = send(address, method, headers, form);
        return switch (got.status()) {
            case 200 -> got;
            case 401, 403 -> throw new SourceTrouble("The key may not read " + address + " (" + got.status() + ")");
            case 404 -> throw new SourceTrouble("There is nothing at " + address);
            default -> throw new SourceTrouble(address + " answers with " + got.status());
        };
    }

    /** Whatever the answer is. */
    Got send(String address, String method, Map<String, String> headers, String form) throws SourceTrouble {
        for (int attempt = 1; ; attempt++) {
            Wait wait;
            try {
                var request = new HttpUriRequestBase(method, URI.create(address));
                headers.forEach(request::setHeader);
                if (form != null) {
                    request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
                }
                var answer = http.execute(request, response -> answer(request, response));
                if (answer.pause == null || attempt == MOST_TRIES) return answer.got;
                wait = answer.pause;
            } catch (IllegalArgumentException e) {
                throw new SourceTrouble(address + " is no address");
            } catch (IOException e) {
                if (attempt == MOST_TRIES || e instanceof java.net.UnknownHostException) {
                    throw new SourceTrouble(address + " cannot be reached: " + e.getMessage());
                }
                wait = new Wait(null);
            }
            pause(wait.longAs(attempt));
        }
    }

    private record Wait(String asked) {
        Duration longAs(int attempt) {
            try {
                if (asked != null) return least(Duration.ofSeconds(Long.parseLong(asked.strip())));
            } catch (NumberFormatException e) {
                // A date: as if nothing had been said.
            }
            return Duration.ofMillis(500L << attempt);
        }

        private static Duration least(Duration asked) {
            if (asked.isNegative()) return Duration.ZERO;
            return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
        }
    }

    private record Told(Got got, Wait pause) {}

    private static Told answer(HttpUriRequestBase request, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        byte[] body = new byte[0];
        if (response.getEntity() != null) {
            body = response.getEntity().getContent().readNBytes(Texts.LARGEST + 1);
            if (body.length > Texts.LARGEST) throw new IOException("more than 20 MB");
        }
        var type = response.getFirstHeader("Content-Type");
        var modified = response.getFirstHeader("Last-Modified");
        var got = new Got(
                uri(request),
                status,
                type == null ? "" : type.getValue(),
                modified == null ? null : modified.getValue(),
                body);
        boolean isBusy = status == 429 || status >= 500;
        var asked = response.getFirstHeader("Retry-After");
        return new Told(got, isBusy ? new Wait(asked == null ? null : asked.getValue()) : null);
    }

    private static URI uri(HttpUriRequestBase request) throws IOException {
        try {
            return request.getUri();
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** Wakes when the reading is stopped. */
    void pause(Duration time) throws SourceTrouble {
        long end = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                if (stopped.getAsBoolean()) throw new SourceTrouble("The reading was stopped");
                Thread.sleep(Math.min(left, 200));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceTrouble("The reading was stopped");
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
