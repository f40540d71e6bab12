package dev.hilo.web;

import dev.hilo.accounts.Account;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes pages and what they are made of, with headers that let a browser load nothing from anywhere else. */
final class PageWriter {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            + "font-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; object-src 'none'";

    private static final int WORTH_ZIPPING = 1400;
    private static final HttpField HTML = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
    private static final HttpField TEXT = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    private static final HttpField ZIPPED = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
    private static final HttpField FOR_EVER =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");
    private static final HttpFields CONSTANT = HttpFields.build()
            .add(new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"))
            .add(new PreEncodedHttpField("X-Content-Type-Options", "nosniff"))
            .add(new PreEncodedHttpField("X-Frame-Options", "DENY"))
            .add(new PreEncodedHttpField("Referrer-Policy", "same-origin"))
            .add(new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"))
            .add(new PreEncodedHttpField("Permissions-Policy", "camera=(), microphone=(), geolocation=()"))
            .add(new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding, Cookie, HX-Request"))
            .add(new PreEncodedHttpField("Content-Security-Policy", POLICY))
            .asImmutable();

    private PageWriter() {}

    static void head(Response response, String requestId) {
        response.getHeaders().add(CONSTANT).add("X-Request-Id", requestId);
    }

    static void html(Answer.Html html, Request request, Response response, Address address, Callback callback) {
        html.headers().forEach(response.getHeaders()::put);
        remember(html.cookies(), address, response);
        response.getHeaders().put(HTML);
        write(html.status(), html.body(), request, response, callback);
    }

    private static void remember(Iterable<Cookie> cookies, Address address, Response response) {
        boolean secure = address.scheme().equals("https");
        for (var cookie : cookies) response.getHeaders().add(HttpHeader.SET_COOKIE, cookie.header(secure));
    }

    private static void write(int status, String text, Request request, Response response, Callback callback) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > WORTH_ZIPPING && takesZipped(request)) {
            response.getHeaders().put(ZIPPED);
            bytes = zip(bytes);
        }
        response.setStatus(status);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }

    private static boolean takesZipped(Request request) {
        String accepted = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }

    static byte[] zip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3);
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void redirect(
            Answer.Redirect redirect, Request request, Response response, Address address, Callback callback) {
        remember(redirect.cookies(), address, response);
        send(redirect.to(), request, response, callback);
    }

    /** The script of a page cannot see a redirect; it is told by a header. */
    private static void send(String to, Request request, Response response, Callback callback) {
        if (PageDoor.isPartial(request)) {
            response.getHeaders().put("HX-Redirect", to);
            response.setStatus(200);
        } else {
            response.getHeaders().put(HttpHeader.LOCATION, to);
            response.setStatus(303);
        }
        response.write(true, ByteBuffer.allocate(0), callback);
    }

    static void asset(Answer.Asset asset, Request request, Response response, Callback callback) {
        var headers = response.getHeaders();
        headers.put(FOR_EVER);
        headers.put(HttpHeader.VARY, "Accept-Encoding");
        headers.put(HttpHeader.CONTENT_TYPE, asset.contentType());
        boolean zipped = asset.zipped() != null && takesZipped(request);
        if (zipped) headers.put(ZIPPED);
        response.setStatus(200);
        response.write(true, ByteBuffer.wrap(zipped ? asset.zipped() : asset.plain()), callback);
    }

    static void refuse(
            Refusals.Refused refused,
            Account account,
            Visitor visitor,
            PageDoor door,
            Request request,
            Response response,
            String requestId,
            Callback callback) {
        head(response, requestId);
        refused.headers().forEach(response.getHeaders()::put);
        if (refused.status() == 401 && account != null) {
            send(PageDoor.login(request), request, response, callback);
            return;
        }
        String language = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        boolean isPartial = PageDoor.isPartial(request);
        String text = isPartial
                ? door.entrance().sentence(account, visitor, refused.status(), language, refused.reason())
                : door.entrance().refusal(account, visitor, refused.status(), language);
        response.getHeaders().put(isPartial ? TEXT : HTML);
        write(refused.status(), text, request, response, callback);
    }
}
