package dev.hilo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who writes in and who answers, looked up and put right in a browser. */
class PeoplePagesTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    static TestServer server;
    static HiloClient ada;
    static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        browser = Browser.admin(server);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static long contact(String name, String email) {
        var made = ada.post("/contacts", Map.of("name", name, "email", email));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asLong();
    }

    @Test
    void contacts_are_found_by_part_of_a_name_and_of_an_address() {
        contact("Gala Gómez", "gala@gomez.test");
        contact("Hugo Hidalgo", "hugo@hidalgo.test");
        assertThat(browser.page("/contacts")).contains("Gala Gómez", "Hugo Hidalgo");
        assertThat(browser.page("/contacts?q=gala")).contains("Gala Gómez").doesNotContain("Hugo Hidalgo");
        assertThat(browser.page("/contacts?q=hidalgo.test"))
                .contains("Hugo Hidalgo")
                .doesNotContain("Gala Gómez");
        assertThat(browser.page("/contacts?q=%25")).doesNotContain("Gala Gómez").contains("Nothing found");
        assertThat(browser.page("/contacts?page=-3")).contains("Gala Gómez");
    }

    @Test
    void a_contact_is_changed_and_what_is_left_empty_is_cleared() {
        long id = contact("Ines Ibarra", "ines@ibarra.test");
        browser.page("/contacts/" + id);
        var saved = browser.post(
                "/contacts/" + id,
                Map.of("name", "Inés Ibarra", "email", "ines@ibarra.test", "phone", "+34 600", "job_title", ""));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        var now = ada.get("/contacts/" + id).json();
        assertThat(now.get("name").asText()).isEqualTo("Inés Ibarra");
        assertThat(now.get("phone").asText()).isEqualTo("+34 600");
        browser.post("/contacts/" + id, Map.of("name", "Inés Ibarra", "email", "ines@ibarra.test"));
        assertThat(ada.get("/contacts/" + id).json().get("phone").isNull()).isTrue();
    }

    @Test
    void an_address_that_another_has_is_told_beside_what_was_written() {
        contact("Jon One", "jon@one.test");
        long id = contact("Jon Two", "jon@two.test");
        var refused = browser.post("/contacts/" + id, Map.of("name", "Jon Zwei", "email", "jon@one.test"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("role=\"alert\"", "value=\"Jon Zwei\"");
        assertThat(ada.get("/contacts/" + id).json().get("name").asText()).isEqualTo("Jon Two");
    }

    @Test
    void past_tickets_are_those_that_the_agent_may_see() {
        long ticket = server.ticket();
        long carla = ada.get("/tickets/" + ticket).json().get("requester_id").asLong();
        assertThat(browser.page("/contacts/" + carla)).contains("/tickets/" + ticket, "Where is my parcel?");
        server.agent("nora@acme.test", TicketScope.RESTRICTED, "Agent");
        var nora = server.caller(server.acme(), "nora@acme.test");
        var seen =
                server.database().read(h -> h.attach(PeopleStore.class).past(dev.hilo.accounts.Sight.of(nora), carla));
        assertThat(seen).isEmpty();
    }

    @Test
    void a_company_shows_its_people_and_takes_a_change() {
        var made = ada.post("/companies", Map.of("name", "Kiosk", "domains", List.of("kiosk.test")));
        long id = made.json().get("id").asLong();
        contact("Kim Kiosk", "kim@kiosk.test");
        assertThat(browser.page("/companies?q=kiosk.te")).contains("Kiosk");
        assertThat(browser.page("/companies/" + id)).contains("Kim Kiosk");
        var form = new HashMap<>(Map.of("name", "Kiosko", "domains", "kiosk.test kiosko.test"));
        assertThat(browser.post("/companies/" + id, form).statusCode()).isEqualTo(303);
        assertThat(ada.get("/companies/" + id).json().get("domains")).hasSize(2);
    }

    @Test
    void agents_groups_and_roles_are_listed() {
        ada.post(
                "/groups",
                Map.of(
                        "name",
                        "Returns desk",
                        "agent_ids",
                        List.of(server.caller().agentId())));
        assertThat(browser.page("/agents")).contains("Ada Admin", TestServer.ADMIN);
        assertThat(browser.page("/groups")).contains("Returns desk", "Ada Admin");
        assertThat(browser.page("/roles")).contains("Account Administrator");
    }

    @Test
    void hostile_names_are_words() {
        long id = contact(HOSTILE, "mal@mallory.test");
        assertThat(browser.page("/contacts?q=mallory"))
                .contains("&lt;img src=x")
                .doesNotContain(HOSTILE);
        assertThat(browser.page("/contacts/" + id)).doesNotContain(HOSTILE);
        assertThat(browser.page("/contacts?q=%22%3E%3Cscript%3E")).doesNotContain("\"><script>");
    }

    @Test
    void nobody_looks_in_without_a_log_in_and_nobody_forges_a_form() {
        long id = contact("Lena Last", "lena@last.test");
        assertThat(new Browser(server.address()).get("/contacts/" + id).statusCode())
                .isEqualTo(303);
        var forged = browser.post(
                "/contacts/" + id, Map.of("name", "Forged"), Map.of("Sec-Fetch-Site", "same-origin", "X-CSRF", "no"));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(browser.get("/contacts/999999").statusCode()).isEqualTo(404);
    }
}
