package dev.hilo.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.NewAccount;
import dev.hilo.accounts.Plan;
import dev.hilo.client.Form;
import dev.hilo.testing.Browser;
import dev.hilo.testing.Inbox;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What customers see of their tickets, what they never see, and what they do. */
class MyTicketPagesTest {

    static Inbox inbox;
    static TestServer server;
    static long company;
    static Browser carla;
    static Browser boss;

    @BeforeAll
    static void start() throws Exception {
        inbox = new Inbox();
        server = TestServer.mailing(inbox.settings()).withoutReceipts();
        server.hilo()
                .accounts()
                .create(new NewAccount("globex", "Globex", Plan.UNLIMITED, "UTC", "en", "Gus", "gus@globex.test", "x"));
        company = made("/companies", Map.of("name", "Parcel & Sons", "domains", List.of("parcel.test")));
        contact("Carla Customer", "carla@customer.test", Map.of());
        contact("Dora Parcel", "dora@parcel.test", Map.of("company_id", company));
        contact("Boss Parcel", "boss@parcel.test", Map.of("company_id", company, "view_all_tickets", true));
        carla = Customers.loggedIn(server, inbox, "carla@customer.test");
        boss = Customers.loggedIn(server, inbox, "boss@parcel.test");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        inbox.close();
    }

    private static long made(String path, Map<String, ?> asked) {
        var made = server.admin().post(path, asked);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asLong();
    }

    private static long contact(String name, String email, Map<String, ?> more) {
        var asked = new HashMap<String, Object>(more);
        asked.putAll(Map.of("name", name, "email", email));
        return made("/contacts", asked);
    }

    private static long ticket(String email, String subject) {
        return made(
                "/tickets",
                Map.of(
                        "email",
                        email,
                        "subject",
                        subject,
                        "description",
                        "<p>Dear Acme</p>",
                        "status",
                        2,
                        "priority",
                        1));
    }

    private static JsonNode entries(long ticket) {
        return server.admin().get("/tickets/" + ticket + "/conversations").json();
    }

    private static JsonNode of(long ticket) {
        return server.admin().get("/tickets/" + ticket).json();
    }

    private static int reply(Browser browser, long ticket, String text) {
        String proof = Customers.proof(browser.page("/help/tickets"));
        return browser.post("/help/tickets/" + ticket + "/reply", Map.of("body", text, "proof", proof))
                .statusCode();
    }

    private static void set(long ticket, String column) {
        server.database().run(h -> h.execute("update tickets set " + column + " = true where id = ?", ticket));
    }

    @Test
    void the_whole_conversation() {
        long ticket = ticket("carla@customer.test", "Where is my parcel?");
        int mails = inbox.to("carla@customer.test").size();
        assertThat(server.admin()
                        .post("/tickets/" + ticket + "/reply", Map.of("body", "<p>It is on its <b>way</b>.</p>"))
                        .status())
                .isEqualTo(201);
        assertThat(Inbox.text(inbox.await("carla@customer.test", mails + 1).getLast()))
                .contains("It is on its");
        server.admin().put("/tickets/" + ticket, Map.of("status", 4));
        var again = Customers.loggedIn(server, inbox, "carla@customer.test");
        String page = again.page("/help/tickets/" + ticket);
        assertThat(page)
                .contains("Where is my parcel?", "Dear Acme", "on its <b>way</b>", "Ada Admin", ">Resolved</span>");

        assertThat(reply(again, ticket, "It has come.\nThank you <3")).isEqualTo(303);

        var entry = entries(ticket).get(1);
        assertThat(entry.get("incoming").asBoolean()).isTrue();
        assertThat(entry.get("private").asBoolean()).isFalse();
        assertThat(entry.get("source").asInt()).isZero();
        assertThat(entry.get("body").asText()).contains("It has come.<br", "Thank you &lt;3");
        assertThat(entry.get("from_email").asText()).isEqualTo("carla@customer.test");
        assertThat(entry.get("user_id")).isEqualTo(of(ticket).get("requester_id"));
        assertThat(of(ticket).get("status").asInt()).isEqualTo(2);
        var ada = Browser.admin(server);
        assertThat(ada.page("/tickets/" + ticket)).contains("It has come.");
        var told = server.database()
                .read(h -> h.createQuery("""
                        select actor_kind || ' ' || cause from events
                        where ticket_id = :ticket and type = 'conversation.created' order by id desc limit 1
                        """)
                        .bind("ticket", ticket)
                        .mapTo(String.class)
                        .one());
        assertThat(told).isEqualTo("CUSTOMER portal");
        assertThat(again.page("/help/tickets/" + ticket)).contains("Thank you &lt;3", "Being processed");
    }

