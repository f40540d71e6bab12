package dev.hilo.cli;

import dev.hilo.config.Config;
import dev.hilo.tls.Tls;
import dev.hilo.web.WebServer;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;

/** What people read when a server is ready. */
final class Announcement {

    private final Config config;
    private final WebServer web;
    private final PrintWriter out;

    Announcement(Config config, WebServer web, PrintWriter out) {
        this.config = config;
        this.web = web;
        this.out = out;
    }

    void ready() {
        out.printf("Hilo %s is ready after %.1f s.%n%n", Version.text(), secondsSinceTheStart());
        line("Address", http());
        if (web.tlsPort() >= 0) line("", "https://" + host() + ":" + web.tlsPort() + certificate());
        line("Data", config.home().toString());
    }

    /** Java's start, not the launcher's, which may have built before. */
    private static double secondsSinceTheStart() {
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        return Duration.between(Instant.ofEpochMilli(start), Instant.now()).toMillis() / 1000.0;
    }

    private String certificate() {
        return config.listening().certificate().isPresent()
                ? ""
                : "  (certificate: " + Tls.certificate(config.home()) + ")";
    }

    void line(String name, String text) {
        out.printf("  %-9s %s%n", name, text);
    }

    /** A call to try, under the key or what stands for it. */
    void curl(String user) {
        out.printf("%n  curl -u %s:X %s/api/v2/tickets%n%nCtrl-C stops it.%n", user, http());
        out.flush();
    }

    private String http() {
        return "http://" + host() + ":" + web.port();
    }

    private String host() {
        var host = config.listening().host();
        if (host.equals("0.0.0.0") || host.equals("::")) return "127.0.0.1";
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
