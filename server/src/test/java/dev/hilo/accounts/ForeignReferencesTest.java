package dev.hilo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.hilo.RouteTable;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.Tables;
import dev.hilo.testing.TestServer;
import dev.hilo.testing.World;
import dev.hilo.web.BodyShape;
import dev.hilo.web.Route;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An account cannot tie its records to those of another. */
class ForeignReferencesTest {

    /** Numbers that point at nothing: of things that Hilo does not have, positions in the change feed, seeds. */
    private static final Set<String> NO_REFERENCES =
            Set.of("visible_in_portals", "contact_segment_ids", "company_segment_ids", "after", "seed");

    static TestServer server;
    static World acme;
    static World own;
    static Account globex;
    static RawHttp gus;
    static Tables tables;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        acme = World.of(server);
        globex = server.hilo()
                .accounts()
                .create(new NewAccount(
                        "globex", "Globex", Plan.UNLIMITED, "UTC", "en", "Gus", "gus@globex.test", null));
        var key = server.hilo().keys().create(globex.accountId(), "gus@globex.test", "test");
        gus = new RawHttp(server.address(), key, "globex.hilo.test");
        own = World.of(server, gus);
        tables = new Tables(server.database());
        tables.awaitRest();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    /** Every field that takes ids, of every record that Gus may change, with every id of the other account. */
    @TestFactory
    Stream<DynamicTest> nothing_of_another_account_can_be_referred_to() {
        return RouteTable.of(server).stream()
                .filter(route -> route.method().matches("PUT|PATCH|POST"))
                .flatMap(route -> BodyShape.of(route, globex, server.caller(globex, "gus@globex.test"))
                        .map(record -> references(route, record))
                        .orElse(Stream.empty()));
    }

    private static Stream<DynamicTest> references(Route route, Class<?> record) {
        return BodyShape.fields(record).stream()
                .filter(field -> isId(field.type()) || isIds(field.type()))
                .filter(field -> !NO_REFERENCES.contains(field.name()))
                .map(field -> dynamicTest(route.method() + " " + route.path() + " " + field.name(), () -> {
                    var before = tables.state();
                    var taken = new ArrayList<String>();
                    for (var id : acme.globalIds()) {
                        var body = own.body(route, field.name(), isId(field.type()) ? id : "[" + id + "]");
                        var answer = gus.json(route.method(), own.path(route.path()), body);
                        if (answer.status() < 400 || answer.status() > 499)
                            taken.add(id + " " + answer.status() + " " + answer.text());
                    }
                    assertThat(taken).isEmpty();
                    assertThat(tables.state()).isEqualTo(before);
                }));
    }

    private static boolean isId(Type type) {
        return type == Long.class;
    }

    private static boolean isIds(Type type) {
        return type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == Long.class;
    }
}
