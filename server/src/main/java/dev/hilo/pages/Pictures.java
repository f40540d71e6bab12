package dev.hilo.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hilo.attachments.ImageType;
import dev.hilo.webhooks.PublicAddresses;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures in messages that lie on other servers, fetched for the reader: those servers see Hilo, not who reads and from
 * where. From public addresses alone, unless the installation allows others; at most 5 MB and 10 seconds each.
 */
public final class Pictures implements AutoCloseable {

    /** @param contentType as the bytes say, whatever the other server says */
    public record Picture(String contentType, byte[] bytes) {}

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final Timeout PATIENCE = Timeout.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int LARGEST = 5 << 20;
    private static final long MOST_KEPT = 16 << 20;

    private final CloseableHttpClient http;
    private final Cache<URI, Picture> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((URI from, Picture picture) -> picture.bytes.length)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    public Pictures(boolean allowsPrivate) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(PATIENCE)
                        .setSocketTimeout(PATIENCE)
                        .setTimeToLive(Timeout.ofSeconds(30))
                        .build())
                .setMaxConnTotal(16)
                .setMaxConnPerRoute(8);
        if (!allowsPrivate) connections.setDnsResolver(PublicAddresses.only());
        http = HttpClients.custom()
                .setConnectionManager(connections.build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(PATIENCE)
                        .setConnectionRequestTimeout(PATIENCE)
                        .setMaxRedirects(3)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .setUserAgent("Hilo")
                .build();
    }

    /** Nothing when it cannot be had, or is no picture. */
    Optional<Picture> fetch(URI from) {
        var known = kept.getIfPresent(from);
        if (known != null) return Optional.of(known);
        try {
            var picture = http.execute(new HttpGet(from), Pictures::read);
            if (picture != null) kept.put(from, picture);
            return Optional.ofNullable(picture);
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("No picture from {}: {}", from.getHost(), e.toString());
            return Optional.empty();
        }
    }

    private static Picture read(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200 || response.getEntity() == null) return null;
        long length = response.getEntity().getContentLength();
        if (length > LARGEST) throw new IOException("too large");
        byte[] bytes = bytes(response.getEntity().getContent());
        var type = ImageType.beginning(Arrays.copyOf(bytes, Math.min(bytes.length, ImageType.LONGEST_MAGIC)));
        return type == null ? null : new Picture(type.contentType(), bytes);
    }

    /** Whoever sends a byte every few seconds is not waited for. */
    private static byte[] bytes(InputStream content) throws IOException {
        var until = System.nanoTime() + LONGEST.toNanos();
        var all = new java.io.ByteArrayOutputStream();
        var part = new byte[16_384];
        for (int read = content.read(part); read >= 0; read = content.read(part)) {
            all.write(part, 0, read);
            if (all.size() > LARGEST) throw new IOException("too large");
            if (System.nanoTime() > until) throw new IOException("too slow");
        }
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
