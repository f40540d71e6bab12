package dev.hilo.fields;

import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.accounts.TimeZones;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of contacts and companies. */
class PeopleFieldsApiTest {

    private static TestServer server;
    private static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void contacts_have_the_recorded_default_fields() {
        var fields = ada.get("/contact_fields").json();

        assertThat(fields.findValuesAsText("name"))
                .containsSubsequence(
                        "name",
                        "job_title",
                        "email",
                        "mobile",
                        "phone",
                        "other_phone_numbers",
                        "company_name",
                        "address",
                        "time_zone",
                        "language",
                        "tag_names",
                        "description",
                        "unique_external_id",
                        "social_handler",
                        "list_ids");
        assertShape(named(fields, "email"), "contact-field-default");
        assertShape(named(fields, "social_handler"), "contact-field-default-list");
        assertThat(named(fields, "email").get("unique").booleanValue()).isTrue();
        assertThat(named(fields, "list_ids").get("type").asText()).isEqualTo("default_lists");
        var zones = named(fields, "time_zone").get("choices");
        assertThat(zones).hasSize(151);
        zones.fieldNames()
                .forEachRemaining(
                        name -> assertThat(TimeZones.isKnown(name)).as(name).isTrue());
        assertThat(zones.get("Pacific Time (US & Canada)").asText())
                .isEqualTo("(GMT-08:00) Pacific Time (US & Canada)");
        var languages = named(fields, "language").get("choices");
        assertThat(languages).hasSize(45);
        assertThat(languages.get("es-LA").asText()).isEqualTo("Spanish (Latin America)");
    }

    @Test
    void companies_have_the_recorded_default_fields() {
        var fields = ada.get("/company_fields").json();

        assertThat(fields.findValuesAsText("name"))
                .containsSubsequence(
                        "name",
                        "description",
                        "note",
                        "domains",
                        "health_score",
                        "account_tier",
                        "renewal_date",
                        "industry");
        assertShape(named(fields, "note"), "company-field-default");
        assertShape(named(fields, "health_score"), "company-field-default-list");
        assertThat(named(fields, "industry").get("choices")).hasSize(59);
        assertThat(named(fields, "name").get("required_for_agents").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "company"})
    void a_new_field_comes_first_and_is_named_after_its_label(String kind) {
        var first = create(kind, "Test Field Save " + kind, "custom_text", null);
        var second = create(kind, "Colour " + kind, "custom_dropdown", List.of("red", "green"));

        assertShape(first, kind + "-field-custom");
        assertThat(first.get("name").asText()).isEqualTo("test_field_save_" + kind);
        assertThat(first.get("position").intValue()).isEqualTo(1);
        var list = ada.get("/" + kind + "_fields").json();
        assertThat(list.get(0).get("id")).isEqualTo(second.get("id"));
        assertThat(list.get(1).get("position").intValue()).isEqualTo(2);
        assertThat(second.at("/choices/0/value").asText()).isEqualTo("red");
        assertThat(second.at("/choices/1/position").intValue()).isEqualTo(2);
        assertThat(ada.get("/" + kind + "_fields/" + first.get("id")).json().get("label"))
                .isEqualTo(first.get("label"));
    }

    @Test
    void the_locations_are_the_recorded_ones() {
        var contact = ada.post("/contact_fields", field("contact", "Where", "custom_text", null));
        var company = ada.post("/company_fields", field("company", "Where", "custom_text", null));

        assertThat(contact.header("Location").orElseThrow())
                .endsWith("/admin/contact_fields." + contact.json().get("id"));
        assertThat(company.header("Location").orElseThrow())
                .endsWith("/api/v2/company_fields/" + company.json().get("id"));
    }

    @Test
    void a_field_can_be_moved_and_the_others_make_room() {
        var a = create("contact", "Moved A", "custom_text", null);
        create("contact", "Moved B", "custom_text", null);
        create("contact", "Moved C", "custom_text", null);

        ada.put("/contact_fields/" + a.get("id"), Map.of("position", 1));

        var list = ada.get("/contact_fields").json();
        assertThat(list.findValuesAsText("label")).startsWith("Moved A", "Moved C", "Moved B");
        assertThat(list).extracting(field -> field.get("position").intValue()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "company"})
    void fields_are_removed_under_both_paths(String kind) {
        for (String path : List.of("_field/", "_fields/")) {
            var made = create(kind, "Passing", "custom_number", null);
            assertThat(ada.delete("/" + kind + path + made.get("id")).status()).isEqualTo(204);
            assertThat(ada.get("/" + kind + "_fields/" + made.get("id")).status())
                    .isEqualTo(404);
        }
        var own = ada.get("/" + kind + "_fields").json();
        assertThat(ada.delete("/" + kind + "_fields/" + named(own, "name").get("id"))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void what_a_field_may_not_be_is_refused() {
        var none = ada.post("/contact_fields", "{}");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.json().get("errors").findValuesAsText("field"))
                .containsExactly("label", "label_for_customers", "type");
        create("contact", "Once", "custom_text", null);
        for (var asked : List.of(
                field("contact", "Once", "custom_text", null),
                field("contact", "Nested", "nested_field", List.of("a")),
                field("contact", "Empty", "custom_dropdown", null))) {
            assertThat(ada.post("/contact_fields", asked).status()).isEqualTo(400);
        }
        assertThat(ada.post("/company_fields", Map.of("label", "x", "type", "custom_text", "label_for_customers", "x"))
                        .json()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("invalid_field");
    }

    @Test
    void any_agent_sees_the_list_and_administrators_alone_change_it() {
        var bea = server.agent("bea@acme.test", TicketScope.GLOBAL);

        assertThat(bea.get("/contact_fields").status()).isEqualTo(200);
        assertThat(bea.get("/company_fields").status()).isEqualTo(200);
        assertThat(bea.post("/contact_fields", field("contact", "Hers", "custom_text", null))
                        .status())
                .isEqualTo(403);
    }

    private static JsonNode create(String kind, String label, String type, List<String> choices) {
        var made = ada.post("/" + kind + "_fields", field(kind, label, type, choices));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json();
    }

    private static Map<String, Object> field(String kind, String label, String type, List<String> choices) {
        var field = new HashMap<String, Object>(Map.of("label", label, "type", type));
        if (kind.equals("contact")) field.put("label_for_customers", label);
        if (choices != null) field.put("choices", choices);
        return field;
    }

    private static JsonNode named(JsonNode fields, String name) {
        for (var field : fields) if (field.get("name").asText().equals(name)) return field;
        throw new AssertionError(name + " in " + fields);
    }
}
