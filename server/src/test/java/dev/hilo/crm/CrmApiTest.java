package dev.hilo.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrmApiTest {

    static final String PATH = "/api/hilo/v1/crm/hubspot";

    static TestServer server;
    static HiloClient ada;
    static long cora;

    HubSpotStandIn there;

    @BeforeAll
    static void open() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        ada.post("/companies", Map.of("name", "Customer & Co", "domains", List.of("customer.test")));
        cora = ada.post(
                        "/contacts",
                        Map.of("name", "Cora María Lind", "email", "cora@customer.test", "phone", "+34 600 1"))
                .json()
                .get("id")
                .asLong();
        ada.post("/contacts", Map.of("name", "Silent Sam", "email", "sam@silent.test"));
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
    }

    @BeforeEach
    void connect() throws Exception {
        there = new HubSpotStandIn(() -> System.nanoTime() / 1_000_000);
        if (ada.get(PATH).status() == 200) ada.delete(PATH);
        var made = ada.put(
                PATH,
                Map.of("token", HubSpotStandIn.TOKEN, "address", there.address().toString()));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        assertThat(made.toString()).doesNotContain(HubSpotStandIn.TOKEN);
    }

    private static long ticket(int status) {
        var made = ada.post(
                "/tickets",
                Map.of(
                        "subject", "Where is <my> parcel?",
                        "description", "<p>My parcel 4711 has not come. Where is it?</p>",
                        "email", "cora@customer.test",
                        "status", status,
                        "priority", 1));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asLong();
    }

    private JsonNode run(boolean isDry) {
        assertThat(ada.post(PATH + "/run", Map.of("dry_run", isDry)).status()).isEqualTo(202);
        server.hilo().crm().runDue();
        var view = ada.get(PATH).json();
        assertThat(view.get("last_error").isNull()).as(view.toString()).isTrue();
        assertThat(view.get("state").asText()).isEqualTo("WAITING");
        return view.get("last_report");
    }

    private static Map<String, Integer> counts(JsonNode report, String kind) {
        var counts = new HashMap<String, Integer>();
        report.get(kind).properties().forEach(count -> {
            if (count.getValue().asInt() > 0)
                counts.put(count.getKey(), count.getValue().asInt());
        });
        return counts;
    }

    @Test
    void nothing_is_written_unless_told_so() {
        ticket(4);
        there.add(there.contacts, Map.of("email", "cora@customer.test"));
        var asked = ada.post(PATH + "/run", Map.of());
        assertThat(asked.json().get("state").asText()).isEqualTo("ASKED");
        server.hilo().crm().runDue();

        var report = ada.get(PATH).json().get("last_report");

        assertThat(there.writes()).isEmpty();
        assertThat(report.get("dry_run").asBoolean()).isTrue();
        assertThat(counts(report, "companies")).isEqualTo(Map.of("created", 1));
        assertThat(counts(report, "contacts")).isEqualTo(Map.of("updated", 1));
        assertThat(counts(report, "notes").get("created")).isPositive();
        assertThat(report.get("samples").toString()).contains("cora@customer.test", "\"lastname\":\"Lind\"");
        assertThat(ada.get(PATH + "/links").json()).isEmpty();
    }

    @Test
    void people_and_conversations_are_written_once_and_followed() {
        long id = ticket(4);
        ada.post("/tickets/" + id + "/notes", Map.of("body", "<p>Between us: she is angry.</p>"));
        ada.post("/tickets/" + id + "/reply", Map.of("body", "<p>The parcel left our stock on Monday.</p>"));

        var report = run(false);

        assertThat(counts(report, "companies")).isEqualTo(Map.of("created", 1));
        assertThat(counts(report, "contacts")).isEqualTo(Map.of("created", 1));
        assertThat(there.contacts.values())
                .containsExactly(Map.of(
                        "email", "cora@customer.test",
                        "firstname", "Cora María",
                        "lastname", "Lind",
                        "phone", "+34 600 1"));
        assertThat(there.companies.values())
                .containsExactly(Map.of("domain", "customer.test", "name", "Customer & Co"));
        String contact = there.contacts.keySet().iterator().next();
        String company = there.companies.keySet().iterator().next();
        assertThat(there.associations).contains("contacts " + contact + " companies " + company);
        String note = noteOf(id);
        assertThat(there.associations).contains("contacts " + contact + " notes " + note);
        assertThat(there.notes.get(note).get("hs_note_body"))
                .contains("&lt;my&gt;", "4711", "left our stock", "Resolved")
                .doesNotContain("angry");

        assertLinked("contact", cora, contact, "https://app.hubspot.com/contacts/4711/record/0-1/" + contact);
        assertLinked("ticket", id, note, "https://app.hubspot.com/contacts/4711/record/0-46/" + note);

        there.calls.clear();
        var again = run(false);
        assertThat(there.writes()).isEmpty();
        assertThat(counts(again, "contacts")).isEqualTo(Map.of("unchanged", 1));

        int notes = there.notes.size();
        ada.put("/contacts/" + cora, Map.of("email", "cora.lind@customer.test"));
        ada.post("/tickets/" + id + "/reply", Map.of("body", "<p>It has been delivered to the neighbour.</p>"));
        var changed = run(false);
        assertThat(counts(changed, "contacts")).isEqualTo(Map.of("updated", 1));
        assertThat(there.contacts).hasSize(1);
        assertThat(there.contacts.get(contact)).containsEntry("email", "cora.lind@customer.test");
        assertThat(there.notes).hasSize(notes);
        assertThat(there.notes.get(note).get("hs_note_body")).contains("neighbour");
        ada.put("/contacts/" + cora, Map.of("email", "cora@customer.test"));
    }

    private String noteOf(long ticket) {
        return there.notes.entrySet().stream()
                .filter(note -> note.getValue().get("hs_note_body").contains("/a/tickets/" + ticket + "\""))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static void assertLinked(String kind, long id, String remoteId, String url) {
        var link = ada.get(PATH + "/links?kind=" + kind + "&id=" + id).json().get(0);
        assertThat(link.get("remote_id").asText()).isEqualTo(remoteId);
        assertThat(link.get("url").asText()).isEqualTo(url);
        assertThat(link.get("state").asText()).isEqualTo("WRITTEN");
    }

    @Test
    void what_was_deleted_there_is_not_made_again_until_told_so() {
        ticket(2);
        run(false);
        there.contacts.clear();
        ada.put("/contacts/" + cora, Map.of("job_title", "Head of parcels"));

        assertThat(counts(run(false), "contacts")).isEqualTo(Map.of("gone", 1));
        assertThat(counts(run(false), "contacts")).isEqualTo(Map.of("gone", 1));
        assertThat(there.contacts).isEmpty();

        assertThat(ada.delete(PATH + "/links?kind=contact&id=" + cora).status()).isEqualTo(204);
        assertThat(counts(run(false), "contacts")).isEqualTo(Map.of("created", 1));
        ada.put("/contacts/" + cora, Map.of("job_title", ""));
    }

    @Test
    void the_mapping_says_what_is_written() {
        ticket(2);
        ada.post("/contact_fields", Map.of("label", "Plan", "label_for_customers", "Plan", "type", "custom_text"));
        ada.put("/contacts/" + cora, Map.of("custom_fields", Map.of("plan", "Gold")));
        var mapping = Map.of("contact", Map.of("plan", "custom_fields.plan", "jobtitle", "link"), "company", Map.of());
        var put = ada.put(PATH, Map.of("mapping", mapping, "notes", "none"));
        assertThat(put.status()).as(put.toString()).isEqualTo(200);

        run(false);

        var contact = there.contacts.values().iterator().next();
        assertThat(contact).containsOnlyKeys("email", "plan", "jobtitle").containsEntry("plan", "Gold");
        assertThat(contact.get("jobtitle")).endsWith("/a/contacts/" + cora);
        assertThat(there.notes).isEmpty();
    }

    @Test
    void a_run_that_could_not_go_on_says_why_and_goes_on_the_next_time() {
        ticket(4);
        there.faulty = "notes/batch/create";
        there.faults.add(new HubSpotStandIn.Fault(503, "{}", Map.of(), true));
        ada.post(PATH + "/run", Map.of("dry_run", false));
        server.hilo().crm().runDue();
        assertThat(ada.get(PATH).json().get("last_error").asText()).contains("503");
        int notes = there.notes.size();
        assertThat(notes).isPositive();

        run(false);

        assertThat(there.notes).hasSize(notes);
        assertThat(ada.get(PATH + "/links?kind=ticket").json()).hasSize(notes);
    }

    @Test
    void what_cannot_be_is_refused() {
        refused(Map.of("address", "https://evil.example.com/x"), "address");
        refused(Map.of("address", "file:///etc/passwd"), "address");
        refused(Map.of("token", "a b"), "token");
        refused(Map.of("notes", "some"), "notes");
        refused(Map.of("every_minutes", 1), "every_minutes");
        refused(Map.of("mapping", Map.of("contact", Map.of("firstname", "shoe_size"))), "mapping.contact.firstname");
        refused(Map.of("mapping", Map.of("contact", Map.of("email", "name"))), "mapping.contact.email");
        refused(Map.of("mapping", Map.of("deal", Map.of())), "mapping.deal");
        ada.delete(PATH);
        refused(Map.of("active", true), "token");
        assertThat(ada.post(PATH + "/run", Map.of()).status()).isEqualTo(404);
        assertThat(server.agent("al@acme.test", TicketScope.GLOBAL).get(PATH).status())
                .isEqualTo(403);
    }

    private static void refused(Map<String, Object> asked, String field) {
        var reply = ada.put(PATH, asked);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo(field);
    }
}
