package dev.hilo.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.testing.Browser;
import dev.hilo.testing.Inbox;
import dev.hilo.testing.TestServer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers say how a solution was, by the link in their mail and on their ticket. */
class RatingPagesTest {

    private static final Pattern LINK =
            Pattern.compile("https://acme\\.localhost(/help/rate\\?ticket=(\\d+)&(?:amp;)?key=([A-Za-z0-9_-]+))");

    static Inbox inbox;
    static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        inbox = new Inbox();
        server = TestServer.mailing(inbox.settings()).withoutReceipts();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        inbox.close();
    }

    private static long solved(String email) {
        var asked = Map.of("email", email, "subject", "Parcel", "description", "d", "status", 2, "priority", 1);
        long ticket = server.admin().post("/tickets", asked).json().get("id").asLong();
        solve(ticket);
        return ticket;
    }

    private static void solve(long ticket) {
        assertThat(server.admin().put("/tickets/" + ticket, Map.of("status", 4)).status())
                .isEqualTo(200);
    }

    private static JsonNode ratings(long ticket) {
        return server.admin()
                .get("/tickets/" + ticket + "/satisfaction_ratings")
                .json();
    }

    /** The key in the latest mail that says that a ticket is solved. */
    private static String key(String email, int count) {
        var mails = await().until(
                        () -> inbox.to(email).stream()
                                .map(Inbox::text)
                                .map(LINK::matcher)
                                .filter(link -> link.find())
                                .toList(),
                        found -> found.size() >= count);
        return mails.getLast().group(3);
    }

    private static Map<String, String> form(long ticket, String key) {
        return Map.of("ticket", "" + ticket, "key", key, "ratings[default_question]", "103", "feedback", "Very quick");
    }

    @Test
    void the_link_in_the_mail_leads_to_a_page_that_takes_one_rating() {
        long ticket = solved("carla@rating.test");
        String key = key("carla@rating.test", 1);
        var carla = new Browser(server.address());
        String page = carla.page("/help/rate?ticket=" + ticket + "&key=" + key);
        assertThat(page).contains("How satisfied are you", "Extremely happy", "Extremely unhappy");
        assertThat(ratings(ticket)).isEmpty();

        var rated = carla.post("/help/rate", form(ticket, key));
        assertThat(rated.body()).contains("Thank you.");
        var rating = ratings(ticket).get(0);
        assertThat(rating.at("/ratings/default_question").asInt()).isEqualTo(103);
        assertThat(rating.get("feedback").asText()).isEqualTo("Very quick");
        assertThat(server.admin()
                        .get("/tickets/" + ticket + "/conversations")
                        .json()
                        .toString())
                .contains("Very quick");
        var actor = server.database()
                .read(h -> h.createQuery(
                                "select actor_kind from events where type = 'rating.created' and ticket_id = :ticket")
                        .bind("ticket", ticket)
                        .mapTo(String.class)
                        .one());
        assertThat(actor).isEqualTo("CUSTOMER");

        assertThat(carla.post("/help/rate", form(ticket, key)).body()).contains("rated this solution already");
        assertThat(ratings(ticket)).hasSize(1);
        server.admin().put("/tickets/" + ticket, Map.of("status", 2));
        assertThat(carla.page("/help/rate?ticket=" + ticket + "&key=" + key)).contains("not solved at the moment");
        assertThat(carla.post("/help/rate", form(ticket, key)).statusCode()).isEqualTo(200);
        solve(ticket);
        assertThat(carla.post("/help/rate", form(ticket, key)).body()).contains("Thank you.");
        assertThat(ratings(ticket)).hasSize(2);
    }

    @Test
    void only_the_requester_has_the_key() {
        long ticket = solved("dan@rating.test");
        long other = solved("erin@rating.test");
        String key = key("dan@rating.test", 1);
        var anybody = new Browser(server.address());
        assertThat(anybody.get("/help/rate?ticket=" + other + "&key=" + key).statusCode())
                .isEqualTo(404);
        assertThat(anybody.get("/help/rate?ticket=" + ticket).statusCode()).isEqualTo(404);
        assertThat(anybody.get("/help/rate").statusCode()).isEqualTo(404);
        assertThat(anybody.post("/help/rate", form(other, key)).statusCode()).isEqualTo(404);
        var none = Map.of("ticket", "" + ticket, "key", key, "feedback", "x");
        assertThat(anybody.post("/help/rate", none).statusCode()).isEqualTo(400);
        var odd = Map.of("ticket", "" + ticket, "key", key, "ratings[default_question]", "7");
        assertThat(anybody.post("/help/rate", odd).statusCode()).isEqualTo(400);
        assertThat(ratings(ticket)).isEmpty();
        assertThat(ratings(other)).isEmpty();
    }

    @Test
    void the_page_of_the_ticket_asks_too_until_it_is_rated() {
        long ticket = solved("fay@rating.test");
        var fay = Customers.loggedIn(server, inbox, "fay@rating.test");
        assertThat(fay.page("/help/tickets/" + ticket)).contains("/help/tickets/" + ticket + "/rate");
        String path = fay.get("/help/tickets/" + ticket + "/rate")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(fay.page(path)).contains("How satisfied are you");
        fay.post("/help/rate", form(ticket, path.substring(path.indexOf("key=") + 4)));
        assertThat(ratings(ticket)).hasSize(1);
        assertThat(fay.page("/help/tickets/" + ticket)).doesNotContain("/rate\"");
        solved("gil@rating.test");
        var other = Customers.loggedIn(server, inbox, "gil@rating.test");
        assertThat(other.get("/help/tickets/" + ticket + "/rate").headers().firstValue("Location"))
                .hasValue("/help/tickets/" + ticket);
    }
}
