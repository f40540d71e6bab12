package dev.hilo.contacts;

import static dev.hilo.contacts.People.fault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContactMergesTest {

    private static TestServer server;
    private static HiloClient ada;
    private static People people;
    private static long borealis;
    private static long cirrus;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        people = new People(ada);
        borealis = People.made(ada.post("/companies", Map.of("name", "Borealis")))
                .get("id")
                .longValue();
        cirrus = People.made(ada.post("/companies", Map.of("name", "Cirrus")))
                .get("id")
                .longValue();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void the_primary_contact_takes_emails_companies_and_tickets() {
        long primary = people.id(Map.of("name", "Prima", "email", "prima@merge.test", "company_id", borealis));
        long second = people.id(Map.of(
                "name", "Secunda",
                "email", "secunda@merge.test",
                "other_emails", List.of("two@merge.test"),
                "phone", "22",
                "unique_external_id", "s-2",
                "company_id", cirrus,
                "view_all_tickets", true));
        var ticket = people.ticket("secunda@merge.test");
        var note = ada.post(
                        "/tickets/" + ticket.get("id") + "/notes",
                        Map.of("body", "From her", "user_id", second, "incoming", true, "private", false))
                .json();

        var merged = ada.post(
                "/contacts/merge", Map.of("primary_contact_id", primary, "secondary_contact_ids", List.of(second)));

        assertThat(merged.status()).as(merged.toString()).isEqualTo(204);
        var one = people.view(primary);
        assertThat(one.get("name").asText()).isEqualTo("Prima");
        assertThat(one.get("email").asText()).isEqualTo("prima@merge.test");
        assertThat(one.get("other_emails").toString()).isEqualTo("[\"secunda@merge.test\",\"two@merge.test\"]");
        assertThat(one.get("phone").asText()).isEqualTo("22");
        assertThat(one.get("unique_external_id").asText()).isEqualTo("s-2");
        assertThat(one.get("company_id").longValue()).isEqualTo(borealis);
        assertThat(one.get("other_companies").toString())
                .isEqualTo("[{\"company_id\":" + cirrus + ",\"view_all_tickets\":true}]");
        assertThat(ada.get("/tickets/" + ticket.get("id"))
                        .json()
                        .get("requester_id")
                        .longValue())
                .isEqualTo(primary);
        var entries = ada.get("/tickets/" + ticket.get("id") + "/conversations").json();
        assertThat(entries.get(0).get("id")).isEqualTo(note.get("id"));
        assertThat(entries.get(0).get("user_id").longValue()).isEqualTo(primary);
    }

    @Test
    void who_was_merged_ends_in_the_trash_and_asks_as_the_other() {
        long primary = people.id(Map.of("name", "A", "email", "a@gone.test"));
        long second = people.id(Map.of("name", "B", "email", "b@gone.test"));
        long third = people.id(Map.of("name", "C", "email", "c@gone.test"));
        merge(second, List.of(third));
        merge(primary, List.of(second));

        assertThat(people.view(second).get("deleted").booleanValue()).isTrue();
        assertThat(ada.get("/contacts?email=b@gone.test")
                        .json()
                        .get(0)
                        .get("id")
                        .longValue())
                .isEqualTo(primary);
        assertThat(ada.get("/contacts?state=deleted&per_page=100").json().findValuesAsText("id"))
                .doesNotContain("" + second, "" + third);
        assertThat(ada.put("/contacts/" + second + "/restore").status()).isEqualTo(404);
        assertThat(people.ticket("c@gone.test").get("requester_id").longValue()).isEqualTo(primary);
        var byId = People.made(ada.post(
                "/tickets",
                Map.of("subject", "s", "description", "d", "status", 2, "priority", 1, "requester_id", third)));
        assertThat(byId.get("requester_id").longValue()).isEqualTo(primary);
        assertThat(ada.delete("/contacts/" + primary + "/hard_delete?force=true")
                        .status())
                .isEqualTo(204);
        assertThat(ada.get("/contacts/" + third).status()).isEqualTo(404);
    }

    @Test
    void where_the_contacts_differ_the_caller_must_choose() {
        long primary = people.id(Map.of("name", "D", "email", "d@choice.test", "phone", "1", "mobile", "m"));
        long second = people.id(Map.of("name", "E", "email", "e@choice.test", "phone", "2", "mobile", "m"));
        var asked = Map.<String, Object>of("primary_contact_id", primary, "secondary_contact_ids", List.of(second));

        assertThat(fault(ada.post("/contacts/merge", asked), 400)).containsExactly("phone", "missing_field");
        assertThat(fault(
                        ada.post(
                                "/contacts/merge",
                                Map.of(
                                        "primary_contact_id", primary,
                                        "secondary_contact_ids", List.of(second),
                                        "contact", Map.of("phone", "3"))),
                        400))
                .containsExactly("phone", "invalid_value");
        assertThat(people.view(second).has("deleted")).isFalse();
        var chosen = ada.post(
                "/contacts/merge",
                Map.of(
                        "primary_contact_id", primary,
                        "secondary_contact_ids", List.of(second),
                        "contact", Map.of("phone", "2", "email", "e@choice.test", "other_emails", List.of())));
        assertThat(chosen.status()).as(chosen.toString()).isEqualTo(204);
        var one = people.view(primary);
        assertThat(one.get("phone").asText()).isEqualTo("2");
        assertThat(one.get("email").asText()).isEqualTo("e@choice.test");
        assertThat(one.get("other_emails")).isEmpty();
    }

    @Test
    void only_contacts_who_are_there_can_be_merged() {
        long one = people.id(Map.of("name", "F", "email", "f@there.test"));
        long deleted = people.id(Map.of("name", "G", "email", "g@there.test"));
        ada.delete("/contacts/" + deleted);
        long me = ada.get("/agents/me").json().get("id").longValue();

        for (long wrong : new long[] {1, deleted, me, one}) {
            assertThat(fault(
                            ada.post(
                                    "/contacts/merge",
                                    Map.of("primary_contact_id", one, "secondary_contact_ids", List.of(wrong))),
                            400))
                    .containsExactly("secondary_contact_ids", "invalid_value");
        }
        assertThat(fault(
                        ada.post(
                                "/contacts/merge",
                                Map.of("primary_contact_id", 1, "secondary_contact_ids", List.of(one))),
                        400))
                .containsExactly("primary_contact_id", "invalid_value");
        assertThat(ada.post("/contacts/merge", "{}").json().get("errors").findValuesAsText("field"))
                .containsExactly("primary_contact_id", "secondary_contact_ids");
    }

    private static void merge(long primary, List<Long> secondaries) {
        var reply = ada.post(
                "/contacts/merge", Map.of("primary_contact_id", primary, "secondary_contact_ids", secondaries));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(204);
    }
}
