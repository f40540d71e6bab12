package dev.hilo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.hilo.RouteTable;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.Tables;
import dev.hilo.testing.TestServer;
import dev.hilo.testing.World;
import dev.hilo.web.Route;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Two accounts on one server: by no route does one reach, see, name or change what belongs to the other. */
class TenantIsolationTest {

    private static final String GLOBEX = "globex.hilo.test";

    static TestServer server;
    static World acme;
    static Account globex;
    static RawHttp gus;
    static Tables tables;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        acme = World.of(server);
        server.awaitJob(acme.id("jobs"));
        globex = server.hilo()
                .accounts()
                .create(new NewAccount(
                        "globex", "Globex", Plan.UNLIMITED, "UTC", "en", "Gus", "gus@globex.test", null));
        var key = server.hilo().keys().create(globex.accountId(), "gus@globex.test", "test");
        gus = new RawHttp(server.address(), key, GLOBEX);
        tables = new Tables(server.database());
        tables.awaitRest();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void the_host_name_tells_the_account_and_a_key_opens_its_own_alone() {
        assertThat(gus.get("/api/v2/agents/me").json().at("/contact/email").asText())
                .isEqualTo("gus@globex.test");
        assertThat(gus.get("/api/v2/account").json().get("account_name").asText())
                .isEqualTo("Globex");
        for (var host :
                new String[] {"acme.hilo.test", "ACME.hilo.test:8080", "127.0.0.1", "nobody.hilo.test", "hilo.test"}) {
            var call = Map.of("Host", host);
            assertThat(gus.call("GET", "/api/v2/agents/me", call).status())
                    .as(host)
                    .isEqualTo(401);
            var ada = new RawHttp(server.address(), server.adminKey());
            assertThat(ada.call("GET", "/api/v2/agents/me", call).status())
                    .as(host)
                    .isEqualTo(200);
        }
        var ada = new RawHttp(server.address(), server.adminKey(), GLOBEX);
        assertThat(ada.get("/api/v2/agents/me").status()).isEqualTo(401);
    }

    @TestFactory
    Stream<DynamicTest> what_belongs_to_another_account_is_not_found() {
        return RouteTable.of(server).stream()
                .filter(route -> route.path().contains("{") && !namesNoRecord(route))
                .map(route -> dynamicTest(route.method() + " " + route.path(), () -> {
                    var before = tables.state();
                    var answer = call(route, acme.path(route.path()));
                    assertThat(answer.status()).as(answer.toString()).isIn(expected(route));
                    if (answer.status() == 404) assertThat(answer.body()).isEmpty();
                    assertThat(tables.state()).isEqualTo(before);
                }));
    }

    /** Languages, events and kinds of rules are the same in every account. */
    private static boolean namesNoRecord(Route route) {
        return route.path().contains("categories/{lang}")
                || route.path().contains("notification-templates/{event}")
                || route.path().endsWith("/automations/{type}/rules");
    }

    /** A body that is not known here may be refused before the id is looked at. */
    private static List<Integer> expected(Route route) {
        return acme.knows(route) ? List.of(404) : List.of(404, 400);
    }

    private static RawHttp.Answer call(Route route, String path) {
        if (route.path().endsWith("/at")) return gus.get(path + "?time=2026-01-01T00:00:00Z");
        if (route.method().matches("GET|DELETE")) return gus.call(route.method(), path, Map.of());
        return gus.json(route.method(), path, acme.body(route));
    }

    @TestFactory
    Stream<DynamicTest> lists_show_nothing_of_another_account() {
        var foreign = acme.globalIds();
        return RouteTable.of(server).stream()
                .filter(route -> route.method().equals("GET") && !route.path().matches(".*(\\{|autocomplete|search).*"))
                .map(route -> dynamicTest(route.path(), () -> {
                    var text = gus.get(route.path()).text();
                    assertThat(text).doesNotContain("acme", "Acme", "carla");
                    foreign.forEach(id -> assertThat(text).doesNotContain(id));
                }));
    }

    @Test
    void searches_and_look_ups_find_nothing_of_another_account() {
        for (var path : List.of(
                "/search/tickets?query=%22status:2%22",
                "/search/contacts?query=%22email:'carla@customer.test'%22",
                "/search/companies?query=%22domain:'parcel.test'%22",
                "/search/solutions?term=parcel",
                "/contacts/autocomplete?term=carla",
                "/companies/autocomplete?name=parcel",
                "/agents/autocomplete?term=bob",
                "/contacts?email=carla@customer.test",
                "/agents?email=bob@acme.test")) {
            var answer = gus.get("/api/v2" + path);
            assertThat(answer.status()).as(path + answer).isEqualTo(200);
            assertThat(answer.text().replaceAll("[^\\[]*(\\[.*)", "$1"))
                    .as(path)
                    .startsWith("[]");
        }
    }
}
