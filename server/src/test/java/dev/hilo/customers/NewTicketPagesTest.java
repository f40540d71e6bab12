package dev.hilo.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.testing.Browser;
import dev.hilo.testing.Inbox;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tickets that customers begin in the portal, and those of people whom nobody knows yet. */
class NewTicketPagesTest {

    static Inbox inbox;
    static TestServer server;
    static Browser carla;

    @BeforeAll
    static void start() throws Exception {
        inbox = new Inbox();
        server = TestServer.mailing(inbox.settings());
        server.admin().post("/contacts", Map.of("name", "Carla Customer", "email", "carla@customer.test"));
        field(Map.of("label", "Order", "type", "custom_text", "required_for_customers", true));
        field(Map.of("label", "Pieces", "type", "custom_number"));
        field(Map.of("label", "Gift", "type", "custom_checkbox"));
        field(Map.of(
                "label",
                "Colour",
                "type",
                "custom_dropdown",
                "choices",
                List.of(Map.of("value", "Red", "position", 1), Map.of("value", "Blue", "position", 2))));
        field(Map.of("label", "Hush", "type", "custom_text", "displayed_to_customers", false));
        carla = Customers.loggedIn(server, inbox, "carla@customer.test");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        inbox.close();
    }

    private static void field(Map<String, ?> asked) {
        var field = new HashMap<String, Object>(asked);
        field.put("label_for_customers", "Your " + asked.get("label").toString().toLowerCase());
        field.putIfAbsent("displayed_to_customers", true);
        field.put("customers_can_edit", field.get("displayed_to_customers"));
        var made = server.admin().post("/admin/ticket_fields", field);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private static Map<String, String> form(Browser browser, String... more) {
        var form = new HashMap<String, String>();
        String page = browser.page("/help/tickets/new");
        if (page.contains("name=\"proof\"")) form.put("proof", Customers.proof(page));
        form.put("subject", "My parcel");
        form.put("description", "It is <b>late</b>.\nPlease look.");
        form.put("custom_fields[cf_order]", "A-1");
        for (int i = 0; i < more.length; i += 2) form.put(more[i], more[i + 1]);
        return form;
    }

    private static JsonNode latest() {
        long id = server.database()
                .read(h -> h.createQuery("select max(id) from tickets")
                        .mapTo(long.class)
                        .one());
        return server.admin().get("/tickets/" + id + "?include=requester").json();
    }

    private static Browser stranger() {
        return new Browser(server.address());
    }

    @Test
    void the_form_asks_what_customers_may_fill_in() {
        assertThat(carla.page("/help/tickets/new"))
                .contains("Your order *", "Your pieces", "Your gift", "Your colour", "Blue")
                .doesNotContain("hush", "Group", "cf_hush", "name=\"email\"");
    }

    @Test
    void a_customer_begins_a_ticket() {
        var sent = carla.upload(
                "/help/tickets/new",
                form(
                        carla,
                        "custom_fields[cf_pieces]",
                        "3",
                        "custom_fields[cf_gift]",
                        "true",
                        "custom_fields[cf_colour]",
                        "Blue"),
                "a.txt",
                "bytes");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var ticket = latest();
        assertThat(sent.headers().firstValue("Location")).hasValue("/help/tickets/" + ticket.get("id"));
        assertThat(ticket.get("source").asInt()).isEqualTo(2);
        assertThat(ticket.get("status").asInt()).isEqualTo(2);
        assertThat(ticket.get("due_by").isNull()).isFalse();
        assertThat(ticket.at("/requester/email").asText()).isEqualTo("carla@customer.test");
        assertThat(ticket.get("description").asText()).contains("&lt;b&gt;late&lt;/b&gt;.<br");
        assertThat(ticket.at("/custom_fields/cf_order").asText()).isEqualTo("A-1");
        assertThat(ticket.at("/custom_fields/cf_pieces").asInt()).isEqualTo(3);
        assertThat(ticket.at("/custom_fields/cf_gift").asBoolean()).isTrue();
        assertThat(ticket.at("/custom_fields/cf_colour").asText()).isEqualTo("Blue");
        assertThat(ticket.at("/attachments/0/name").asText()).isEqualTo("a.txt");
        assertThat(carla.page("/help/tickets")).contains("My parcel");
        inbox.await("carla@customer.test", 2);
    }

    @Test
    void what_is_missing_or_wrong_is_said_and_nothing_is_made() {
        long before = latest().path("id").asLong();
        var wrong = Map.of(
                "subject", " ",
                "custom_fields[cf_order]", "",
                "custom_fields[cf_colour]", "Green");
        var form = form(carla);
        form.putAll(wrong);
        var answer = carla.post("/help/tickets/new", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Subject is missing.", "Your order is missing.", "Your colour is not right.", "Please look.");
        var number = carla.post("/help/tickets/new", form(carla, "custom_fields[cf_pieces]", "many"));
        assertThat(number.statusCode()).isEqualTo(400);
        assertThat(number.body()).contains("Your pieces is not right.");
        assertThat(carla.post("/help/tickets/new", form(carla, "proof", "forged"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(latest().path("id").asLong()).isEqualTo(before);
    }

    @Test
    void what_customers_may_not_set_stays_unset() {
        var sent = carla.post(
                "/help/tickets/new", form(carla, "custom_fields[cf_hush]", "set", "priority", "4", "type", "Refund"));
        assertThat(sent.statusCode()).isEqualTo(303);
        var ticket = latest();
        assertThat(ticket.at("/custom_fields/cf_hush").isNull()).isTrue();
        assertThat(ticket.get("priority").asInt()).isEqualTo(1);
        assertThat(ticket.get("type").isNull()).isTrue();
        assertThat(carla.post("/help/tickets/new", form(carla, "status", "5")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void somebody_unknown_sends_a_ticket_and_sees_nothing() {
        var answer = stranger().post("/help/tickets/new", form(stranger(), "email", "new@nobody.test", "name", "Nora"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var ticket = latest();
        assertThat(answer.body()).contains("#" + ticket.get("id"), "new@nobody.test");
        assertThat(ticket.at("/requester/name").asText()).isEqualTo("Nora");
        inbox.await("new@nobody.test", 1);
        assertThat(stranger().get("/help/tickets/" + ticket.get("id")).statusCode())
                .isEqualTo(303);
        var own = stranger().post("/help/tickets/new", form(stranger(), "email", "support@acme.localhost"));
        assertThat(own.statusCode()).isEqualTo(400);
        assertThat(stranger()
                        .post("/help/tickets/new", form(stranger(), "email", "no address"))
                        .statusCode())
                .isEqualTo(400);
        server.database().run(h -> h.execute("update contacts set blocked = true where email = 'new@nobody.test'"));
        var blocked = stranger().post("/help/tickets/new", form(stranger(), "email", "new@nobody.test"));
        assertThat(blocked.statusCode()).isEqualTo(400);
    }

    @Test
    void one_address_cannot_be_flooded() {
        for (int i = 0; i < 5; i++) {
            var sent = stranger().post("/help/tickets/new", form(stranger(), "email", "flood@nobody.test"));
            assertThat(sent.statusCode()).isIn(200, 429);
        }
        var sent = stranger().post("/help/tickets/new", form(stranger(), "email", "flood@nobody.test"));
        assertThat(sent.statusCode()).isEqualTo(429);
    }

    @Test
    void without_the_setting_only_customers_begin_tickets() {
        var settings = new RawHttp(server.address(), server.adminKey());
        settings.json("PUT", "/api/hilo/v1/portal", "{\"anonymous_tickets\":false}");
        try {
            assertThat(stranger().get("/help/tickets/new").headers().firstValue("Location"))
                    .hasValue("/help/login?to=%2Fhelp%2Ftickets%2Fnew");
            var form = Map.of("subject", "s", "description", "d", "email", "x@nobody.test");
            assertThat(stranger().post("/help/tickets/new", form).statusCode()).isEqualTo(303);
            assertThat(carla.get("/help/tickets/new").statusCode()).isEqualTo(200);
        } finally {
            settings.json("PUT", "/api/hilo/v1/portal", "{\"anonymous_tickets\":true}");
        }
    }

    @Test
    void articles_are_suggested_while_the_subject_is_typed() {
        long category = id("/solutions/categories", Map.of("name", "Shipping"));
        long open = id("/solutions/categories/" + category + "/folders", Map.of("name", "Returns", "visibility", 1));
        long closed = id("/solutions/categories/" + category + "/folders", Map.of("name", "Inside", "visibility", 3));
        id(
                "/solutions/folders/" + open + "/articles",
                Map.of("title", "Lost parcels", "description", "Ask.", "status", 2));
        id("/solutions/folders/" + open + "/articles", Map.of("title", "Invoices", "description", "Pay.", "status", 2));
        id(
                "/solutions/folders/" + closed + "/articles",
                Map.of("title", "Parcel tricks", "description", "x", "status", 2));
        String path = "/help/suggestions?subject=";
        assertThat(stranger().page(path + "where+is+my+PARCEL%3F"))
                .contains("Lost parcels")
                .doesNotContain("Invoices", "tricks", "<html");
        assertThat(stranger().page(path + "%25%25%25%25+%27%3B")).doesNotContain("<li>");
        assertThat(stranger().page("/help/suggestions")).doesNotContain("<li>");
    }

    private static long id(String path, Map<String, ?> asked) {
        return server.admin().post(path, asked).json().get("id").asLong();
    }
}
