package dev.hilo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.Form;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account that has at least one of everything, and the ids under which routes find it. */
public final class World {

    private final TestServer server;
    private final HiloClient admin;
    /** By the literal segment before a variable one, such as {@code tickets}. */
    private final Map<String, String> ids = new HashMap<>();

    private World(TestServer server) {
        this.server = server;
        this.admin = server.admin();
    }

    /** Makes one of everything through the API. */
    public static World of(TestServer server) {
        var world = new World(server);
        world.people();
        world.tickets();
        world.fields();
        world.setUp();
        world.library();
        return world;
    }

    private void people() {
        ids.put("roles", first("/roles"));
        ids.put("agents", create("/agents", Map.of("email", "bob@acme.test", "name", "Bob Agent", "ticket_scope", 1)));
        ids.put("companies", create("/companies", Map.of("name", "Parcel & Sons", "domains", List.of("parcel.test"))));
        ids.put("groups", create("/groups", Map.of("name", "Parcels", "agent_ids", List.of(number("agents")))));
    }

    private void tickets() {
        ids.put("tickets", create("/tickets", ticket()));
        ids.put("archived", archivedTicket());
        var noteWithFile = new Form()
                .with("body", "with a file")
                .file("attachments[]", "a.txt", "bytes".getBytes(StandardCharsets.UTF_8), "text/plain");
        var note = created(
                "/tickets/" + id("tickets") + "/notes",
                admin.post("/tickets/" + id("tickets") + "/notes", noteWithFile));
        ids.put("conversations", note.get("id").asText());
        ids.put("attachments", note.at("/attachments/0/id").asText());
        assertThat(admin.put("/tickets/" + id("tickets") + "/summary", Map.of("body", "A parcel is late."))
                        .status())
                .isEqualTo(200);
        ids.put("time_entries", create("/tickets/" + id("tickets") + "/time_entries", Map.of("time_spent", "00:10")));
    }

    /** Months of rest archive a ticket; there is no call for it. */
    private String archivedTicket() {
        var id = create("/tickets", ticket());
        server.database().run(h -> h.execute("update tickets set archived = true where id = ?", Long.parseLong(id)));
        return id;
    }

    private static Map<String, Object> ticket() {
        return Map.of(
                "email", "carla@customer.test",
                "subject", "Where is my parcel?",
                "description", "It has not come.",
                "status", 2,
                "priority", 1);
    }

    private void fields() {
        var choices = List.of(Map.of("value", "One", "position", 1), Map.of("value", "Two", "position", 2));
        var field = created(
                "/admin/ticket_fields",
                admin.post(
                        "/admin/ticket_fields",
                        Map.of(
                                "label", "Kind",
                                "label_for_customers", "Kind",
                                "type", "custom_dropdown",
                                "choices", choices)));
        ids.put("ticket_fields", field.get("id").asText());
        for (var more : List.of("number Count", "decimal Price", "date Day", "checkbox Is gift", "text Remark")) {
            var label = more.substring(more.indexOf(' ') + 1);
            var type = "custom_" + more.substring(0, more.indexOf(' '));
            create("/admin/ticket_fields", Map.of("label", label, "label_for_customers", label, "type", type));
        }
        ids.put(
                "sections",
                create(
                        "/admin/ticket_fields/" + id("ticket_fields") + "/sections",
                        Map.of(
                                "label",
                                "More",
                                "choice_ids",
                                List.of(field.at("/choices/0/id").asLong()))));
        var text = Map.of("label", "Nickname", "label_for_customers", "Nickname", "type", "custom_text");
        ids.put("contact_fields", create("/contact_fields", text));
        ids.put("contact_field", id("contact_fields"));
        ids.put("company_fields", create("/company_fields", Map.of("label", "Motto", "type", "custom_text")));
        ids.put("company_field", id("company_fields"));
    }

    private void setUp() {
        ids.put("business_hours", first("/business_hours"));
        ids.put("sla_policies", first("/sla_policies"));
        ids.put("mailboxes", first("/email/mailboxes"));
        ids.put("email_configs", id("mailboxes"));
        ids.put("products", create("/api/hilo/v1/products", Map.of("name", "Boots")));
        ids.put(
                "jobs",
                admin.post(
                                "/agents/bulk",
                                Map.of("agents", List.of(Map.of("email", "eve@acme.test", "ticket_scope", 1))))
                        .json()
                        .get("job_id")
                        .asText());
    }

    private void library() {
        ids.put("categories", create("/solutions/categories", Map.of("name", "Shipping")));
        ids.put("folders", create("/solutions/categories/" + id("categories") + "/folders", Map.of("name", "Returns")));
        var article = Map.of("title", "How to return a parcel", "description", "Print the label.", "status", 2);
        ids.put("articles", create("/solutions/folders/" + id("folders") + "/articles", article));
        create("/solutions/categories/" + id("categories") + "/es", Map.of("name", "Envíos"));
        create("/solutions/folders/" + id("folders") + "/es", Map.of("name", "Devoluciones"));
        create("/solutions/articles/" + id("articles") + "/es", article);
        ids.put("canned_response_folders", create("/canned_response_folders", Map.of("name", "Deliveries")));
        ids.put("canned_response_folder", id("canned_response_folders"));
        var answer = Map.of(
                "title",
                "On its way",
                "content_html",
                "Dear {{ticket.requester.firstname}}",
                "folder_id",
                number("canned_response_folders"),
                "visibility",
                0);
        ids.put("canned_responses", create("/canned_responses", answer));
    }

    private String create(String path, Map<String, ?> body) {
        return created(path, admin.post(path, body)).get("id").asText();
    }

    private static JsonNode created(String path, Reply reply) {
        assertThat(reply.status()).as(path + " " + reply).isEqualTo(201);
        return reply.json();
    }

    private String first(String path) {
        return admin.get(path).json().at("/0/id").asText();
    }

    public String id(String noun) {
        var id = ids.get(noun);
        assertThat(id).as("an id for " + noun).isNotNull();
        return id;
    }

    public long number(String noun) {
        return Long.parseLong(id(noun));
    }

    /** A route's path with ids that exist. */
    public String path(String template) {
        var segments = template.split("/");
        for (int i = 1; i < segments.length; i++) {
            if (segments[i].equals("{lang}")) segments[i] = "es";
            else if (segments[i].startsWith("{")) segments[i] = id(segments[i - 1]);
        }
        return String.join("/", segments);
    }
}
