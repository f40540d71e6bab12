package dev.hilo.contacts;

import static dev.hilo.contacts.People.fault;
import static dev.hilo.contacts.People.withAnyCustomFields;
import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.accounts.TicketScope;
import dev.hilo.client.Form;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContactTrashTest {

    private static TestServer server;
    private static HiloClient ada;
    private static People people;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        people = new People(ada);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_deleted_contact_can_be_seen_and_restored_and_the_tickets_stay() {
        var ticket = people.ticket("gone@trash.test");
        long id = ticket.get("requester_id").longValue();

        assertThat(ada.delete("/contacts/" + id).status()).isEqualTo(204);

        assertShape(withAnyCustomFields(people.view(id)), "contact-view-deleted");
        assertThat(people.view(id).get("deleted").booleanValue()).isTrue();
        assertThat(ada.get("/contacts?email=gone@trash.test").json()).isEmpty();
        assertThat(ada.get("/contacts?email=gone@trash.test&state=deleted").json())
                .hasSize(1);
        assertThat(ada.get("/tickets/" + ticket.get("id")).status()).isEqualTo(200);
        assertThat(ada.put("/contacts/" + id + "/restore").status()).isEqualTo(204);
        assertThat(people.view(id).has("deleted")).isFalse();
        assertThat(ada.put("/contacts/" + id + "/restore").status()).isEqualTo(404);
    }

    @Test
    void nothing_is_written_on_the_deleted_and_the_blocked() {
        long deleted = people.id(Map.of("name", "Del Eted", "email", "deleted@trash.test"));
        ada.delete("/contacts/" + deleted);
        long blocked = people.id(Map.of("name", "Block Ed", "email", "blocked@trash.test"));
        server.database()
                .run(h -> h.execute(
                        "update contacts set blocked = true where account_id = ? and id = ?",
                        server.acme().accountId(),
                        blocked));

        for (long id : new long[] {deleted, blocked}) {
            var put = ada.put("/contacts/" + id, Map.of("name", "x"));
            assertThat(put.status()).isEqualTo(405);
            assertThat(put.json().get("message").asText())
                    .isEqualTo("PUT method is not allowed. It should be one of these method(s): GET");
            assertThat(put.header("Allow")).contains("GET");
            assertThat(ada.delete("/contacts/" + id).status()).isEqualTo(405);
            assertThat(ada.put("/contacts/" + id + "/make_agent").status()).isEqualTo(405);
            assertThat(ada.put("/contacts/" + id + "/send_invite").status()).isEqualTo(405);
        }
        assertThat(ada.get("/contacts?state=blocked").json().findValuesAsText("name"))
                .containsExactly("Block Ed");
    }

    @Test
    void a_contact_is_removed_for_good_with_tickets_entries_and_files() throws Exception {
        var form = new Form()
                .with("subject", "With file")
                .with("description", "x")
                .with("email", "hard@trash.test")
                .with("status", "2")
                .with("priority", "1")
                .file("attachments[]", "a.txt", "a".getBytes(), "text/plain");
        var ticket = People.made(ada.post("/tickets", form));
        var note = new Form().with("body", "n").file("attachments[]", "b.txt", "b".getBytes(), "text/plain");
        var entry = People.made(ada.post("/tickets/" + ticket.get("id") + "/notes", note));
        var child = People.made(ada.post(
                "/tickets",
                Map.of(
                        "subject",
                        "Child",
                        "description",
                        "d",
                        "status",
                        2,
                        "priority",
                        1,
                        "email",
                        "other@trash.test",
                        "parent_id",
                        ticket.get("id").longValue())));
        long id = ticket.get("requester_id").longValue();

        assertThat(fault(ada.delete("/contacts/" + id + "/hard_delete"), 400))
                .containsExactly("force", "invalid_value");
        assertThat(ada.delete("/contacts/" + id + "/hard_delete?force=true").status())
                .isEqualTo(204);

        assertThat(ada.get("/contacts/" + id).status()).isEqualTo(404);
        assertThat(ada.get("/tickets/" + ticket.get("id")).status()).isEqualTo(404);
        assertThat(ada.put("/conversations/" + entry.get("id"), Map.of("body", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(status(ticket.at("/attachments/0/attachment_url").asText())).isEqualTo(404);
        assertThat(status(entry.at("/attachments/0/attachment_url").asText())).isEqualTo(404);
        var orphan = ada.get("/tickets/" + child.get("id")).json();
        assertThat(orphan.get("association_type").isNull()).isTrue();
        assertThat(ada.delete("/contacts/" + id + "/hard_delete?force=true").status())
                .isEqualTo(404);
        people.id(Map.of("name", "Heir", "email", "hard@trash.test"));
    }

    @Test
    void one_in_the_trash_needs_no_force_and_an_agent_is_not_found() {
        long id = people.id(Map.of("name", "x", "email", "easy@trash.test"));
        ada.delete("/contacts/" + id);

        assertThat(ada.delete("/contacts/" + id + "/hard_delete").status()).isEqualTo(204);

        long me = ada.get("/agents/me").json().get("id").longValue();
        assertThat(ada.delete("/contacts/" + me + "/hard_delete?force=true").status())
                .isEqualTo(404);
        assertThat(ada.delete("/contacts/" + me).status()).isEqualTo(404);
    }

    @Test
    void a_former_agent_can_go_for_good_and_the_time_spent_stays() {
        server.agent("former@trash.test", TicketScope.GLOBAL);
        long agent = ada.get("/agents?email=former@trash.test")
                .json()
                .get(0)
                .get("id")
                .longValue();
        var ticket = people.ticket("someone@trash.test");
        var path = "/tickets/" + ticket.get("id") + "/time_entries";
        People.made(ada.post(path, Map.of("agent_id", agent, "time_spent", "01:00")));
        ada.delete("/agents/" + agent);

        assertThat(ada.delete("/contacts/" + agent + "/hard_delete?force=True").status())
                .isEqualTo(204);

        assertThat(ada.get(path).json()).hasSize(1);
    }

    @Test
    void an_agent_of_the_default_role_deletes_no_contact() {
        long id = people.id(Map.of("name", "x", "email", "guarded@trash.test"));
        var bea = server.agent("bea@acme.test", TicketScope.GLOBAL);

        assertThat(bea.delete("/contacts/" + id).status()).isEqualTo(403);
        assertThat(bea.delete("/contacts/" + id + "/hard_delete?force=true").status())
                .isEqualTo(403);
        assertThat(bea.put("/contacts/" + id + "/make_agent").status()).isEqualTo(403);
    }

    private static int status(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
