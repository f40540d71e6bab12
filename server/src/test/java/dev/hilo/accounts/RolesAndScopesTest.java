package dev.hilo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.RouteTable;
import dev.hilo.roles.DefaultRole;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.Tables;
import dev.hilo.testing.TestServer;
import dev.hilo.testing.World;
import dev.hilo.web.Route;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route with a key of every role, and every route to a ticket with a key of every scope. */
class RolesAndScopesTest {

    private static final String NOWHERE = "999999999";

    static TestServer server;
    static World world;
    static Map<DefaultRole, RawHttp> roles = new EnumMap<>(DefaultRole.class);
    static Map<TicketScope, RawHttp> scopes = new EnumMap<>(TicketScope.class);
    static Map<TicketScope, List<Long>> seen = new EnumMap<>(TicketScope.class);
    static List<Long> tickets = new ArrayList<>();
    static Tables tables;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        world = World.of(server);
        server.awaitJob(world.id("jobs"));
        for (var role : DefaultRole.values()) {
            if (role == DefaultRole.ACCOUNT_ADMINISTRATOR) continue;
            var mail = role.name().toLowerCase() + "@acme.test";
            roles.put(role, agent(mail, TicketScope.GLOBAL, role.title()));
        }
        for (var scope : TicketScope.values()) scopeOf(scope);
        tables = new Tables(server.database());
        tables.awaitRest();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static RawHttp agent(String mail, TicketScope scope, String role) {
        long roleId = 0;
        for (var one : server.admin().get("/roles").json()) {
            if (one.get("name").asText().equals(role)) roleId = one.get("id").asLong();
        }
        int type = role.endsWith("Collaborator") ? 3 : 1;
        var made = server.admin()
                .post(
                        "/agents",
                        Map.of(
                                "email",
                                mail,
                                "ticket_scope",
                                scope.number(),
                                "agent_type",
                                type,
                                "role_ids",
                                List.of(roleId)));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var key = server.hilo().keys().create(server.acme().accountId(), mail, "test");
        return new RawHttp(server.address(), key);
    }

    /** A ticket of the agent's own, one of the agent's group, and one of nobody's. */
    private static void scopeOf(TicketScope scope) {
        var mail = scope.name().toLowerCase() + ".scope@acme.test";
        var http = agent(mail, scope, "Agent");
        long id = http.get("/api/v2/agents/me").json().get("id").asLong();
        var group = server.admin().post("/groups", Map.of("name", "Of " + scope, "agent_ids", List.of(id)));
        long own = ticket(Map.of("responder_id", id));
        long groups = ticket(Map.of("group_id", group.json().get("id").asLong()));
        long others = ticket(Map.of());
        scopes.put(scope, http);
        tickets.addAll(List.of(own, groups, others));
        seen.put(
                scope,
                switch (scope) {
                    case GLOBAL -> List.of(own, groups, others);
                    case GROUP -> List.of(own, groups);
                    case RESTRICTED -> List.of(own);
                });
    }

    private static long ticket(Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("email", "carla@customer.test", "subject", "s", "description", "d", "status", 2, "priority", 1));
        body.putAll(more);
        var made = server.admin().post("/tickets", body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asLong();
    }

    @Test
    void a_route_is_refused_to_the_roles_without_its_privilege_and_to_no_other() {
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            for (var role : roles.entrySet()) {
                boolean isAllowed =
                        role.getKey().privileges().contains(route.privilege().name());
                // What an administrator may do is done elsewhere; here it would change the world.
                if (isAllowed && isForAdministrators(route) && !route.method().equals("GET")) continue;
                int status = call(role.getValue(), route, NOWHERE).status();
                if (!expected(route, isAllowed, status)) wrong.add(name(route) + " " + role.getKey() + " " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isForAdministrators(Route route) {
        return route.privilege() == Privilege.ADMINISTER || route.privilege() == Privilege.MANAGE_ACCOUNT;
    }

    /** A search without its words may be told so before anything else. */
    private static boolean expected(Route route, boolean isAllowed, int status) {
        if (isAllowed) return status != 401 && status != 403 && status < 500;
        return status == 403 || status == 400 && route.parameters() != Route.NoParameters.class;
    }

    @Test
    void a_ticket_out_of_sight_is_out_of_reach_by_every_route() {
        var before = tables.state();
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            if (!route.path().contains("/tickets/{id}")) continue;
            for (var scope : List.of(TicketScope.GROUP, TicketScope.RESTRICTED)) {
                for (long ticket : tickets) {
                    if (seen.get(scope).contains(ticket)) continue;
                    int status = call(scopes.get(scope), route, Long.toString(ticket))
                            .status();
                    // A body that is not known here may be refused before the ticket is looked for.
                    if (status == 400 && !world.knows(route) && !route.method().equals("GET")) continue;
                    if (status != 404 && status != 403) wrong.add(name(route) + " " + scope + " " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tables.state()).isEqualTo(before);
    }

    @Test
    void a_ticket_in_sight_is_there_and_listed() {
        for (var scope : scopes.entrySet()) {
            var expected = scope.getKey() == TicketScope.GLOBAL ? tickets : seen.get(scope.getKey());
            for (long ticket : tickets) {
                assertThat(scope.getValue().get("/api/v2/tickets/" + ticket).status())
                        .as(scope.getKey() + " " + ticket)
                        .isEqualTo(expected.contains(ticket) ? 200 : 404);
            }
            var listed = new ArrayList<Long>();
            for (var ticket :
                    scope.getValue().get("/api/v2/tickets?per_page=100").json()) {
                long id = ticket.get("id").asLong();
                if (tickets.contains(id)) listed.add(id);
            }
            assertThat(listed).as(scope.getKey().name()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** Those that ask for a privilege. */
    private static List<Route> routes() {
        return RouteTable.of(server).stream()
                .filter(route -> route.path().startsWith("/api/") && route.privilege() != null)
                .toList();
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }

    private static RawHttp.Answer call(RawHttp http, Route route, String id) {
        String path = route.path().replaceFirst("\\{[a-z_]+}", id);
        path = path.contains("{") ? path.replaceAll("\\{[a-z_]+}", "1") : path;
        if (route.path().endsWith("/at")) path += "?time=2026-01-01T00:00:00Z";
        if (route.method().matches("GET|DELETE")) return http.call(route.method(), path, Map.of());
        return http.json(route.method(), path, id.equals(NOWHERE) ? "{}" : world.body(route));
    }
}
