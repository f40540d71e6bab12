package dev.hilo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** A help desk and a second server that mirrors it. */
final class Twins implements AutoCloseable {

    static final String SANDBOX = "/api/hilo/v1/sandbox";
    private static final String TICKETS = "/tickets?updated_since=2000-01-01T00:00:00Z&include=description,stats";

    final TestServer source = TestServer.start();
    final TestServer here = TestServer.start();
    final HiloClient ada = source.admin();
    final Links.Made made;
    final RawHttp mirror;
    final long accountId;

    Twins() throws Exception {
        made = here.hilo()
                .links()
                .create(new NewLink(source.address().toString(), source.adminKey(), "twin", 50, true));
        accountId = made.account().accountId();
        var links = here.hilo().links();
        links.update(links.require(accountId), false, 50, null);
        mirror = new RawHttp(here.address(), made.key(), "twin.localhost");
    }

    /** Runs once. @return the report */
    JsonNode sync() {
        return sync(false);
    }

    JsonNode sync(boolean all) {
        long id = here.hilo()
                .sync()
                .run(accountId, all ? Scope.ALL : Scope.DUE, () -> false)
                .orElseThrow();
        var report = here.database()
                .read(h -> h.attach(SyncStore.class).report(accountId, id).orElseThrow());
        assertThat(report.report().path("failure").isNull())
                .as(report.toString())
                .isTrue();
        assertThat(report.report().path("notes")).as(report.toString()).isEmpty();
        return report.report();
    }

    JsonNode verify(boolean repair) {
        long id = here.hilo()
                .sync()
                .verify(accountId, 100, repair, () -> false, standing -> {})
                .orElseThrow();
        var report = here.hilo().sync().report(accountId, id).report();
        assertThat(report.path("failure").isNull()).as(report.toString()).isTrue();
        return report;
    }

    /** A mirror that rests neither reads nor writes by itself. */
    void resting(boolean rests) {
        var links = here.hilo().links();
        links.update(links.require(accountId), !rests, 50, null);
    }

    /** Asks the mirror. @param path below {@code /api/v2}, or whole; @param body null for none */
    RawHttp.Answer here(String method, String path, Object body) {
        var whole = path.startsWith("/api/") ? path : "/api/v2" + path;
        return body == null
                ? mirror.call(method, whole, Map.of())
                : mirror.json(method, whole, Json.MAPPER.valueToTree(body).toString());
    }

    /** Runs, beside those that tick, until it is so. */
    void syncUntil(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            here.hilo().sync().run(accountId, Scope.DUE, () -> false);
            return condition.call();
        });
    }

    /** That the ticket's entries become the same on both sides, field by field, files included. */
    void assertSameEntries(long ticket) {
        var path = "/tickets/" + ticket + "/conversations?";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEqual(path, mirroredRows(path), originalRows(path)));
    }

    /** Puts an hour between what was and what comes. */
    void later() {
        ada.post(SANDBOX + "/clock/advance", Map.of("by", "PT1H"));
    }

    List<String> calls(Runnable work) {
        ada.delete(SANDBOX + "/calls");
        work.run();
        var paths = new ArrayList<String>();
        for (var call : ada.get(SANDBOX + "/calls?limit=10000").json()) {
            paths.add(call.path("method").asText() + " "
                    + call.path("path").asText().replaceFirst("^/api/v2", ""));
        }
        return paths.reversed();
    }

    JsonNode mirrored(String path) {
        var answer = mirror.get("/api/v2" + path);
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(200);
        return answer.json();
    }

    JsonNode original(String path) {
        var reply = ada.get(path);
        assertThat(reply.status()).as(path + " " + reply).isEqualTo(200);
        return reply.json();
    }

    /** That each list tells the same on both sides, field by field, and so does each ticket's conversation. */
    void assertEqual() {
        for (var list : List.of(
                "/contacts?",
                "/contacts?state=deleted&",
                "/contacts?state=blocked&",
                "/companies?",
                "/roles?",
                "/products?",
                "/email_configs?",
                "/business_hours?",
                "/admin/groups?",
                "/surveys?",
                "/surveys/satisfaction_ratings?created_since=2000-01-01T00:00:00Z&",
                "/time_entries?",
                "/solutions/categories?",
                "/canned_response_folders?",
                TICKETS + "&",
                TICKETS + "&filter=spam&",
                TICKETS + "&filter=deleted&")) {
            assertEqual(list, mirroredRows(list), originalRows(list));
        }
        for (var list : List.of("/contact_fields", "/company_fields", "/admin/ticket_fields")) {
            assertEqual(list, byId(mirrored(list)), byId(original(list)));
        }
        for (var filter : List.of("", "&filter=spam", "&filter=deleted")) {
            for (var id : originalRows(TICKETS + filter + "&").keySet()) {
                var path = "/tickets/" + id + "/conversations?";
                assertEqual(path, mirroredRows(path), originalRows(path));
                assertEqual("/tickets/" + id, ticket(mirrored("/tickets/" + id)), ticket(original("/tickets/" + id)));
            }
        }
    }

    private static void assertEqual(String list, TreeMap<Long, JsonNode> here, TreeMap<Long, JsonNode> there) {
        var different = new ArrayList<String>();
        there.forEach((id, row) -> {
            var other = here.remove(id);
            if (other == null) different.add(id + " is missing");
            else if (!other.equals(row))
                row.properties().forEach(field -> {
                    var value = other.get(field.getKey());
                    if (!field.getValue().equals(value)) different.add(id + " " + field + ", but here " + value);
                });
        });
        here.keySet().forEach(id -> different.add(id + " is here alone"));
        assertThat(different).as(list).isEmpty();
    }

    private TreeMap<Long, JsonNode> mirroredRows(String list) {
        var rows = new TreeMap<Long, JsonNode>();
        for (int page = 1; ; page++) {
            var read = mirrored(list + "per_page=100&page=" + page);
            rows.putAll(byId(read));
            if (read.size() < 100) return rows;
        }
    }

    private TreeMap<Long, JsonNode> originalRows(String list) {
        var rows = new TreeMap<Long, JsonNode>();
        for (int page = 1; ; page++) {
            var read = original(list + "per_page=100&page=" + page);
            rows.putAll(byId(read));
            if (read.size() < 100) return rows;
        }
    }

    private static TreeMap<Long, JsonNode> ticket(JsonNode view) {
        return byId(Json.MAPPER.createArrayNode().add(view));
    }

    /** Without what each server makes up for itself: addresses of files, the number of a visitor. */
    private static TreeMap<Long, JsonNode> byId(JsonNode list) {
        var rows = new TreeMap<Long, JsonNode>();
        for (var row : list) {
            var plain = ((ObjectNode) row).deepCopy();
            plain.remove("visitor_id");
            plain.path("attachments").forEach(file -> ((ObjectNode) file).remove("attachment_url"));
            rows.put(row.path("id").asLong(), plain);
        }
        return rows;
    }

    @Override
    public void close() throws Exception {
        source.close();
        here.close();
    }
}
