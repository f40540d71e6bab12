package dev.hilo.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hilo.sessions.OwnAddress;
import dev.hilo.testing.Browser;
import dev.hilo.testing.Inbox;
import dev.hilo.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers log in by a link that is mailed to them, and to nobody else. */
class EntrancePagesTest {

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

    private static long contact(String email) {
        var made = server.admin().post("/contacts", Map.of("name", "Carla Customer", "email", email));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asLong();
    }

    private static HttpResponse<String> ask(Browser browser, String email) {
        return browser.post("/help/login", Map.of("email", email));
    }

    private static Browser stranger() {
        return new Browser(server.address());
    }

    private static long rows(String table) {
        return server.database()
                .read(h -> h.createQuery("select count(*) from " + table)
                        .mapTo(long.class)
                        .one());
    }

    @Test
    void a_link_opens_the_portal_once_and_looking_does_not_use_it_up() {
        contact("carla@entrance.test");
        var carla = stranger();
        assertThat(ask(carla, " Carla@Entrance.test ").statusCode()).isEqualTo(200);
        String link = inbox.link("carla@entrance.test", 1);
        var mail = inbox.to("carla@entrance.test").getFirst();
        assertThat(Inbox.text(mail)).contains("half an hour");
        for (int i = 0; i < 3; i++) assertThat(carla.page(link)).contains("One more step");
        assertThat(carla.get("/help/login").statusCode()).isEqualTo(200);

        String secret = link.substring(link.indexOf('=') + 1);
        var entered = carla.post("/help/enter", Map.of("link", secret));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(303);
        assertThat(entered.headers().firstValue("Location")).hasValue("/help/tickets");
        assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("hilo_customer=[A-Za-z0-9_-]{43}; Path=/help; Max-Age=1209600; HttpOnly; SameSite=Lax")
                .doesNotContain(secret);
        assertThat(carla.get("/help/login").statusCode()).isEqualTo(303);

        var second = stranger();
        assertThat(second.get(link).statusCode()).isEqualTo(404);
        assertThat(second.post("/help/enter", Map.of("link", secret)).statusCode())
                .isEqualTo(404);
        assertThat(second.post("/help/enter", Map.of("link", "x".repeat(43))).statusCode())
                .isEqualTo(404);
        assertThat(second.post("/help/enter", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void the_cookie_of_a_customer_is_no_agents_and_goes_only_to_the_portal() {
        contact("dan@entrance.test");
        var dan = stranger();
        ask(dan, "dan@entrance.test");
        String link = inbox.link("dan@entrance.test", 1);
        var cookie = dan.post("/help/enter", Map.of("link", link.substring(link.indexOf('=') + 1)))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split("[=;]")[1];
        assertThat(dan.get("/inbox").statusCode()).isEqualTo(303);
        assertThat(dan.get("/contacts").statusCode()).isEqualTo(303);
        var asAgent = new dev.hilo.testing.RawHttp(server.address(), null)
                .call("GET", "/inbox", Map.of("Cookie", "hilo_session=" + cookie, "Accept", "text/html"), null);
        assertThat(asAgent.status()).isEqualTo(303);
    }

    @Test
    void the_answer_is_the_same_whoever_asks_and_only_those_who_may_get_mail() {
        contact("erin@entrance.test");
        long blocked = contact("blocked@entrance.test");
        long deleted = contact("deleted@entrance.test");
        server.database().run(h -> h.execute("update contacts set blocked = true where id = ?", blocked));
        assertThat(server.admin().delete("/contacts/" + deleted).status()).isEqualTo(204);
        String first = ask(stranger(), "erin@entrance.test").body().replace("erin@", "who@");
        for (String name : new String[] {"nobody", "blocked", "deleted"}) {
            var answer = ask(stranger(), name + "@entrance.test");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body().replace(name + "@", "who@")).isEqualTo(first);
        }
        ask(stranger(), "erin@entrance.test");
        inbox.await("erin@entrance.test", 2);
        assertThat(inbox.to("blocked@entrance.test")).isEmpty();
        assertThat(inbox.to("deleted@entrance.test")).isEmpty();
        assertThat(inbox.to("nobody@entrance.test")).isEmpty();
    }

    @Test
    void links_are_kept_as_hashes_alone_and_the_history_tells_none() {
        contact("fay@entrance.test");
        var fay = stranger();
        ask(fay, "fay@entrance.test");
        String link = inbox.link("fay@entrance.test", 1);
        String secret = link.substring(link.indexOf('=') + 1);
        long kept = server.database()
                .read(h -> h.createQuery("select count(*) from portal_links where token_hash = sha256(:secret::bytea)")
                        .bind("secret", secret)
                        .mapTo(long.class)
                        .one());
        assertThat(kept).isEqualTo(1);
        var told = server.database()
                .read(h -> h.createQuery("""
                        select (select count(*) from events where before::text || after::text like :like or after::text like :like)
                          + (select count(*) from outbox where body like :like)
                        """)
                        .bind("like", "%" + secret + "%")
                        .mapTo(long.class)
                        .one());
        assertThat(told).isZero();
    }

    @Test
    void whoever_asks_too_often_gets_no_more_mail_and_the_same_answer() {
        contact("gil@entrance.test");
        var gil = stranger();
        for (int i = 0; i < 8; i++) {
            assertThat(ask(gil, "gil@entrance.test").body()).contains("Look into your mail");
        }
        inbox.await("gil@entrance.test", 5);
        contact("hal@entrance.test");
        ask(gil, "hal@entrance.test");
        inbox.await("hal@entrance.test", 1);
        assertThat(inbox.to("gil@entrance.test")).hasSize(5);
    }

    @Test
    void a_link_that_is_too_old_opens_nothing() {
        contact("ida@entrance.test");
        var ida = stranger();
        ask(ida, "ida@entrance.test");
        String link = inbox.link("ida@entrance.test", 1);
        server.database().run(h -> h.execute("update portal_links set expires_at = now() - interval '1 second'"));
        assertThat(ida.get(link).statusCode()).isEqualTo(404);
        assertThat(ida.post("/help/enter", Map.of("link", link.substring(link.indexOf('=') + 1)))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void logging_out_ends_the_log_in_and_other_sites_cannot_do_it() {
        contact("jo@entrance.test");
        var jo = Customers.loggedIn(server, inbox, "jo@entrance.test");
        String proof = Customers.proof(jo.page("/help/tickets"));
        var other = Map.of("Sec-Fetch-Site", "cross-site");
        assertThat(jo.post("/help/logout", Map.of("proof", proof), other).statusCode())
                .isEqualTo(403);
        assertThat(jo.post("/help/logout", Map.of("proof", "x")).statusCode()).isEqualTo(403);
        long before = rows("portal_sessions");
        assertThat(jo.post("/help/logout", Map.of("proof", proof)).statusCode()).isEqualTo(303);
        assertThat(rows("portal_sessions")).isEqualTo(before - 1);
        assertThat(jo.get("/help/tickets").headers().firstValue("Location"))
                .hasValue("/help/login?to=%2Fhelp%2Ftickets");
    }

    @Test
    void whoever_is_blocked_is_out_at_once() {
        long id = contact("kim@entrance.test");
        var kim = Customers.loggedIn(server, inbox, "kim@entrance.test");
        assertThat(kim.get("/help/tickets").statusCode()).isEqualTo(200);
        server.database().run(h -> h.execute("update contacts set blocked = true where id = ?", id));
        assertThat(kim.get("/help/tickets").statusCode()).isEqualTo(303);
    }

    @Test
    void links_are_mailed_with_the_own_address_whatever_the_request_says() {
        var own = new OwnAddress("example.com");
        var acme = server.acme();
        assertThat(own.of(acme, new dev.hilo.web.Address("http", "acme.evil.test"))
                        .base())
                .isEqualTo("https://acme.example.com");
        assertThat(own.of(acme, new dev.hilo.web.Address("https", "acme.example.com:8443"))
                        .base())
                .isEqualTo("https://acme.example.com:8443");
        assertThat(own.of(acme, new dev.hilo.web.Address("http", "localhost:8080"))
                        .base())
                .isEqualTo("http://localhost:8080");
    }

    @Test
    void agents_invite_customers() {
        long id = contact("mia@entrance.test");
        long blocked = contact("nix@entrance.test");
        server.database().run(h -> h.execute("update contacts set blocked = true where id = ?", blocked));
        server.database().run(h -> h.execute("update contacts set language = 'es' where id = ?", id));
        assertThat(server.admin().put("/contacts/" + blocked + "/send_invite").status())
                .isEqualTo(405);
        assertThat(server.admin().put("/contacts/" + id + "/send_invite").status())
                .isEqualTo(204);
        String mail = Inbox.text(inbox.await("mia@entrance.test", 1).getFirst());
        assertThat(mail).contains("No necesitas", server.address() + "/help/tickets");
        assertThat(inbox.to("nix@entrance.test")).isEmpty();
    }

    @Test
    void it_speaks_spanish() {
        contact("luz@entrance.test");
        var luz = stranger();
        luz.post("/language", Map.of("value", "es", "to", "/help"));
        assertThat(ask(luz, "luz@entrance.test").body()).contains("Mira tu correo", "lang=\"es\"");
        assertThat(Inbox.text(inbox.await("luz@entrance.test", 1).getFirst())).contains("media hora");
    }

    @Test
    void a_closed_portal_is_not_there() {
        var settings = new dev.hilo.testing.RawHttp(server.address(), server.adminKey());
        String path = "/api/hilo/v1/portal";
        assertThat(settings.get(path).json().toString()).isEqualTo("{\"enabled\":true,\"anonymous_tickets\":true}");
        assertThat(settings.json("PUT", path, "{\"enabled\":\"no\"}").status()).isEqualTo(400);
        settings.json("PUT", path, "{\"enabled\":false}");
        try {
            assertThat(stranger().get("/help/login").statusCode()).isEqualTo(404);
            assertThat(ask(stranger(), "x@y.test").statusCode()).isEqualTo(404);
            assertThat(stranger().page("/help")).doesNotContain("/help/tickets");
        } finally {
            settings.json("PUT", path, "{\"enabled\":true,\"anonymous_tickets\":true}");
        }
        await().until(() -> stranger().page("/help").contains("/help/tickets"));
    }
}
