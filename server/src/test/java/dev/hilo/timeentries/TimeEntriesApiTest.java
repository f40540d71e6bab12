package dev.hilo.timeentries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.TestServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeEntriesApiTest {

    static TestServer server;
    static HiloClient ada;
    static long adaId;
    long ticket;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        adaId = server.caller().agentId();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void open_a_ticket() {
        ticket = ada.post(
                        "/tickets",
                        Map.of(
                                "subject", "The fan is loud",
                                "description", "Since yesterday",
                                "email", "carla@customer.test",
                                "status", 2,
                                "priority", 1))
                .json()
                .get("id")
                .asLong();
    }

    @Test
    void time_that_was_spent_is_kept_with_the_documented_keys() {
        var reply = create(Map.of(
                "time_spent", "02:30", "note", "Replaced the fan", "billable", false, "executed_at", "2026-11-20"));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        var entry = reply.json();
        assertThat(entry.properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "id",
                        "agent_id",
                        "billable",
                        "note",
                        "start_time",
                        "ticket_id",
                        "company_id",
                        "time_spent",
                        "time_spent_in_seconds",
                        "timer_running",
                        "executed_at",
                        "created_at",
                        "updated_at");
        assertThat(entry.get("time_spent").asText()).isEqualTo("02:30");
        assertThat(entry.get("time_spent_in_seconds").asInt()).isEqualTo(9000);
        assertThat(entry.get("timer_running").asBoolean()).isFalse();
        assertThat(entry.get("billable").asBoolean()).isFalse();
        assertThat(entry.get("agent_id").asLong()).isEqualTo(adaId);
        assertThat(entry.get("executed_at").asText()).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(reply.header("Location")).contains(server.address() + "/api/v2/time_entries/" + entry.get("id"));
        assertThat(ada.get("/tickets/" + ticket + "/time_entries").json().get(0))
                .isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, , true",
        "true,  false, , false",
        "false, true,  , true",
        "true,  true,  , true",
        "true,  false, true, true",
        "false, false, false, false",
        "false, true,  true, true",
    })
    void what_is_not_said_decides_whether_a_timer_starts(boolean spent, boolean start, Boolean asked, boolean runs) {
        var body = new HashMap<String, Object>();
        if (spent) body.put("time_spent", "00:10");
        if (start) body.put("start_time", "2026-01-01T10:00:00Z");
        if (asked != null) body.put("timer_running", asked);

        assertThat(create(body).json().get("timer_running").asBoolean()).isEqualTo(runs);
    }

    @Test
    void starting_a_timer_stops_the_agents_other_one_and_counts_it() {
        var first = create(Map.of("start_time", anHourAgo())).json();
        var second = create(Map.of()).json();

        var stopped = entry(first.get("id").asLong());
        assertThat(stopped.get("timer_running").asBoolean()).isFalse();
        assertThat(stopped.get("time_spent").asText()).isEqualTo("01:00");
        assertThat(second.get("timer_running").asBoolean()).isTrue();
        assertThat(second.get("time_spent").asText()).isEqualTo("00:00");
    }

    @Test
    void two_agents_timers_run_side_by_side() {
        long bea = agent("bea@acme.test");

        var hers = create(Map.of("agent_id", bea)).json();
        create(Map.of());

        assertThat(entry(hers.get("id").asLong()).get("timer_running").asBoolean())
                .isTrue();
    }

    @Test
    void timers_started_at_once_end_with_one_that_runs() throws Exception {
        long rob = agent("rob@acme.test");
        var ids = new ArrayList<Long>();
        for (int i = 0; i < 4; i++) {
            ids.add(create(Map.of("agent_id", rob, "time_spent", "00:01"))
                    .json()
                    .get("id")
                    .asLong());
        }
        var calls = new ArrayList<Callable<Reply>>();
        for (int round = 0; round < 5; round++) {
            calls.add(() -> create(Map.of("agent_id", rob)));
            for (long id : ids) calls.add(() -> ada.put("/time_entries/" + id + "/toggle_timer"));
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get().status()).as(answer.get().toString()).isBetween(200, 201);
            }
        }

        int running = 0;
        for (var entry : ada.get("/time_entries?per_page=100&agent_id=" + rob).json()) {
            if (entry.get("timer_running").asBoolean()) running++;
        }
        assertThat(running).isLessThanOrEqualTo(1);
    }

    @Test
    void the_timer_can_be_toggled() {
        var entry = create(Map.of("start_time", anHourAgo())).json();
        String path = "/time_entries/" + entry.get("id");

        var stopped = ada.put(path + "/toggle_timer");
        assertThat(stopped.status()).isEqualTo(200);
        assertThat(stopped.json().get("timer_running").asBoolean()).isFalse();
        assertThat(stopped.json().get("time_spent").asText()).isEqualTo("01:00");

        var started = ada.put(path + "/toggle_timer").json();
        assertThat(started.get("timer_running").asBoolean()).isTrue();
        assertThat(Instant.parse(started.get("start_time").asText()))
                .isAfter(Instant.parse(entry.get("start_time").asText()));
        assertThat(started.get("time_spent").asText()).isEqualTo("01:00");
    }

    @Test
    void an_update_changes_what_it_names() {
        var entry = create(Map.of("time_spent", "00:30", "note", "Before")).json();

        var updated = ada.put("/time_entries/" + entry.get("id"), Map.of("time_spent", "03:05", "billable", false));

        assertThat(updated.status()).as(updated.toString()).isEqualTo(200);
        assertThat(updated.json().get("time_spent_in_seconds").asInt()).isEqualTo(11_100);
        assertThat(updated.json().get("billable").asBoolean()).isFalse();
        assertThat(updated.json().get("note").asText()).isEqualTo("Before");
        assertThat(ada.put("/time_entries/" + entry.get("id"), "{\"note\":null}")
                        .json()
                        .get("note")
                        .isNull())
                .isTrue();
    }

    @Test
    void starting_by_update_takes_a_start_time_and_stopping_counts_from_there() {
        var entry = create(Map.of("time_spent", "00:30")).json();
        String path = "/time_entries/" + entry.get("id");

        ada.put(path, Map.of("timer_running", true, "start_time", anHourAgo()));
        var stopped = ada.put(path, Map.of("timer_running", false)).json();

        assertThat(stopped.get("time_spent").asText()).isEqualTo("01:30");
    }

    @Test
    void what_is_locked_while_the_timer_runs_is_refused_all_at_once() {
        long bea = agent("bea2@acme.test");
        var running = create(Map.of()).json();

        var refused = ada.put(
                "/time_entries/" + running.get("id"),
                Map.of("agent_id", bea, "start_time", anHourAgo(), "timer_running", true));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("timer_running", "agent_id", "start_time");
        assertThat(entry(running.get("id").asLong())).isEqualTo(running);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"time_spent\":\"1h\"}",
                "{\"time_spent\":\"01:60\"}",
                "{\"time_spent\":90}",
                "{\"start_time\":\"2999-01-01\"}",
                "{\"start_time\":\"2026-01-01\",\"timer_running\":false}",
                "{\"agent_id\":1}",
                "{\"billable\":\"yes\"}",
                "{\"executed_at\":\"yesterday\"}",
                "{\"minutes\":5}",
            })
    void nonsense_is_refused_and_nothing_is_kept(String body) {
        var refused = ada.post("/tickets/" + ticket + "/time_entries", body);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().get("errors")).hasSize(1);
        assertThat(ada.get("/tickets/" + ticket + "/time_entries").json()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"timer_running\":false}",
                "{\"start_time\":\"2026-01-01\"}",
                "{\"billable\":null}",
                "{\"time_spent\":null}",
                "{\"agent_id\":7}",
                "{\"ticket_id\":7}",
            })
    void a_nonsensical_change_is_refused(String body) {
        var entry = create(Map.of("time_spent", "00:30")).json();

        var refused = ada.put("/time_entries/" + entry.get("id"), body);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(entry(entry.get("id").asLong())).isEqualTo(entry);
    }

    @Test
    void all_entries_can_be_filtered() {
        long eve = agent("eve@acme.test");
        create(Map.of("agent_id", eve, "time_spent", "00:01", "executed_at", "2026-03-01", "billable", false));
        create(Map.of("agent_id", eve, "time_spent", "00:02", "executed_at", "2026-04-01"));
        create(Map.of("agent_id", eve, "time_spent", "00:03", "executed_at", "2026-05-01"));
        create(Map.of("time_spent", "00:04", "executed_at", "2026-04-01"));

        assertThat(spent("agent_id=" + eve)).containsExactly("00:01", "00:02", "00:03");
        assertThat(spent("agent_id=" + eve + "&billable=true")).containsExactly("00:02", "00:03");
        assertThat(spent("agent_id=" + eve + "&executed_after=2026-03-01")).containsExactly("00:02", "00:03");
        assertThat(spent("agent_id=" + eve + "&executed_before=2026-05-01&executed_after=2026-03-15"))
                .containsExactly("00:02");
        assertThat(spent("company_id=1")).isEmpty();
        var page = ada.get("/time_entries?per_page=2&agent_id=" + eve);
        assertThat(page.json()).hasSize(2);
        assertThat(page.next()).isPresent();
        assertThat(ada.get("/time_entries?billed=true").status()).isEqualTo(400);
    }

    @Test
    void entries_follow_their_ticket_out_of_sight() {
        var entry = create(Map.of("time_spent", "00:30")).json();
        String path = "/time_entries/" + entry.get("id");
        var restricted = server.agent("restricted@acme.test", TicketScope.RESTRICTED);

        assertThat(restricted.get("/tickets/" + ticket + "/time_entries").status())
                .isEqualTo(404);
        assertThat(restricted.put(path, Map.of("note", "x")).status()).isEqualTo(404);
        assertThat(restricted.delete(path).status()).isEqualTo(404);
        assertThat(restricted.get("/time_entries").json()).isEmpty();
        ada.delete("/tickets/" + ticket);
        assertThat(ada.put(path, Map.of("note", "x")).status()).isEqualTo(404);
        assertThat(create(Map.of()).status()).isEqualTo(405);
        assertThat(ada.get("/tickets/999999/time_entries").status()).isEqualTo(404);
    }

    @Test
    void a_deleted_entry_is_gone() {
        var entry = create(Map.of("time_spent", "00:30")).json();

        assertThat(ada.delete("/time_entries/" + entry.get("id")).status()).isEqualTo(204);
        assertThat(ada.delete("/time_entries/" + entry.get("id")).status()).isEqualTo(404);
        assertThat(ada.get("/tickets/" + ticket + "/time_entries").json()).isEmpty();
    }

    private Reply create(Map<String, ?> body) {
        return ada.post("/tickets/" + ticket + "/time_entries", body);
    }

    private JsonNode entry(long id) {
        for (var entry : ada.get("/tickets/" + ticket + "/time_entries").json()) {
            if (entry.get("id").asLong() == id) return entry;
        }
        throw new AssertionError("no entry " + id);
    }

    private static List<String> spent(String query) {
        return ada.get("/time_entries?" + query).json().findValuesAsText("time_spent");
    }

    private static long agent(String email) {
        return ada.post("/agents", Map.of("email", email, "ticket_scope", 1))
                .json()
                .get("id")
                .asLong();
    }

    private static String anHourAgo() {
        return Instant.now().minus(1, ChronoUnit.HOURS).toString();
    }
}
