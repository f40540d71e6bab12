package dev.hilo.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.Form;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FieldsApiTest {

    static TestServer server;
    static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        field("Order number", "custom_number", null);
        field("Colour", "custom_dropdown", List.of("red", "green"));
        field("Gift", "custom_checkbox", null);
        field("Total", "custom_decimal", null);
        field("Needed on", "custom_date", null);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void the_default_fields_come_in_the_recorded_order() {
        var fields = ada.get("/ticket_fields").json();

        assertThat(fields.findValuesAsText("type"))
                .containsSubsequence(
                        "default_requester",
                        "default_subject",
                        "default_ticket_type",
                        "default_source",
                        "default_source_info",
                        "default_status",
                        "default_priority",
                        "default_group",
                        "default_agent",
                        "default_product",
                        "default_description",
                        "default_company");
        var status = named(fields, "status");
        assertThat(status.get("choices").get("2").toString()).isEqualTo("[\"Open\",\"Being Processed\"]");
        assertThat(named(fields, "priority").get("choices").get("Urgent").asInt())
                .isEqualTo(4);
        assertThat(ada.get("/ticket_fields?type=default_status").json()).hasSize(1);
    }

    @Test
    void a_ticket_shows_every_custom_field_in_its_stored_form() {
        var values = Map.<String, Object>of(
                "cf_order_number",
                12,
                "cf_colour",
                "red",
                "cf_gift",
                true,
                "cf_total",
                124,
                "cf_needed_on",
                "2026-01-31");
        var ticket = ada.post("/tickets", ticket(values)).json();

        assertThat(ticket.get("custom_fields").get("cf_total").asText()).isEqualTo("124.0");
        assertThat(ticket.get("custom_fields").get("cf_order_number").isInt()).isTrue();
        var changed = ada.put("/tickets/" + ticket.get("id"), Map.of("custom_fields", new HashMap<>() {
                    {
                        put("cf_colour", "green");
                        put("cf_gift", null);
                    }
                }))
                .json()
                .get("custom_fields");
        assertThat(changed.get("cf_colour").asText()).isEqualTo("green");
        assertThat(changed.get("cf_gift").isNull()).isTrue();
        assertThat(changed.get("cf_needed_on").asText()).isEqualTo("2026-01-31");
    }

    @Test
    void what_does_not_fit_is_told_at_once() {
        var errors = ada.post(
                        "/tickets",
                        ticket(Map.of(
                                "cf_order_number",
                                "12",
                                "cf_colour",
                                "blue",
                                "cf_gift",
                                1,
                                "cf_needed_on",
                                "31.1.2026",
                                "cf_nothing",
                                1)))
                .json()
                .get("errors");

        assertThat(errors.findValuesAsText("field"))
                .containsExactlyInAnyOrder("cf_order_number", "cf_colour", "cf_gift", "cf_needed_on", "cf_nothing");
        assertThat(errors.findValuesAsText("code")).containsOnly("datatype_mismatch", "invalid_value", "invalid_field");
    }

    @Test
    void a_form_carries_custom_fields_as_texts() {
        var reply = ada.post(
                "/tickets",
                new Form()
                        .with("subject", "form")
                        .with("description", "x")
                        .with("email", "f@customer.test")
                        .with("status", "2")
                        .with("priority", "1")
                        .with("custom_fields[cf_order_number]", "7")
                        .with("custom_fields[cf_gift]", "true"));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(reply.json().get("custom_fields").get("cf_order_number").asInt())
                .isEqualTo(7);
        assertThat(reply.json().get("custom_fields").get("cf_gift").asBoolean()).isTrue();
    }

    @Test
    void sections_hang_on_the_choices_of_a_field() {
        var colour = named(ada.get("/admin/ticket_fields").json(), "cf_colour");
        long choice = colour.get("choices").get(0).get("id").asLong();
        var path = "/admin/ticket_fields/" + colour.get("id") + "/sections";

        var made = ada.post(path, Map.of("label", "Reds", "choice_ids", List.of(choice)));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(ada.get(path).json()).hasSize(1);
        assertThat(ada.post(path, Map.of("label", "None", "choice_ids", List.of(1)))
                        .status())
                .isEqualTo(400);
        assertThat(ada.delete(path + "/" + made.json().get("id")).status()).isEqualTo(204);
    }

    private static void field(String label, String type, List<String> choices) {
        var field = new HashMap<String, Object>(Map.of("label", label, "label_for_customers", label, "type", type));
        if (choices != null) field.put("choices", choices);
        var made = ada.post("/admin/ticket_fields", field);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private static Map<String, Object> ticket(Map<String, Object> custom) {
        return Map.of(
                "subject",
                "s",
                "description",
                "d",
                "email",
                "c@customer.test",
                "status",
                2,
                "priority",
                1,
                "custom_fields",
                custom);
    }

    private static JsonNode named(JsonNode fields, String name) {
        for (var field : fields) if (field.get("name").asText().equals(name)) return field;
        throw new AssertionError(name + " in " + fields);
    }
}
