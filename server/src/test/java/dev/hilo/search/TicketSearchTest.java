package dev.hilo.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketSearchTest {

    static TestServer server;
    static HiloClient ada;
    static long urgentQuestion;
    static long pendingProblem;
    static long plain;
    static long tagged;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        field("sales", "custom_number");
        field("region", "custom_text");
        field("active", "custom_checkbox");
        field("renewal", "custom_date");
        urgentQuestion = create(Map.of("priority", 4, "type", "Question"));
        pendingProblem = create(Map.of("priority", 3, "status", 3, "type", "Problem"));
        plain = create(Map.of());
        tagged = create(Map.of("tags", List.of("a b", "x'y"), "custom_fields", customFields()));
        long trashed = create(Map.of("priority", 4));
        ada.delete("/tickets/" + trashed);
    }

    private static void field(String label, String type) {
        var made = ada.post("/admin/ticket_fields", Map.of("label", label, "label_for_customers", label, "type", type));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private static Map<String, Object> customFields() {
        return Map.of("cf_sales", 12, "cf_region", "North", "cf_active", true, "cf_renewal", "2026-05-01");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void finds_newest_first_with_the_total_and_the_descriptions() {
        var found = search("priority:4 OR priority:3");

        assertThat(ids(found)).containsExactly(pendingProblem, urgentQuestion);
        assertThat(found.get("total").asLong()).isEqualTo(2);
        assertThat(found.get("results").get(0).get("description_text").asText()).isEqualTo("Text");
        assertThat(found.get("results").get(0).has("stats")).isFalse();
    }

    @Test
    void finds_by_each_kind_of_field() {
        assertThat(ids(search("type:'Question'"))).containsExactly(urgentQuestion);
        assertThat(ids(search("tag:'a b'"))).containsExactly(tagged);
        assertThat(ids(search("tag:'x\\'y'"))).containsExactly(tagged);
        assertThat(ids(search("tag:null"))).containsExactly(plain, pendingProblem, urgentQuestion);
        assertThat(ids(search("status:3"))).containsExactly(pendingProblem);
        assertThat(ids(search("status:>4"))).isEmpty();
        assertThat(ids(search("status:<2"))).hasSize(3);
        assertThat(ids(search("agent_id:null"))).hasSize(4);
        assertThat(ids(search("agent_id:1"))).isEmpty();
        assertThat(ids(search("type:null AND priority:1"))).containsExactly(tagged, plain);
    }

    @Test
    void finds_by_custom_fields() {
        assertThat(ids(search("cf_sales:12 OR cf_active:true"))).containsExactly(tagged);
        assertThat(ids(search("cf_sales:>12 AND cf_sales:<12"))).containsExactly(tagged);
        assertThat(ids(search("cf_sales:>13"))).isEmpty();
        assertThat(ids(search("cf_sales:null"))).hasSize(3);
        assertThat(ids(search("cf_region:'North'"))).containsExactly(tagged);
        assertThat(ids(search("cf_active:false"))).isEmpty();
        assertThat(ids(search("cf_renewal:'2026-05-01'"))).containsExactly(tagged);
        assertThat(ids(search("cf_renewal:>'2026-05-02'"))).isEmpty();
        assertThat(ids(search("cf_renewal:<'2026-05-01'"))).containsExactly(tagged);
    }

    @Test
    void a_day_belongs_to_both_of_its_borders() {
        var today = LocalDate.now(ZoneOffset.UTC);

        assertThat(ids(search("created_at:>'" + today.minusDays(1) + "' AND created_at:<'" + today + "'")))
                .hasSize(4);
        assertThat(ids(search("created_at:<'" + today.minusDays(1) + "'"))).isEmpty();
        assertThat(ids(search("created_at:>'" + today.plusDays(1) + "'"))).isEmpty();
        assertThat(ids(search("due_by:null"))).isEmpty();
    }

    @Test
    void and_binds_closer_than_or_and_parentheses_closest() {
        assertThat(ids(search("priority:4 OR priority:3 AND status:2"))).containsExactly(urgentQuestion);
        assertThat(ids(search("(priority:4 OR priority:3) AND status:3"))).containsExactly(pendingProblem);
        assertThat(ids(search("((type:'Question' OR type:'Problem')) AND (priority:4)")))
                .containsExactly(urgentQuestion);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "priority:3",
                "(type:'Question' OR type:'Problem') AND (due_by:>'2017-10-01' AND due_by:<'2017-10-07')",
                "status:3 AND created_at:>'2021-01-01'",
                "tag:'\"; drop table tickets; --'",
                "tag:''"
            })
    void a_query_that_can_be_read_is_answered(String query) {
        assertThat(call(query).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "priority",
                "priority:",
                "priority:high",
                "(priority:1",
                "priority:1)",
                "priority:1 priority:2",
                "priority:1 and priority:2",
                "type:'Question",
                "NOT priority:1",
                "priority:99999999999999999999",
                "status:2 OR"
            })
    void a_query_that_cannot_be_read_is_refused(String query) {
        assertThat(error(call(query))).isEqualTo("query invalid_value");
    }

    @Test
    void the_longest_and_the_deepest_query() {
        assertThat(call("tag:'" + "x".repeat(506) + "'").status()).isEqualTo(200);
        assertThat(error(call("tag:'" + "x".repeat(507) + "'"))).isEqualTo("query invalid_value");
        assertThat(call("(".repeat(32) + "priority:1" + ")".repeat(32)).status())
                .isEqualTo(200);
        assertThat(error(call("(".repeat(33) + "priority:1" + ")".repeat(33)))).isEqualTo("query invalid_value");
        assertThat(error(call("(".repeat(500)))).isEqualTo("query invalid_value");
    }

    @Test
    void double_quotes_are_part_of_the_query() {
        assertThat(error(ada.get("/search/tickets?query=priority:3"))).isEqualTo("query invalid_value");
        assertThat(error(ada.get("/search/tickets"))).isEqualTo("query missing_field");
    }

    @Test
    void quotes_and_brackets_need_no_encoding() {
        var raw = new RawHttp(server.address(), server.adminKey());

        var answer = raw.get(
                "/api/v2/search/tickets?query=\"(priority:4%20OR%20priority:3)%20AND%20created_at:>'2021-01-01'\"");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("total").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "status:99, status invalid_value",
        "priority:9, priority invalid_value",
        "subject:'x', subject invalid_field",
        "status:'Open', status datatype_mismatch",
        "due_by:'tomorrow', due_by invalid_value",
        "type:>'A', type invalid_value",
        "priority:>null, priority datatype_mismatch",
        "cf_sales:'12', cf_sales datatype_mismatch"
    })
    void what_a_field_does_not_take_is_told_on_the_field(String query, String error) {
        assertThat(error(call(query))).isEqualTo(error);
    }

    @Test
    void an_unknown_status_has_the_recorded_message() {
        assertThat(call("status:99").json().get("errors").get(0).get("message").asText())
                .startsWith("It should be one of these values: '2,3,4,5");
    }

    @Test
    void ten_pages_of_thirty_and_no_other_size() {
        for (int i = 0; i < 31; i++) create(Map.of("tags", List.of("many")));

        assertThat(ids(search("tag:'many'"))).hasSize(30);
        assertThat(search("tag:'many'").get("total").asLong()).isEqualTo(31);
        var second = ada.get("/search/tickets?query=" + quoted("tag:'many'") + "&page=2")
                .json();
        assertThat(second.get("results")).hasSize(1);
        assertThat(second.get("total").asLong()).isEqualTo(31);
        var third = ada.get("/search/tickets?query=" + quoted("tag:'many'") + "&page=3")
                .json();
        assertThat(third.get("results")).isEmpty();
        assertThat(third.get("total").asLong()).isEqualTo(31);
        assertThat(error(ada.get("/search/tickets?page=11&query=" + quoted("tag:'many'"))))
                .isEqualTo("page invalid_value");
        assertThat(error(ada.get("/search/tickets?page=0&query=" + quoted("tag:'many'"))))
                .isEqualTo("page invalid_value");
        assertThat(error(ada.get("/search/tickets?per_page=10&query=" + quoted("tag:'many'"))))
                .isEqualTo("per_page invalid_field");
        for (var ticket : ids(search("tag:'many'"))) ada.delete("/tickets/" + ticket);
        for (var ticket : ids(search("tag:'many'"))) ada.delete("/tickets/" + ticket);
    }

    @Test
    void an_agent_finds_what_the_agent_may_see() {
        var restricted = server.agent("rita@acme.test", TicketScope.RESTRICTED);

        var found =
                restricted.get("/search/tickets?query=" + quoted("priority:>1")).json();

        assertThat(found.get("total").asLong()).isZero();
    }

    private static long create(Map<String, Object> more) {
        var ticket = new HashMap<String, Object>(
                Map.of("email", "carla@x.test", "subject", "S", "description", "Text", "status", 2, "priority", 1));
        ticket.putAll(more);
        var reply = ada.post("/tickets", ticket);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").asLong();
    }

    private static JsonNode search(String query) {
        var reply = call(query);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private static Reply call(String query) {
        return ada.get("/search/tickets?query=" + quoted(query));
    }

    private static String quoted(String query) {
        return URLEncoder.encode("\"" + query + "\"", StandardCharsets.UTF_8);
    }

    private static List<Long> ids(JsonNode found) {
        return StreamSupport.stream(found.get("results").spliterator(), false)
                .map(ticket -> ticket.get("id").asLong())
                .toList();
    }

    private static String error(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        var error = reply.json().get("errors").get(0);
        return error.get("field").asText() + " " + error.get("code").asText();
    }
}
