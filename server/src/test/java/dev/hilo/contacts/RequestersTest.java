package dev.hilo.contacts;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Who asks in a new ticket. */
class RequestersTest {

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void an_unknown_email_makes_a_contact_named_after_it() {
        long company = insert("insert into companies (account_id, name, created_at, updated_at)"
                + " values (?, 'Borealis', now(), now()) returning id");
        insert("insert into company_domains (account_id, domain, company_id) values (?, 'borealis.test', " + company
                + ") returning company_id");

        long id = requester(Map.of("email", "Jane.doe@Borealis.test"));

        var row = row(id);
        assertThat(row.get("name")).isEqualTo("Jane.doe");
        assertThat(row.get("email")).isEqualTo("jane.doe@borealis.test");
        assertThat(row.get("active")).isEqualTo(false);
        assertThat(row.get("language")).isEqualTo("en");
        assertThat(row.get("time_zone")).isEqualTo("UTC");
        assertThat(row.get("company_id")).isEqualTo(company);
        assertThat(requester(Map.of("email", "JANE.DOE@borealis.test"))).isEqualTo(id);
    }

    @Test
    void another_address_of_somebody_leads_to_them() {
        long id = requester(Map.of("email", "first@mail.test"));
        insert("insert into contact_emails (account_id, email, contact_id) values (?, 'other@mail.test', " + id
                + ") returning contact_id");

        assertThat(requester(Map.of("email", "Other <other@mail.test>"))).isEqualTo(id);
    }

    @Test
    void a_phone_makes_a_contact_who_must_have_a_name() {
        var refused = ticket(Map.of("phone", "+34 600 100 200"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fault(refused)).containsExactly("name", "missing_field");

        long id = requester(Map.of("phone", "+34 600 100 200", "name", "Pia Phone"));

        assertThat(row(id).get("phone")).isEqualTo("+34 600 100 200");
        assertThat(requester(Map.of("phone", "+34 600 100 200"))).isEqualTo(id);
    }

    @Test
    void a_handle_and_an_external_id_make_contacts() {
        long tweeter = requester(Map.of("twitter_id", "bird", "name", "Birdie"));
        long external = requester(Map.of("unique_external_id", "crm-7"));

        assertThat(row(tweeter).get("name")).isEqualTo("Birdie");
        assertThat(row(external).get("name")).isEqualTo("crm-7");
        assertThat(requester(Map.of("twitter_id", "bird"))).isEqualTo(tweeter);
        assertThat(requester(Map.of("unique_external_id", "crm-7"))).isEqualTo(external);
    }

    @Test
    void a_facebook_id_must_be_known() {
        assertThat(fault(ticket(Map.of("facebook_id", "f-1")))).containsExactly("facebook_id", "invalid_value");

        long id = requester(Map.of("email", "friend@mail.test"));
        insert("update contacts set facebook_id = 'f-1' where account_id = ? and id = " + id + " returning id");

        assertThat(requester(Map.of("facebook_id", "f-1"))).isEqualTo(id);
    }

    @Test
    void an_id_must_be_somebodys() {
        assertThat(fault(ticket(Map.of("requester_id", 1)))).containsExactly("requester_id", "invalid_value");
        long agent = server.admin().get("/agents/me").json().get("id").longValue();
        assertThat(requester(Map.of("requester_id", agent))).isEqualTo(agent);
    }

    @Test
    void nobody_at_all_and_no_address_are_refused_and_leave_nothing() {
        assertThat(fault(ticket(Map.of()))).containsExactly("requester_id", "missing_field");
        assertThat(fault(ticket(Map.of("email", "nobody")))).containsExactly("email", "invalid_value");
        var other = new HashMap<String, Object>(Map.of("email", "fresh@mail.test"));
        other.put("priority", 9);
        assertThat(ticket(other).status()).isEqualTo(400);
        assertThat(countOf("fresh@mail.test")).isZero();
    }

    @Test
    void the_blocked_may_not_ask() {
        long id = requester(Map.of("email", "loud@mail.test"));
        insert("update contacts set blocked = true where account_id = ? and id = " + id + " returning id");

        assertThat(fault(ticket(Map.of("email", "loud@mail.test")))).containsExactly("email", "invalid_value");
        assertThat(fault(ticket(Map.of("requester_id", id)))).containsExactly("requester_id", "invalid_value");
    }

    @Test
    void who_writes_twice_at_once_is_one_contact() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var claim : List.of(
                    Map.<String, Object>of("email", "twin@mail.test"),
                    Map.<String, Object>of("phone", "555", "name", "Twin"))) {
                Callable<Long> ask = () -> requester(claim);
                var ids = threads.invokeAll(Collections.nCopies(8, ask)).stream()
                        .map(f -> f.resultNow())
                        .distinct()
                        .toList();
                assertThat(ids).hasSize(1);
            }
        }
    }

    private static Reply ticket(Map<String, Object> who) {
        var asked = new HashMap<String, Object>(
                Map.of("subject", "Help", "description", "Please", "status", 2, "priority", 1));
        asked.putAll(who);
        return server.admin().post("/tickets", asked);
    }

    private static long requester(Map<String, Object> who) {
        var reply = ticket(who);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("requester_id").longValue();
    }

    private static List<String> fault(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.json().get("errors")).hasSize(1);
        var error = reply.json().at("/errors/0");
        return List.of(error.get("field").asText(), error.get("code").asText());
    }

    private static long insert(String sql) {
        return server.database()
                .read(h -> h.createQuery(sql)
                        .bind(0, server.acme().accountId())
                        .mapTo(long.class)
                        .one());
    }

    private static Map<String, Object> row(long id) {
        return server.database()
                .read(h -> h.createQuery("select * from contacts where account_id = ? and id = ?")
                        .bind(0, server.acme().accountId())
                        .bind(1, id)
                        .mapToMap()
                        .one());
    }

    private static long countOf(String email) {
        return insert("select count(*) from contacts where account_id = ? and email = '" + email + "'");
    }
}
