package dev.hilo.web;

import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Callers;
import dev.hilo.idempotency.Idempotency;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server. Nothing outside this package knows which library it is. */
public final class WebServer implements AutoCloseable {

    /**
     * Where and how to listen.
     *
     * @param port 0 for a free one
     * @param tls null to serve HTTP alone
     * @param uploads a folder for the files of a request while it is read
     */
    public record Settings(
            String host, int port, int tlsPort, SSLContext tls, Path uploads, List<Network> trustedProxies) {}

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    private static final Duration LONGEST_SILENCE_WHEN_STOPPING = Duration.ofMillis(250);
    private static final int LARGEST_HEADERS = 16 * 1024;

    private final Server server;
    private final Streams streams = new Streams();
    private final ServerConnector http;
    private final ServerConnector https;

    public WebServer(
            Settings settings,
            List<Route> routes,
            Accounts accounts,
            Callers callers,
            RateLimits limits,
            Metrics metrics,
            Idempotency idempotency,
            Trial trial,
            Entrance entrance) {
        server = new Server(threads());
        http = connector(settings.host, settings.port, new HttpConnectionFactory(configuration(false)));
        https = settings.tls == null ? null : secure(settings);
        var dispatcher = new Dispatcher(
                new Router(routes),
                accounts,
                callers,
                limits,
                new Addresses(settings.trustedProxies),
                new BodyReader(settings.uploads),
                metrics,
                streams,
                new OnceOnly(idempotency),
                trial,
                new PageDoor(entrance));
        server.setHandler(new GracefulHandler(dispatcher));
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(LONGEST_STOP.toMillis());
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(64, 4);
        threads.setName("http");
        return threads;
    }

    private static HttpConfiguration configuration(boolean secure) {
        var configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(LARGEST_HEADERS);
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        configuration.setUriCompliance(UriCompliance.DEFAULT);
        if (secure) configuration.addCustomizer(new SecureRequestCustomizer(false));
        return configuration;
    }

    private ServerConnector connector(String host, int port, org.eclipse.jetty.server.ConnectionFactory... factories) {
        var connector = new ServerConnector(server, factories);
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(Duration.ofSeconds(60).toMillis());
        connector.setShutdownIdleTimeout(LONGEST_SILENCE_WHEN_STOPPING.toMillis());
        connector.setAcceptQueueSize(1024);
        server.addConnector(connector);
        return connector;
    }

    private ServerConnector secure(Settings settings) {
        var context = new SslContextFactory.Server();
        context.setSslContext(settings.tls);
        context.setSniRequired(false);
        return connector(
                settings.host,
                settings.tlsPort,
                new SslConnectionFactory(context, "http/1.1"),
                new HttpConnectionFactory(configuration(true)));
    }

    public void start() throws Exception {
        server.start();
    }

    /** The port in use. */
    public int port() {
        return http.getLocalPort();
    }

    /** The port of HTTPS, or -1 without it. */
    public int tlsPort() {
        return https == null ? -1 : https.getLocalPort();
    }

    /** Takes no more connections, finishes what has begun, then stops. */
    @Override
    public void close() throws Exception {
        streams.close();
        server.stop();
    }
}
