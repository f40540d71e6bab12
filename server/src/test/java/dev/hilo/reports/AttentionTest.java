package dev.hilo.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AttentionTest {

    static TestServer server;
    static long waiting;
    static long broken;
    static long angry;
    static long reopened;
    static long calm;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        // eight hours: 8 · ln 9 = 18 points
        waiting = ticket("requester_responded_at = now() - interval '8 hours 1 minute'");
        broken = ticket("due_by = now() - interval '3 hours', agent_responded_at = now()");
        angry = ticket("agent_responded_at = now()");
        reopened = ticket("reopened_at = now() - interval '2 hours', agent_responded_at = now()");
        calm = ticket("agent_responded_at = now()");
        mood(0, "positive", 2);
        mood(1, "negative", 1);
    }

    static long ticket(String set) {
        long id = server.ticket();
        server.database()
                .run(h -> h.execute(
                        "update tickets set due_by = null, fr_due_by = null, nr_due_by = null where id = ?", id));
        server.database().run(h -> h.execute("update tickets set " + set + " where id = ?", id));
        return id;
    }

    static void mood(long entry, String sentiment, int hoursAgo) {
        server.database()
                .run(h -> h.execute(
                        """
                        insert into insights (account_id, ticket_id, conversation_id, said_at, read_at, language, sentiment,
                          sentiment_confidence, urgency, asks_for_person, reading)
                        values (?, ?, ?, ?, now(), 'en', ?, 0.9, 'normal', false, '{}')
                        on conflict (account_id, ticket_id, conversation_id) do update
                        set sentiment = excluded.sentiment, said_at = excluded.said_at
                        """,
                        server.acme().accountId(),
                        angry,
                        entry,
                        Instant.now().minus(hoursAgo, ChronoUnit.HOURS),
                        sentiment));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    static JsonNode items() {
        var reply = server.admin().get("/api/hilo/v1/attention");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    static JsonNode item(long id) {
        for (var item : items()) if (item.get("id").asLong() == id) return item;
        throw new AssertionError("Ticket " + id + " is not among " + items());
    }

    @Test
    void what_presses_most_comes_first_and_what_does_not_press_is_left_out() {
        var ids = items().findValuesAsText("id");

        assertThat(ids).containsSubsequence("" + broken, "" + waiting, "" + reopened);
        assertThat(ids).contains("" + angry).doesNotContain("" + calm);
    }

    @Test
    void each_ticket_says_why_it_is_there() {
        assertThat(item(waiting).at("/reasons/0/text").asText()).isEqualTo("The customer has waited 8 h");
        assertThat(item(waiting).get("score").asInt()).isEqualTo(18);
        assertThat(item(broken).at("/reasons/0/text").asText()).isEqualTo("A promise broke 3 h ago");
        assertThat(item(angry).at("/reasons/0/text").asText()).isEqualTo("The customer's mood is sinking");
        assertThat(item(reopened).at("/reasons/0/kind").asText()).isEqualTo("reopened");
    }

    @Test
    void an_agent_sees_only_what_the_scope_allows() {
        var other = server.agent("ben@acme.test", TicketScope.RESTRICTED);

        assertThat(other.get("/api/hilo/v1/attention").json()).isEmpty();
    }

    @Test
    void the_page_shows_the_reasons_and_lets_one_step_in() {
        var page = Browser.admin(server).page("/attention");

        assertThat(page).contains("A promise broke 3 h ago").contains("/tickets/" + broken);
        assertThat(page).contains("hx-post=\"/inbox/change\"");
    }

    @Test
    void dashboards_lead_from_the_number_to_its_tickets_and_to_a_file() {
        var browser = Browser.admin(server);
        for (var kind : ReportKind.values()) {
            assertThat(browser.page("/dashboards/" + kind.text())).contains("data-section=\"dashboards\"");
        }
        var volume = browser.page("/dashboards/volume");
        assertThat(volume).contains("Tickets that came in during the period").contains("data-chart=\"line\"");
        assertThat(browser.page("/dashboards/volume/tickets?measure=created")).contains("/tickets/" + calm);
        assertThat(browser.page("/dashboards/volume/csv")).contains("created,,,,tickets,5,0,,,5,0");
    }
}
