package dev.hilo.companies;

import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.TestServer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CompaniesApiTest {

    private static TestServer server;
    private static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        var field = Map.of("label", "Tier of old", "type", "custom_dropdown", "choices", List.of("Gold", "Silver"));
        assertThat(ada.post("/company_fields", field).status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_company_has_the_recorded_shape_everywhere() {
        var asked = Map.of(
                "name", "Borealis",
                "description", "Makes light",
                "note", "Nice people",
                "domains", List.of("Borealis.test", "borealis.example"),
                "health_score", "Happy",
                "account_tier", "Premium",
                "industry", "Other",
                "renewal_date", "2027-02-28",
                "custom_fields", Map.of("tier_of_old", "Gold"));

        var reply = ada.post("/companies", asked);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        var made = reply.json();
        assertShape(made, "company");
        assertThat(reply.header("Location").orElseThrow()).endsWith("/api/v2/companies/" + made.get("id"));
        assertThat(made.get("domains").toString()).isEqualTo("[\"borealis.test\",\"borealis.example\"]");
        assertThat(made.get("renewal_date").asText()).isEqualTo("2027-02-28T00:00:00Z");
        assertThat(made.at("/custom_fields/tier_of_old").asText()).isEqualTo("Gold");
        assertThat(ada.get("/companies/" + made.get("id")).json()).isEqualTo(made);
        var item = named(ada.get("/companies?per_page=100").json(), "Borealis");
        assertShape(item, "company-item");
        assertThat(item.get("org_company_id").asText())
                .isEqualTo(made.get("org_company_id_str").asText());
    }

    @Test
    void an_update_sets_what_it_names_and_clears_what_is_null() {
        long id = create(Map.of(
                "name",
                "Changing",
                "description",
                "old",
                "note",
                "kept",
                "domains",
                List.of("changing.test"),
                "custom_fields",
                Map.of("tier_of_old", "Silver")));
        var change =
                new HashMap<String, Object>(Map.of("name", "Changed", "custom_fields", Map.of("tier_of_old", "Gold")));
        change.put("description", null);
        change.put("domains", List.of());

        var changed = ada.put("/companies/" + id, change).json();

        assertShape(changed, "company");
        assertThat(changed.get("name").asText()).isEqualTo("Changed");
        assertThat(changed.get("description").isNull()).isTrue();
        assertThat(changed.get("note").asText()).isEqualTo("kept");
        assertThat(changed.get("domains")).isEmpty();
        assertThat(changed.at("/custom_fields/tier_of_old").asText()).isEqualTo("Gold");
        assertThat(ada.patch("/companies/" + id, Map.of("note", "patched"))
                        .json()
                        .get("note")
                        .asText())
                .isEqualTo("patched");
        create(Map.of("name", "Heir", "domains", List.of("changing.test")));
    }

    @Test
    void names_and_domains_are_those_of_one_company() {
        create(Map.of("name", "Unique", "domains", List.of("unique.test")));
        long other = create(Map.of("name", "Other one"));

        assertThat(fault(ada.post("/companies", Map.of("name", "UNIQUE")), 409))
                .containsExactly("name", "duplicate_value");
        assertThat(fault(ada.post("/companies", Map.of("name", "New", "domains", List.of("unique.TEST"))), 409))
                .containsExactly("domains", "duplicate_value");
        assertThat(fault(ada.put("/companies/" + other, Map.of("name", "Unique")), 409))
                .containsExactly("name", "duplicate_value");
        assertThat(named(ada.get("/companies?per_page=100").json(), "New")).isNull();
    }

    @Test
    void of_calls_that_want_the_same_name_at_once_one_gets_it() throws Exception {
        Callable<Integer> create = () -> ada.post("/companies", Map.of("name", "Race", "domains", List.of("race.test")))
                .status();
        try (var threads = Executors.newFixedThreadPool(4)) {
            assertThat(threads.invokeAll(Collections.nCopies(4, create)))
                    .extracting(f -> f.resultNow())
                    .containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThat(fault(ada.post("/companies", Map.of()), 400)).containsExactly("name", "missing_field");
        var wrong = ada.post(
                "/companies",
                Map.of(
                        "name", " ",
                        "domains", List.of("no domain"),
                        "health_score", "Superb",
                        "account_tier", "None",
                        "industry", "Wizardry",
                        "custom_fields", Map.of("tier_of_old", "Lead", "unheard_of", 1)));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "name", "domains", "health_score", "account_tier", "industry", "tier_of_old", "unheard_of");
        assertThat(wrong.json().get("errors").findValuesAsText("message"))
                .contains("It should be one of these values: 'At risk,Doing okay,Happy'");
        assertThat(fault(ada.post("/companies", Map.of("name", "x", "id", 1)), 400))
                .containsExactly("id", "invalid_field");
        assertThat(ada.put("/companies/" + create(Map.of("name", "Nameless")), "{\"name\":null}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void fields_that_agents_must_fill_in_are_asked_for() {
        var made = ada.post(
                        "/company_fields",
                        Map.of("label", "Number", "type", "custom_number", "required_for_agents", true))
                .json();
        var fields = ada.get("/company_fields").json();
        var note = named(fields, "note").get("id");
        ada.put("/company_fields/" + note, Map.of("required_for_agents", true));
        try {
            var refused = ada.post("/companies", Map.of("name", "Unfilled"));
            assertThat(refused.json().get("errors").findValuesAsText("field"))
                    .containsExactlyInAnyOrder("number", "note");
            create(Map.of("name", "Filled", "note", "n", "custom_fields", Map.of("number", 7)));
        } finally {
            ada.delete("/company_fields/" + made.get("id"));
            ada.put("/company_fields/" + note, Map.of("required_for_agents", false));
        }
    }

    @Test
    void the_list_is_alphabetical_paged_and_can_be_read_from_a_time_on() {
        for (String name : List.of("zz b", "zz A", "zz C")) create(Map.of("name", name));

        var names = ada.get("/companies?per_page=100").json().findValuesAsText("name");

        assertThat(names).isSorted();
        var page = ada.get("/companies?per_page=1");
        assertThat(page.json()).hasSize(1);
        assertThat(page.next()).hasValueSatisfying(next -> assertThat(next).contains("page=2"));
        assertThat(ada.get("/companies?updated_since=2999-01-01").json()).isEmpty();
        assertThat(ada.get("/companies?_updated_since=2001-01-01T00:00:00Z&per_page=100")
                        .json())
                .hasSameSizeAs(names);
        assertThat(ada.get("/companies?name=x").status()).isEqualTo(400);
    }

    @Test
    void the_look_up_takes_the_beginning_of_any_word() {
        long id = create(Map.of("name", "Quartz 100% Glass"));

        assertThat(ada.get("/companies/autocomplete?name=gla").json().toString())
                .isEqualTo("{\"companies\":[{\"id\":" + id + ",\"name\":\"Quartz 100% Glass\"}]}");
        assertThat(ada.get("/companies/autocomplete?name=QUARTZ%20100%25")
                        .json()
                        .get("companies"))
                .hasSize(1);
        assertThat(ada.get("/companies/autocomplete?name=lass").json().get("companies"))
                .isEmpty();
        assertThat(ada.get("/companies/autocomplete?name=%25").json().get("companies"))
                .isEmpty();
        assertThat(ada.get("/companies/autocomplete").status()).isEqualTo(400);
    }

    @Test
    void a_deleted_company_leaves_its_people_and_their_tickets() {
        long id = create(Map.of("name", "Passing", "domains", List.of("passing.test")));
        var ticket = ada.post(
                        "/tickets",
                        Map.of(
                                "subject",
                                "s",
                                "description",
                                "d",
                                "status",
                                2,
                                "priority",
                                1,
                                "email",
                                "p@passing.test"))
                .json();
        assertThat(ticket.get("company_id").longValue()).isEqualTo(id);

        assertThat(ada.delete("/companies/" + id).status()).isEqualTo(204);

        assertThat(ada.get("/companies/" + id).status()).isEqualTo(404);
        assertThat(ada.delete("/companies/" + id).status()).isEqualTo(404);
        var after = ada.get("/tickets/" + ticket.get("id")).json();
        assertThat(after.get("company_id").isNull()).isTrue();
        create(Map.of("name", "Passing", "domains", List.of("passing.test")));
    }

    @Test
    void a_role_that_may_not_change_contacts_changes_no_company() {
        long id = create(Map.of("name", "Guarded"));
        var bea = server.agent("bea@acme.test", TicketScope.GLOBAL);

        assertThat(bea.get("/companies/" + id).status()).isEqualTo(200);
        assertThat(bea.delete("/companies/" + id).status()).isEqualTo(403);
    }

    private static long create(Map<String, Object> company) {
        var reply = ada.post("/companies", company);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").longValue();
    }

    private static List<String> fault(Reply reply, int status) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.json().get("errors")).hasSize(1);
        var error = reply.json().at("/errors/0");
        return List.of(error.get("field").asText(), error.get("code").asText());
    }

    private static JsonNode named(JsonNode list, String name) {
        for (var item : list) if (item.get("name").asText().equals(name)) return item;
        return null;
    }
}
