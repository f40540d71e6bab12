package dev.hilo.pages;

import static java.util.Map.entry;

import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * The files that pages are made of: from webjars and from {@code resources/pages}, read when they are first asked for. Their
 * address holds their hash, so that a browser may keep them for ever.
 */
public final class Assets {

    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String JS = "text/javascript; charset=utf-8";
    private static final String SVG = "image/svg+xml";

    private record Source(String resource, String contentType) {}

    private record Known(String hash, Answer.Asset asset) {}

    private static final Map<String, Source> SOURCES = Map.ofEntries(
            entry("tabler.css", new Source(WEBJARS + "tabler__core/1.4.0/dist/css/tabler.min.css", CSS)),
            entry("htmx.js", new Source(WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js", JS)),
            entry("sse.js", new Source(WEBJARS + "htmx-ext-sse/2.2.2/sse.js", JS)),
            entry("chart.js", new Source(WEBJARS + "chart.js/4.5.1/dist/chart.umd.min.js", JS)),
            entry("hilo.css", new Source("/pages/hilo.css", CSS)),
            entry("answers.css", new Source("/pages/answers.css", CSS)),
            entry("answers.js", new Source("/pages/answers.js", JS)),
            entry("hilo.js", new Source("/pages/hilo.js", JS)),
            entry("simulations.css", new Source("/pages/simulations.css", CSS)),
            entry("simulations.js", new Source("/pages/simulations.js", JS)),
            entry("reports.css", new Source("/pages/reports.css", CSS)),
            entry("reports.js", new Source("/pages/reports.js", JS)),
            entry("ticket.js", new Source("/pages/ticket.js", JS)),
            entry("theme.js", new Source("/pages/theme.js", JS)),
            entry("portal.css", new Source("/pages/portal.css", CSS)),
            entry("portal.js", new Source("/pages/portal.js", JS)),
            entry("logo.svg", new Source("/pages/logo.svg", SVG)),
            entry("icons.svg", new Source("/pages/icons.txt", SVG)));

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** The address of a file, by its name in the list above. */
    public String path(String name) {
        return "/assets/" + known(name).hash + "/" + name;
    }

    /** @param hash must be the one of today: an old page's file is not another file */
    Answer.Asset require(String hash, String name) {
        if (!SOURCES.containsKey(name)) throw new Refusal.NotFound();
        var known = known(name);
        if (!known.hash.equals(hash)) throw new Refusal.NotFound();
        return known.asset;
    }

    private Known known(String name) {
        return known.computeIfAbsent(name, Assets::read);
    }

    private static Known read(String name) {
        var source = SOURCES.get(name);
        byte[] bytes = bytes(source.resource);
        if (name.equals("icons.svg")) bytes = sprite(new String(bytes, StandardCharsets.UTF_8));
        return new Known(hash(bytes), new Answer.Asset(source.contentType, bytes, zipped(bytes)));
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("No resource " + resource);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One file with the icons of a list, each to be used by its name. */
    private static byte[] sprite(String names) {
        var sprite = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">");
        names.lines().filter(name -> !name.isBlank()).forEach(name -> sprite.append(symbol(name.strip())));
        return sprite.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String symbol(String name) {
        String svg = new String(
                bytes(WEBJARS + "tabler__icons/3.35.0/icons/outline/" + name + ".svg"), StandardCharsets.UTF_8);
        String lines = svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
        return "<symbol id=\"" + name + "\" viewBox=\"0 0 24 24\">" + lines.strip() + "</symbol>";
    }

    private static byte[] zipped(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3);
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
