package dev.hilo.web;

import dev.hilo.accounts.Account;
import dev.hilo.errors.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/** What stands before each page: the cookie of a log-in, and the proof that a form was sent from a page of ours. */
final class PageDoor {

    private static final String TOKEN_HEADER = "X-CSRF";
    private static final String TOKEN_FIELD = "csrf";

    private final Entrance entrance;

    PageDoor(Entrance entrance) {
        this.entrance = entrance;
    }

    Entrance entrance() {
        return entrance;
    }

    /** Null when nobody is logged in. */
    Visitor visitor(Account account, Request request) {
        String cookie = cookie(request, Entrance.COOKIE);
        return cookie == null ? null : entrance.visitor(account, cookie).orElse(null);
    }

    static String cookie(Request request, String name) {
        for (var cookie : Request.getCookies(request)) if (cookie.getName().equals(name)) return cookie.getValue();
        return null;
    }

    static boolean isSafe(String method) {
        return HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method);
    }

    /** Browsers say where a form comes from, and scripts of other sites cannot make them lie. */
    static void checkOrigin(Request request, Address address) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null && site.equals("same-origin")) return;
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        boolean isOurs = origin != null && origin.equals(address.base());
        if (site != null || !isOurs) throw forged();
    }

    static void checkToken(Request request, Visitor visitor, Body body) {
        String sent = request.getHeaders().get(TOKEN_HEADER);
        var field = body.fields().remove(TOKEN_FIELD);
        if (sent == null && field != null && field.isTextual()) sent = field.textValue();
        if (visitor == null) return;
        if (sent == null || !same(sent, visitor.token())) throw forged();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal forged() {
        return new Refusal.Forbidden("forged_form", "This form was not sent from a page of this log-in.");
    }

    /** Whether the request is for people: a browser that follows an address to something that is no API. */
    static boolean isForPeople(Request request) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return accept != null
                && accept.contains("text/html")
                && !Request.getPathInContext(request).startsWith("/api/");
    }

    /** A part of a page asks, not the browser itself. */
    static boolean isPartial(Request request) {
        return request.getHeaders().contains("HX-Request");
    }

    /** Where to log in, and to come back from there. */
    static String login(Request request) {
        String path = isPartial(request)
                ? request.getHeaders().get("HX-Current-URL")
                : request.getHttpURI().getPathQuery();
        if (path == null) return Entrance.LOGIN;
        int own = path.indexOf("://") < 0 ? 0 : path.indexOf('/', path.indexOf("://") + 3);
        String to = own < 0 ? "/" : path.substring(own);
        if (to.equals("/") || !PageDoor.isSafe(request.getMethod()) && !isPartial(request)) return Entrance.LOGIN;
        return Entrance.LOGIN + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }
}
