package dev.hilo.accountexport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.api.Json;
import dev.hilo.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountExportApiTest {

    static final Map<String, String> ALWAYS = Map.of("start_date", "2000-01-01", "end_date", "2999-12-31");

    TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void what_was_chosen_is_written_into_one_file_that_can_be_fetched_without_a_log_in() throws Exception {
        long ticket = ticket("Help!");
        server.admin().post("/tickets/" + ticket + "/notes", Map.of("body", "a note", "private", true));
        server.admin().post("/groups", Map.of("name", "Not chosen"));

        var reply = server.admin()
                .post(
                        "/account/export",
                        export(
                                ALWAYS,
                                Map.of("name", "tickets", "include", List.of("conversations")),
                                Map.of("name", "agents")));

        String id = reply.header("X-Request-Id").orElseThrow();
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text())
                .isEqualTo("{\"job\":{\"id\":\"" + id + "\",\"link\":{\"href\":\"" + server.address() + "/api/v2/jobs/"
                        + id + "\",\"method\":\"GET\"}}}");
        var job = server.awaitJob(id);
        assertThat(job.properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "id",
                        "name",
                        "status",
                        "created_at",
                        "updated_at",
                        "status_updated_at",
                        "progress",
                        "download_url");
        assertThat(job.get("name").asText()).isEqualTo("ACCOUNT::EXPORT");
        assertThat(job.get("status").asText()).isEqualTo("COMPLETED");
        assertThat(job.get("progress").intValue()).isEqualTo(100);
        var file = Json.MAPPER.readTree(fetch(job));
        assertThat(file.properties().stream().map(Map.Entry::getKey))
                .containsExactly("tickets", "conversations", "agents");
        assertThat(file.at("/tickets/0/subject").asText()).isEqualTo("Help!");
        assertThat(file.at("/tickets/0/created_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(file.at("/conversations/0/body_text").asText()).isEqualTo("a note");
        assertThat(file.at("/conversations/0/ticket_id").longValue()).isEqualTo(ticket);
        assertThat(file.get("agents").findValuesAsText("email")).containsExactly(TestServer.ADMIN);
        assertThat(file.toString()).doesNotContain("password").doesNotContain("hash");
    }

    @Test
    void both_days_of_the_range_are_in_and_the_others_are_not() throws Exception {
        long early = ticket("Early");
        long late = ticket("Late");
        created(early, "2026-03-01T23:59:59Z");
        created(late, "2026-03-03T00:00:00Z");

        assertThat(subjects("2026-03-01", "2026-03-01")).containsExactly("Early");
        assertThat(subjects("2026-03-02", "2026-03-03")).containsExactly("Late");
        assertThat(subjects("2026-03-01T23:59:59Z", "2026-03-03T00:00:00Z")).containsExactly("Early", "Late");
        assertThat(subjects("2026-03-02", "2026-03-02")).isEmpty();
    }

    @Test
    void all_faults_are_told_at_once() {
        var reply = server.admin().post("/account/export", Map.of("output_format", "xml", "resources", List.of()));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("date_range", "output_format");
        assertThat(refused(Map.of("start_date", "yesterday", "end_date", "never"), Map.of("name", "agents")))
                .containsExactly("date_range.start_date", "date_range.end_date");
        assertThat(refused(Map.of("start_date", "2026-03-02", "end_date", "2026-03-01"), Map.of("name", "agents")))
                .containsExactly("date_range.end_date");
        assertThat(refused(ALWAYS, Map.of("name", "agents", "include", List.of("keys"))))
                .containsExactly("resources.include");
        assertThat(refused(ALWAYS, Map.of("name", "passwords"))).containsExactly("resources.name");
        assertThat(refused(ALWAYS)).containsExactly("resources");
    }

    @Test
    void an_account_is_exported_by_its_administrator_alone() {
        var boss = server.agent("boss@acme.test", TicketScope.GLOBAL, "Administrator");

        assertThat(boss.post("/account/export", export(ALWAYS, Map.of("name", "agents")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_file_is_deleted_after_fifteen_days() throws Exception {
        var job = exported(ALWAYS, Map.of("name", "groups"));
        assertThat(fetch(job)).isEqualTo("{\"groups\":[]}");
        String id = job.get("id").asText();

        server.hilo().accountExport().forgetOld();
        assertThat(server.admin().get("/jobs/" + id).json().has("download_url")).isTrue();
        server.database()
                .run(h -> h.execute(
                        "update jobs set status_updated_at = now() - interval '16 days' where account_id = ?",
                        server.acme().accountId()));
        server.hilo().accountExport().forgetOld();

        var old = server.admin().get("/jobs/" + id).json();
        assertThat(old.get("status").asText()).isEqualTo("COMPLETED");
        assertThat(old.has("download_url")).isFalse();
        assertThat(server.database()
                        .<Integer, RuntimeException>read(
                                h -> h.createQuery("select count(*) from attachments where owner_kind = 'EXPORT'")
                                        .mapTo(int.class)
                                        .one()))
                .isZero();
    }

    private long ticket(String subject) {
        var reply = server.admin()
                .post(
                        "/tickets",
                        Map.of(
                                "subject",
                                subject,
                                "description",
                                "d",
                                "email",
                                "cleo@example.com",
                                "status",
                                2,
                                "priority",
                                1));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").longValue();
    }

    private void created(long ticket, String time) {
        server.database()
                .run(h -> h.execute("update tickets set created_at = ?::timestamptz where id = ?", time, ticket));
    }

    private List<String> subjects(String start, String end) throws Exception {
        var job = exported(Map.of("start_date", start, "end_date", end), Map.of("name", "tickets"));
        return Json.MAPPER.readTree(fetch(job)).findValuesAsText("subject");
    }

    @SafeVarargs
    private JsonNode exported(Map<String, String> range, Map<String, Object>... resources) {
        var reply = server.admin().post("/account/export", export(range, resources));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        return server.awaitJob(reply.json().at("/job/id").asText());
    }

    @SafeVarargs
    private List<String> refused(Map<String, String> range, Map<String, Object>... resources) {
        var reply = server.admin().post("/account/export", export(range, resources));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        return reply.json().get("errors").findValuesAsText("field");
    }

    @SafeVarargs
    private static Map<String, Object> export(Map<String, String> range, Map<String, Object>... resources) {
        return Map.of("date_range", range, "resources", List.of(resources), "output_format", "json");
    }

    private static String fetch(JsonNode job) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(job.get("download_url").asText()))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
