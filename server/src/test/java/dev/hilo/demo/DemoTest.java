package dev.hilo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.calendars.Calendars;
import dev.hilo.client.HiloClient;
import dev.hilo.html.Html;
import dev.hilo.sla.Promise;
import dev.hilo.sla.SlaPolicies;
import dev.hilo.testing.TestServer;
import dev.hilo.tickets.Archiving;
import dev.hilo.tickets.Escalation;
import dev.hilo.tickets.Purge;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoTest {

    static TestServer server;
    static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        server.hilo().demo().furnish(server.acme());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_second_start_adds_nothing() {
        long tickets = count("select count(*) from tickets");

        server.hilo().demo().furnish(server.acme());

        assertThat(count("select count(*) from tickets")).isEqualTo(tickets).isGreaterThan(2_500);
    }

    @Test
    void the_times_of_a_ticket_follow_from_its_entries() {
        assertThat(count("""
                select count(*) from tickets t
                left join lateral (
                  select min(created_at) filter (where category = 3) as first_reply,
                         max(created_at) filter (where category = 3) as last_reply,
                         max(created_at) filter (where incoming) as last_incoming,
                         max(created_at) as last_entry
                  from conversations c where c.account_id = t.account_id and c.ticket_id = t.id) c on true
                where t.first_responded_at is distinct from c.first_reply
                   or t.agent_responded_at is distinct from c.last_reply
                   or t.requester_responded_at is distinct from c.last_incoming
                   or t.updated_at < c.last_entry
                """)).isZero();
    }

    @Test
    void the_status_agrees_with_the_times_that_it_leaves() {
        assertThat(count("""
                select count(*) from tickets
                where (status in (4, 5)) <> (resolved_at is not null)
                   or (status = 5) <> (closed_at is not null)
                   or (status = 3) <> (pending_since is not null)
                   or (status in (3, 4, 5, 6)) <> (sla_paused_at is not null)
                   or (status <> 2 and status_updated_at is null)
                   or due_by < created_at or fr_due_by > due_by
                """)).isZero();
    }

    @Test
    void tickets_are_due_when_the_policies_say_pauses_included() {
        long account = server.acme().accountId();
        var policies = new SlaPolicies(server.database(), Clock.systemUTC()).of(account);
        var calendars = new Calendars(server.database());

        var rows = server.database()
                .read(h -> h.createQuery("""
                select created_at, due_by, fr_due_by, priority, source, type, group_id, company_id, product_id,
                       sla_paused_seconds, status_updated_at
                from tickets where account_id = ? and not spam order by id desc limit 400
                """).bind(0, account).mapToMap().list());

        assertThat(rows).hasSize(400).allSatisfy(row -> {
            var facts = new Promise.Facts(
                    (int) row.get("priority"),
                    (int) row.get("source"),
                    (String) row.get("type"),
                    (Long) row.get("group_id"),
                    (Long) row.get("company_id"),
                    (Long) row.get("product_id"));
            var promise = Promise.of(policies, facts, calendars.hoursOf(account, facts.groupId()));
            long paused = (long) row.get("sla_paused_seconds");
            assertThat(time(row, "due_by"))
                    .isEqualTo(by(promise, row, promise.target().resolveWithin() + paused));
            if (row.get("status_updated_at") != null) return;
            assertThat(time(row, "fr_due_by"))
                    .isEqualTo(by(promise, row, promise.target().respondWithin()));
        });
    }

    private static Instant by(Promise promise, Map<String, Object> row, long seconds) {
        return promise.hours().add(time(row, "created_at"), Duration.ofSeconds(seconds));
    }

    private static Instant time(Map<String, Object> row, String column) {
        return ((java.sql.Timestamp) row.get(column)).toInstant();
    }

    @Test
    void what_goes_on_by_itself_finds_nothing_to_do() {
        String digest = "select sum(hashtext(t::text)) from tickets t";
        long before = count(digest);

        var hilo = server.hilo();
        new Archiving(server.database(), hilo.accounts(), Clock.systemUTC()).run();
        new Escalation(server.database(), hilo.accounts(), Clock.systemUTC()).run();
        new Purge(server.database(), hilo.accounts(), hilo.attachments(), Clock.systemUTC()).run();

        assertThat(count(digest)).isEqualTo(before);
    }

    @Test
    void stored_texts_are_what_the_sanitizer_makes_of_them() {
        var articles = server.database()
                .read(h -> h.createQuery("select description from solution_texts where kind = 'article'")
                        .mapTo(String.class)
                        .list());

        assertThat(articles)
                .hasSizeGreaterThanOrEqualTo(50)
                .allSatisfy(html -> assertThat(Html.clean(html)).isEqualTo(html));
    }

    @Test
    void the_list_shows_the_last_thirty_days_with_names() {
        var tickets = ada.get("/tickets?per_page=100&include=requester,stats").json();

        assertThat(tickets).hasSize(100);
        assertThat(tickets.findValuesAsText("subject")).doesNotContain("");
        assertThat(tickets.get(0).get("requester").get("name").asText()).isNotBlank();
    }

    @Test
    void the_longest_thread_can_be_read_page_by_page() {
        long id = count("""
                select c.ticket_id from conversations c join tickets t on t.id = c.ticket_id where not t.archived
                group by c.ticket_id order by count(*) desc limit 1
                """);
        int entries = 0;
        String path = "/tickets/" + id + "/conversations?per_page=100";
        for (int page = 1; page <= 10; page++) {
            JsonNode list = ada.get(path + "&page=" + page).json();
            entries += list.size();
            if (list.size() < 100) break;
        }

        assertThat(entries).isGreaterThan(250);
    }

    @Test
    void a_file_that_is_spoken_of_is_there_and_survives_the_deletion_of_its_twin() throws Exception {
        record Twin(long id, long ticket) {}
        var twins = server.database()
                .read(h -> h.createQuery("""
                with open as (
                  select a.* from attachments a join tickets t on t.id = a.ticket_id
                  where a.owner_kind = 'TICKET' and not t.deleted and not t.spam and not t.archived)
                select id, ticket_id from open
                where blob = (select blob from open group by blob having count(*) > 1 order by blob limit 1)
                order by id limit 2
                """)
                        .map((row, context) -> new Twin(row.getLong(1), row.getLong(2)))
                        .list());

        assertThat(ada.delete("/attachments/" + twins.getFirst().id()).status()).isEqualTo(204);

        var files = ada.get("/tickets/" + twins.getLast().ticket()).json().get("attachments");
        var request = HttpRequest.newBuilder(
                URI.create(files.get(0).get("attachment_url").asText()));
        var fetched = HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
        assertThat(fetched.statusCode()).isEqualTo(200);
    }

    @Test
    void the_next_ticket_takes_the_next_number() {
        long last = count("select last_id from ticket_counters");

        var created = ada.post(
                "/tickets",
                Map.of(
                        "subject",
                        "New",
                        "description",
                        "Hello",
                        "email",
                        "carla@customer.test",
                        "status",
                        2,
                        "priority",
                        1));

        assertThat(created.json().get("id").asLong()).isEqualTo(last + 1);
        assertThat(ada.get("/tickets/" + last).status()).isEqualTo(200);
        assertThat(ada.get("/tickets/archived/1").status()).isEqualTo(200);
    }

    @Test
    void the_cast_is_there_and_everybody_has_something_to_do() {
        assertThat(ada.get("/agents?per_page=100").json().findValuesAsText("email"))
                .contains("ada@acme.test", "bea@acme.test", "gus@acme.test");
        assertThat(count("select count(distinct responder_id) from tickets")).isEqualTo(Cast.AGENTS.size());
        assertThat(ada.get("/groups").json()).hasSize(Cast.GROUPS.size());
    }

    private static long count(String sql) {
        return server.database().read(h -> h.createQuery(sql).mapTo(long.class).one());
    }
}