    @Test
    void private_notes_forwards_and_what_was_deleted_are_never_shown() {
        long ticket = ticket("carla@customer.test", "Secrets");
        var api = server.admin();
        api.post("/tickets/" + ticket + "/notes", Map.of("body", "<p>hush private</p>"));
        api.post("/tickets/" + ticket + "/notes", Map.of("body", "<p>said aloud</p>", "private", false));
        api.post(
                "/tickets/" + ticket + "/forward",
                Map.of("body", "hush forward", "to_emails", List.of("carrier@parcels.test")));
        var gone = api.post("/tickets/" + ticket + "/notes", Map.of("body", "hush deleted", "private", false));
        api.delete("/conversations/" + gone.json().get("id").asLong());
        var note = api.post(
                "/tickets/" + ticket + "/notes",
                new Form().with("body", "hush file").file("attachments[]", "hush.txt", "x".getBytes(), "text/plain"));
        api.put("/tickets/" + ticket, Map.of("tags", List.of("hushtag"), "type", "Refund"));
        String page = carla.page("/help/tickets/" + ticket);
        assertThat(page).contains("said aloud").doesNotContain("hush", "Refund", "parcels.test");
        long entry = note.json().get("id").asLong();
        long file = note.json().at("/attachments/0/id").asLong();
        assertThat(carla.get("/help/tickets/%d/files/%d/%d".formatted(ticket, entry, file))
                        .statusCode())
                .isEqualTo(404);
        assertThat(carla.get("/help/tickets/%d/files/0/%d".formatted(ticket, file))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_reply_that_can_still_be_taken_back_is_not_shown_yet() {
        long ticket = ticket("carla@customer.test", "Held");
        server.admin().post("/tickets/" + ticket + "/reply", Map.of("body", "rash words"));
        await().until(() -> server.database()
                .read(h -> h.createQuery("select count(*) from outbox where ticket_id = :ticket and state = 'SENT'")
                        .bind("ticket", ticket)
                        .mapTo(int.class)
                        .one()
                        .equals(1)));
        assertThat(carla.page("/help/tickets/" + ticket)).contains("rash words");
        server.database()
                .run(h -> h.execute(
                        "update outbox set state = 'QUEUED', attempts = 0, due_at = now() + interval '1 hour' where ticket_id = ?",
                        ticket));
        assertThat(carla.page("/help/tickets/" + ticket)).doesNotContain("rash words");
    }

    @Test
    void other_peoples_tickets_and_those_thrown_away_are_not_there() {
        long doras = ticket("dora@parcel.test", "Doras");
        long trash = ticket("carla@customer.test", "Trash");
        long spam = ticket("carla@customer.test", "Spam");
        set(trash, "deleted");
        set(spam, "spam");
        String proof = Customers.proof(carla.page("/help/tickets"));
        for (long id : new long[] {doras, trash, spam, 999_999}) {
            assertThat(carla.get("/help/tickets/" + id).statusCode()).isEqualTo(404);
            for (var verb : List.of("reply", "solved")) {
                var sent = carla.post("/help/tickets/" + id + "/" + verb, Map.of("proof", proof, "body", "x"));
                assertThat(sent.statusCode()).isIn(400, 404);
            }
        }
        assertThat(entries(doras)).isEmpty();
        assertThat(of(doras).get("status").asInt()).isEqualTo(2);
        assertThat(carla.page("/help/tickets?state=all&whose=all")).doesNotContain("Doras", "Trash", "Spam");
        assertThat(new Browser(server.address())
                        .get("/help/tickets/" + doras)
                        .headers()
                        .firstValue("Location"))
                .hasValue("/help/login?to=%2Fhelp%2Ftickets%2F" + doras);
    }

    @Test
    void who_may_sees_the_tickets_of_the_company() {
        long doras = ticket("dora@parcel.test", "Doras pallet");
        ticket("boss@parcel.test", "The boss asks");
        assertThat(boss.page("/help/tickets")).contains("The boss asks").doesNotContain("Doras pallet");
        assertThat(boss.page("/help/tickets?whose=all"))
                .contains("The boss asks", "Doras pallet", "Dora Parcel")
                .doesNotContain("Where is my parcel");
        assertThat(reply(boss, doras, "Please hurry")).isEqualTo(303);
        assertThat(entries(doras).get(0).get("from_email").asText()).isEqualTo("boss@parcel.test");
        var dora = Customers.loggedIn(server, inbox, "dora@parcel.test");
        assertThat(dora.page("/help/tickets?state=all&whose=all"))
                .contains("Doras pallet")
                .doesNotContain("The boss asks");
    }

    @Test
    void the_list_is_by_state_newest_activity_first_and_paged() {
        contact("Many Tickets", "many@customer.test", Map.of());
        long first = ticket("many@customer.test", "Oldest of many");
        for (int i = 0; i < MyTickets.PAGE; i++) ticket("many@customer.test", "Ticket of many " + i + ".");
        var many = Customers.loggedIn(server, inbox, "many@customer.test");
        assertThat(many.page("/help/tickets")).doesNotContain("Oldest of many");
        assertThat(many.page("/help/tickets?page=2")).contains("Oldest of many");
        server.admin().post("/tickets/" + first + "/reply", Map.of("body", "soon"));
        String page = many.page("/help/tickets");
        assertThat(page.indexOf("Oldest of many")).isPositive().isLessThan(page.indexOf("Ticket of many 24."));
        server.admin().put("/tickets/" + first, Map.of("status", 5));
        assertThat(many.page("/help/tickets")).doesNotContain("Oldest of many");
        assertThat(many.page("/help/tickets?state=done")).contains("Oldest of many", ">Closed</span>");
        assertThat(many.get("/help/tickets?state=odd").statusCode()).isEqualTo(400);
        assertThat(many.get("/help/tickets?page=-7").statusCode()).isEqualTo(200);
    }

    @Test
    void it_is_solved_when_the_customer_says_so() {
        long ticket = ticket("carla@customer.test", "Nearly done");
        String proof = Customers.proof(carla.page("/help/tickets/" + ticket));
        assertThat(carla.post("/help/tickets/" + ticket + "/solved", Map.of("proof", "forged"))
                        .statusCode())
                .isEqualTo(403);
        var elsewhere = Map.of("Origin", "https://evil.test", "Sec-Fetch-Site", "cross-site");
        assertThat(carla.post("/help/tickets/" + ticket + "/solved", Map.of("proof", proof), elsewhere)
                        .statusCode())
                .isEqualTo(403);
        assertThat(of(ticket).get("status").asInt()).isEqualTo(2);
        carla.post("/help/tickets/" + ticket + "/solved", Map.of("proof", proof));
        assertThat(of(ticket).get("status").asInt()).isEqualTo(4);
        assertThat(of(ticket).at("/stats/resolved_at").isMissingNode()).isTrue();
        assertThat(carla.page("/help/tickets/" + ticket)).doesNotContain("This is solved");
    }

    @Test
    void files_go_both_ways() {
        long ticket = ticket("carla@customer.test", "Pictures");
        String proof = Customers.proof(carla.page("/help/tickets"));
        var sent = carla.upload(
                "/help/tickets/" + ticket + "/reply",
                Map.of("body", "see", "proof", proof),
                "a<b>.txt",
                "bytes of Carla");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var file = entries(ticket).get(0).at("/attachments/0");
        assertThat(file.get("name").asText()).isEqualTo("a<b>.txt");
        String page = carla.page("/help/tickets/" + ticket);
        assertThat(page).contains("a&lt;b&gt;.txt").doesNotContain("a<b>.txt");
        var link = java.util.regex.Pattern.compile("/help/tickets/\\d+/files/\\d+/\\d+")
                .matcher(page);
        assertThat(link.find()).isTrue();
        var at = carla.get(link.group()).headers().firstValue("Location").orElseThrow();
        assertThat(new RawHttp(server.address(), null)
                        .get(at.substring(at.indexOf('/', 8)))
                        .text())
                .isEqualTo("bytes of Carla");
        assertThat(boss.get(link.group()).statusCode()).isEqualTo(404);
        assertThat(reply(carla, ticket, " ")).isEqualTo(400);
    }

    @Test
    void hostile_words_are_inert() {
        long ticket = ticket("carla@customer.test", "<script>alert(1)</script>");
        server.admin().post("/tickets/" + ticket + "/reply", Map.of("body", "<p>Read</p>"));
        server.database()
                .run(h -> h.createUpdate("update conversations set body = :html where ticket_id = :ticket")
                        .bind(
                                "html",
                                "<p onclick=alert(1)>Read</p><script>alert(2)</script><a href='javascript:alert(3)'>x</a>"
                                        + "<iframe src=//evil.test></iframe><img src='https://evil.test/p.gif' onerror=alert(4)>"
                                        + "<form action=//evil.test><input name=proof></form><style>*{}</style>")
                        .bind("ticket", ticket)
                        .execute());
        var answer = carla.get("/help/tickets/" + ticket);
        assertThat(answer.body())
                .contains("&lt;script&gt;alert(1)", "Read")
                .doesNotContain("onclick", "alert(2)", "javascript:", "iframe", "onerror", "evil.test", "<style>");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .doesNotContain("unsafe-inline");
        assertThat(reply(carla, ticket, "<img src=x onerror=alert(5)><script>alert(6)</script>"))
                .isEqualTo(303);
        assertThat(carla.page("/help/tickets/" + ticket)).doesNotContain("<img src=x", "<script>alert(6)");
    }

    @Test
    void another_help_desk_knows_neither_the_customer_nor_the_ticket() throws Exception {
        long ticket = ticket("carla@customer.test", "Of Acme");
        String cookie = carla.cookie(CustomerSessions.COOKIE);
        String host = "globex.localhost:" + server.address().getPort();
        var there = new RawHttp(server.address(), null, host);
        await().until(() -> there.get("/help").text().contains("Globex"));
        var asked = Map.of("Cookie", CustomerSessions.COOKIE + "=" + cookie, "Accept", "text/html");
        for (var path : List.of("/help/tickets", "/help/tickets/" + ticket)) {
            var answer = there.call("GET", path, asked);
            assertThat(answer.status()).as(path).isEqualTo(303);
            assertThat(answer.header("Location").orElseThrow()).startsWith("/help/login");
        }
        var here = new RawHttp(server.address(), null);
        assertThat(here.call("GET", "/help/tickets/" + ticket, asked).status()).isEqualTo(200);
    }

    @Test
    void customers_read_the_status_in_their_words() {
        var field = server.admin().get("/admin/ticket_fields").json();
        var status = java.util.stream.StreamSupport.stream(field.spliterator(), false)
                .filter(one -> one.get("type").asText().equals("default_status"))
                .findFirst()
                .orElseThrow();
        server.database()
                .run(h -> h.createUpdate("""
                        update fields set choices = replace(choices::text, '"Awaiting your Reply"', '"Your turn"')::jsonb
                        where id = :id
                        """)
                        .bind("id", status.get("id").asLong())
                        .execute());
        long ticket = ticket("carla@customer.test", "Whose turn?");
        server.admin().put("/tickets/" + ticket, Map.of("status", 3));
        await().until(() -> carla.page("/help/tickets/" + ticket).contains("Your turn"));
        assertThat(carla.page("/help/tickets/" + ticket)).doesNotContain("Pending");
    }

    @Test
    void folders_for_those_who_are_logged_in_or_of_a_company_open_to_them() {
        long category = made("/solutions/categories", Map.of("name", "Inside"));
        String folders = "/solutions/categories/" + category + "/folders";
        long known = made(folders, Map.of("name", "Known", "visibility", 2));
        long companys = made(folders, Map.of("name", "Companys", "visibility", 4, "company_ids", List.of(company)));
        for (var folder :
                Map.of("For customers", known, "For the company", companys).entrySet()) {
            made(
                    "/solutions/folders/" + folder.getValue() + "/articles",
                    Map.of("title", folder.getKey(), "description", "d", "status", 2));
        }
        assertThat(new Browser(server.address()).page("/help")).doesNotContain("For customers", "For the company");
        assertThat(carla.page("/help")).contains("For customers").doesNotContain("For the company");
        assertThat(boss.page("/help")).contains("For customers", "For the company");
        assertThat(boss.page("/help/suggestions?subject=company")).contains("For the company");
        assertThat(carla.page("/help/suggestions?subject=company")).doesNotContain("For the company");
    }

    @Test
    void a_long_thread_is_leafed_through() {
        long ticket = ticket("carla@customer.test", "Long");
        server.database().run(h -> h.execute("""
                        insert into conversations (account_id, ticket_id, user_id, body, body_text, incoming, source, category,
                          created_at, updated_at)
                        select account_id, id, requester_id, 'entry ' || n || '.', 'x', true, 0, 1, now() + n * interval '1 second',
                          now()
                        from tickets, generate_series(1, 60) n where id = ?
                        """, ticket));
        String newest = carla.page("/help/tickets/" + ticket);
        assertThat(newest).contains("entry 60.", "entry 11.").doesNotContain("entry 10.", "Dear Acme");
        assertThat(newest.indexOf("entry 11.")).isLessThan(newest.indexOf("entry 60."));
        assertThat(carla.page("/help/tickets/" + ticket + "?page=2"))
                .contains("Dear Acme", "entry 10.")
                .doesNotContain("entry 11.");
    }
}
