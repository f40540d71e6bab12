package dev.hilo;

import dev.hilo.testing.TestServer;
import dev.hilo.web.Route;
import java.util.List;

/** The routes of a running server, for tests that go through all of them. */
public final class RouteTable {

    private static final String API = "/api/v2";

    private RouteTable() {}

    /** Those of the APIs that need a log-in. */
    public static List<Route> of(TestServer server) {
        return Routes.of(server.hilo()).stream()
                .filter(route -> !route.isPublic() && !route.isPage())
                .toList();
    }

    /** Those for people with a browser, but for the few that need no log-in. */
    public static List<Route> pages(TestServer server) {
        return Routes.of(server.hilo()).stream()
                .filter(route -> route.isPage() && !route.isPublic())
                .toList();
    }

    /** Those of Freshdesk's API. */
    public static List<Route> ofFreshdesk(TestServer server) {
        return of(server).stream().filter(route -> route.path().startsWith(API)).toList();
    }

    /** Method and path below {@code /api/v2}, all variables alike: {@code GET /tickets/{}}. */
    public static String name(Route route) {
        return name(route.method(), route.path().substring(API.length()));
    }

    public static String name(String method, String path) {
        return method + " " + path.replaceAll("[\\[?].*", "").replaceAll("\\{[^}]*}", "{}");
    }
}
