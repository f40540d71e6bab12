package dev.hilo.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.hilo.accounts.TicketScope;
import dev.hilo.testing.Browser;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of administrators: keys, mailboxes, webhooks, exports, the mirror, the audit log. */
class SetupPagesTest {

    private static final String BAD = "\"><script>alert(1)</script>";

    static TestServer server;
    static Browser ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = Browser.admin(server);
        ada.page("/setup/keys");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Document page(String path) {
        return Jsoup.parse(ada.page(path));
    }

    private static Document posted(String path, Map<String, String> form, int status) {
        var answer = ada.post(path, form);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
        return Jsoup.parse(answer.body());
    }

    /** Where a form leads to. */
    private static String to(String path, Map<String, String> form) {
        var answer = ada.post(path, form);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** The path of the form that ends so, in the line that holds a text. */
    private static String form(Document page, String line, String end) {
        return page.select(".line:contains(" + line + ") form[action$=" + end + "]")
                .attr("action");
    }

    @Test
    void a_key_is_shown_once_works_and_stops_working() {
        var made = posted(
                "/setup/keys",
                Map.of("name", "Report " + BAD, "agent", "" + server.caller().agentId()),
                200);
        String key = made.selectFirst(".fresh-key").text();
        assertThat(server.client(key).get("/agents/me").status()).isEqualTo(200);
        var list = page("/setup/keys");
        assertThat(list.select(".fresh-key, script:not([src])")).isEmpty();
        assertThat(list.text()).contains("Report " + BAD, "…" + key.substring(36));
        to(form(list, "Report", "/revoke"), Map.of());
        assertThat(server.client(key).get("/agents/me").status()).isEqualTo(401);
    }

    @Test
    void agents_make_keys_of_their_own_and_touch_no_others() {
        var omar = Browser.agent(server, "omar@acme.test", TicketScope.GLOBAL);
        omar.page("/profile/keys");
        assertThat(omar.get("/setup/keys").statusCode()).isEqualTo(403);
        var made =
                Jsoup.parse(omar.post("/profile/keys", Map.of("name", "mine")).body());
        String key = made.selectFirst(".fresh-key").text();
        assertThat(server.client(key)
                        .get("/agents/me")
                        .json()
                        .at("/contact/email")
                        .asText())
                .isEqualTo("omar@acme.test");
        String foreign = form(page("/setup/keys"), "ada@acme.test", "/revoke").replace("/setup", "/profile");
        assertThat(omar.post(foreign, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_webhook_is_made_tested_told_of_and_sent_again() throws Exception {
        var status = new AtomicInteger(500);
        var came = new AtomicInteger();
        var endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/", exchange -> {
            came.incrementAndGet();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        endpoint.start();
        try {
            posted("/setup/webhooks", Map.of("name", "x", "url", "file:///etc/passwd"), 400)
                    .selectFirst("[role=alert]");
            String url = "http://127.0.0.1:" + endpoint.getAddress().getPort() + "/";
            var made = posted(
                    "/setup/webhooks",
                    Map.of("name", "Hook " + BAD, "url", url, "types", "ticket.created, ticket.*"),
                    200);
            assertThat(made.select(".fresh-key")).hasSize(1);
            String here =
                    page("/setup/webhooks").select(".line a:contains(Hook)").attr("href");
            assertThat(page(here).select(".fresh-key")).isEmpty();
            assertThat(posted(here + "/test", Map.of(), 200).text()).contains("It answered with 500");
            server.ticket();
            await().untilAsserted(() -> assertThat(page(here).text()).contains("HTTP 500"));
            status.set(200);
            String again = page(here).select("form[action*=/redeliver/]").attr("action");
            server.database().run(h -> h.execute("update webhook_deliveries set state = 'PARKED'"));
            assertThat(page(here + "?state=PARKED").text()).contains("given up");
            to(here + "/redeliver", Map.of());
            await().untilAsserted(() ->
                    assertThat(page(here + "?state=DELIVERED").text()).contains("HTTP 200"));
            int before = came.get();
            to(again, Map.of());
            await().until(() -> came.get() > before);
            to(here + "/pause", Map.of());
            assertThat(page(here).text()).contains("paused");
            to(here, Map.of("name", "Renamed", "url", url, "types", ""));
            assertThat(page(here).text()).contains("Renamed");
            to(here + "/delete", Map.of());
            assertThat(ada.get(here).statusCode()).isEqualTo(404);
        } finally {
            endpoint.stop(0);
        }
    }

    @Test
    void a_mailbox_is_made_and_its_servers_are_tried() {
        var mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mail.start();
        try {
            mail.setUser("care@acme.test", "care", "s3cret");
            var form = new HashMap<>(Map.of(
                    "support_email", "care@acme.test",
                    "name", "Care " + BAD,
                    "servers", "both",
                    "in_host", "127.0.0.1",
                    "in_port", "" + mail.getImap().getPort(),
                    "in_user", "care",
                    "in_password", "s3cret",
                    "out_host", "127.0.0.1",
                    "out_port", "" + mail.getSmtp().getPort()));
            form.putAll(Map.of("out_user", "care", "out_password", "s3cret"));
            String here = to("/setup/mailboxes", form);
            assertThat(page(here).select("#in_password, #out_password").eachAttr("value"))
                    .allMatch(String::isEmpty);
            assertThat(ada.page(here)).doesNotContain("s3cret");
            var works = posted(here + "/test", Map.of(), 200);
            assertThat(works.select(".notice:contains(opens)")).hasSize(2);
            form.put("in_password", "wrong");
            to(here, form);
            assertThat(posted(here + "/test", Map.of(), 200).select(".notice.is-bad"))
                    .hasSize(1);
            form.put("in_password", "");
            form.put("out_password", "");
            form.put("name", "Care");
            to(here, form);
            assertThat(posted(here + "/test", Map.of(), 200).select(".notice.is-bad"))
                    .hasSize(1);
            assertThat(posted("/setup/mailboxes", form, 400)
                            .select("[role=alert]")
                            .text())
                    .isNotEmpty();
            to(here + "/delete", Map.of());
            assertThat(ada.get(here).statusCode()).isEqualTo(404);
        } finally {
            mail.stop();
        }
    }

    @Test
    void mail_that_became_nothing_is_listed_and_dropped() {
        new RawHttp(server.address(), server.adminKey())
                .call("POST", "/api/hilo/v1/mail", Map.of("Content-Type", "message/rfc822"), "no mail".getBytes());
        var list = page("/setup/mailboxes");
        String drop =
                list.select("form[action^=/setup/quarantine/][action$=/delete]").attr("action");
        assertThat(drop).isNotEmpty();
        to(drop, Map.of());
        assertThat(page("/setup/mailboxes").text()).contains("There is none.");
    }

    @Test
    void an_export_is_made_run_and_removed() {
        posted("/setup/exports", Map.of("name", "bad", "kind", "postgresql", "every_minutes", "60"), 400);
        to("/setup/exports", Map.of("name", "Nightly " + BAD, "kind", "csv", "every_minutes", "60", "redact", "true"));
        var list = page("/setup/exports");
        assertThat(list.text()).contains("Nightly " + BAD, "without customers' data");
        to(form(list, "Nightly", "/run"), Map.of());
        server.hilo().exports().runDue();
        assertThat(page("/setup/exports").text()).contains("last written");
        to(form(list, "Nightly", "/pause"), Map.of());
        assertThat(page("/setup/exports").text()).contains("paused");
        to(form(list, "Nightly", "/delete"), Map.of());
        assertThat(page("/setup/exports").text()).contains("There is none.");
    }

    @Test
    void a_link_is_tried_first_and_made_then() {
        String here = server.address().toString();
        var wrong = posted("/setup/link/check", Map.of("domain", here, "key", "nonsense"), 400);
        assertThat(wrong.select("[role=alert]").text()).contains("key");
        var tried =
                posted("/setup/link/check", Map.of("domain", here, "key", server.adminKey(), "subdomain", "twin"), 200);
        assertThat(tried.text()).contains("The key opens it.", "calls");
        assertThat(server.hilo().accounts().list()).hasSize(1);
        var form = new HashMap<>(
                Map.of("domain", here, "key", server.adminKey(), "subdomain", "twin", "password", "short"));
        posted("/setup/link/create", form, 400);
        form.put("password", "long enough it is");
        var made = posted("/setup/link/create", form, 200);
        assertThat(made.select(".fresh-key").text()).hasSize(40);
        var twin = server.hilo().accounts().list().getLast();
        assertThat(twin.subdomain()).isEqualTo("twin");
        assertThat(server.hilo().links().find(twin.accountId())).isPresent();
    }

    @Test
    void every_change_is_in_the_audit_log_with_what_was_before() {
        long id = server.ticket();
        server.admin().put("/tickets/" + id, Map.of("subject", BAD));
        var log = page("/setup/audit?record=ticket");
        assertThat(log.select("script:not([src])")).isEmpty();
        var line = log.select(".line:contains(ticket.updated):contains(#" + id + ")")
                .first();
        assertThat(line.text()).contains("Ada Admin", BAD);
        assertThat(page("/setup/audit?record=ticket&actor=customer").select(".line"))
                .isEmpty();
        assertThat(page("/setup/audit?agent=" + server.caller().agentId()).select(".line"))
                .isNotEmpty();
        String older = page("/setup/audit").select("a[rel=next]").attr("href");
        assertThat(older).contains("before=");
        assertThat(ada.get(older).statusCode()).isEqualTo(200);
        assertThat(ada.get("/setup/audit?before=x").statusCode()).isEqualTo(400);
    }
}
