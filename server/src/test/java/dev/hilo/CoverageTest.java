package dev.hilo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/api/coverage.md} says what is there, and it is so. */
class CoverageTest {

    /** A line of the page's table. */
    private record Row(int number, String method, String path, String here) {
        boolean isThere() {
            return !here.equals("not there");
        }

        String name() {
            return RouteTable.name(method, path);
        }
    }

    private static final Path PAGE = Path.of("..", "docs", "api", "coverage.md");
    private static final int INVENTORY = 269;
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+) \\| ([A-Z]+) \\| `([^`]+)` \\| [^|]+ \\| ([a-z ]+) \\|.*");
    private static final Pattern EXTRA = Pattern.compile("\\| ([A-Z]+) \\| `([^`]+)` \\|.*");

    static TestServer server;
    static List<Row> rows;
    static Set<String> extras;
    static Set<String> routes;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        routes = RouteTable.ofFreshdesk(server).stream()
                .map(RouteTable::name)
                .collect(Collectors.toCollection(TreeSet::new));
        readPage();
    }

    private static void readPage() throws IOException {
        var lines = Files.readAllLines(PAGE);
        rows = lines.stream()
                .map(ROW::matcher)
                .filter(m -> m.matches())
                .map(m -> new Row(Integer.parseInt(m.group(1)), m.group(2), m.group(3), m.group(4)))
                .toList();
        extras = lines.stream()
                .map(EXTRA::matcher)
                .filter(m -> m.matches())
                .map(m -> RouteTable.name(m.group(1), m.group(2)))
                .collect(Collectors.toSet());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void the_page_has_a_row_for_each_endpoint_of_the_inventory() {
        assertThat(rows).extracting(Row::number).doesNotHaveDuplicates().hasSize(INVENTORY);
        assertThat(rows)
                .allMatch(row -> Set.of("same", "same shape", "not there").contains(row.here()));
    }

    @Test
    void every_route_is_on_the_page() {
        var told = rows.stream().filter(Row::isThere).map(Row::name).collect(Collectors.toCollection(TreeSet::new));
        told.addAll(extras);

        assertThat(routes).isSubsetOf(told);
    }

    @Test
    void everything_the_page_says_is_there_has_a_route() {
        assertThat(rows.stream().filter(Row::isThere).filter(row -> !isRouted(row.name())))
                .isEmpty();
        assertThat(extras).isSubsetOf(routes);
    }

    /** PATCH is PUT where it has no route of its own. */
    private static boolean isRouted(String name) {
        return routes.contains(name) || routes.contains(name.replaceFirst("^PATCH ", "PUT "));
    }

    @Test
    void what_is_not_there_is_an_empty_404() {
        var admin = new RawHttp(server.address(), server.adminKey());
        for (var row : rows.stream().filter(row -> !row.isThere()).toList()) {
            var path = row.path().replaceAll("[\\[?].*", "").replaceAll("\\{[^}]*}", "1");
            var answer = admin.call(
                    row.method(),
                    path.startsWith("/api/") ? path : "/api/v2" + path,
                    Map.of("Content-Type", "application/json"),
                    "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(row.toString()).isEqualTo(404);
            assertThat(answer.body()).as(row.toString()).isEmpty();
        }
    }
}
