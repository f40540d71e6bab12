package dev.hilo.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.RouteTable;
import dev.hilo.api.Json;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.Tables;
import dev.hilo.testing.TestServer;
import dev.hilo.testing.World;
import dev.hilo.web.BodyShape;
import dev.hilo.web.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Bad requests of every kind on every route: each is refused with a 4xx in Freshdesk's form, none shakes the server, none
 * leaves a trace in any table.
 */
class HostileInputTest {

    private static final int LARGEST_REFUSAL = 64 * 1024;

    static TestServer server;
    static World world;
    static RawHttp http;
    static Tables tables;
    static Map<String, String> before;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        world = World.of(server);
        server.awaitJob(world.id("jobs"));
        http = new RawHttp(server.address(), server.adminKey());
        tables = new Tables(server.database());
        before = tables.awaitRest();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> every_route_refuses_every_bad_request() {
        return RouteTable.of(server).stream().map(route -> {
            var body = body(route);
            var requests = BadRequests.of(route, world.path(route.path()), body);
            var name = route.method() + " " + route.path() + " " + requests.size() + " bad requests";
            return dynamicTest(name, () -> refuse(requests));
        });
    }

    private static Optional<Class<?>> body(Route route) {
        return route.method().matches("GET|DELETE")
                ? Optional.empty()
                : BodyShape.of(route, server.acme(), server.caller());
    }

    private static void refuse(List<BadRequest> requests) {
        var complaints = new ArrayList<String>();
        for (var request : requests) {
            var answer = http.call(request.method(), request.path(), request.headers(), request.body());
            complaint(request, answer)
                    .ifPresent(text -> complaints.add(text + "\n    " + request + "\n    " + shortened(answer)));
        }
        var earlier = before;
        before = tables.state();
        assertThat(complaints).isEmpty();
        assertThat(before.entrySet()).isEqualTo(earlier.entrySet());
    }

    private static String shortened(RawHttp.Answer answer) {
        var text = answer.text();
        return answer.status() + " " + text.substring(0, Math.min(300, text.length()));
    }

    private static Optional<String> complaint(BadRequest request, RawHttp.Answer answer) {
        if (answer.status() < 400 || answer.status() > 499) return Optional.of("not a 4xx");
        if (answer.body().length > LARGEST_REFUSAL) return Optional.of("a long answer: " + answer.body().length);
        if (answer.status() == 404)
            return answer.body().length == 0 ? Optional.empty() : Optional.of("a 404 with a body");
        try {
            return complaint(request, Json.MAPPER.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            return Optional.of("no JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> complaint(BadRequest request, JsonNode refusal) {
        if (!refusal.has("errors")) {
            return refusal.path("message").isTextual() ? Optional.empty() : Optional.of("no message");
        }
        var errors = refusal.get("errors");
        if (!refusal.path("description").asText().equals("Validation failed")) return Optional.of("no description");
        if (errors.isEmpty()) return Optional.of("no error");
        for (var error : errors) {
            if (!error.has("field")
                    || !error.path("message").isTextual()
                    || !error.path("code").isTextual()) {
                return Optional.of("an incomplete error");
            }
        }
        boolean named = request.field() == null
                || errors.findValuesAsText("field").stream().anyMatch(name -> name.startsWith(request.field()));
        return named ? Optional.empty() : Optional.of("the field is not named");
    }
}
