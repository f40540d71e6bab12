package dev.hilo.logins;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.hilo.accounts.TicketScope;
import dev.hilo.testing.Browser;
import dev.hilo.testing.Inbox;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How agents come in: invited, with a password that they choose, with a second factor. */
class LoginsTest {

    private static final String PASSWORD = "a rather long one";

    static Inbox inbox;
    static TestServer server;
    static Browser ada;

    @BeforeAll
    static void start() throws Exception {
        inbox = new Inbox();
        server = TestServer.mailing(inbox.settings()).withoutReceipts();
        ada = Browser.admin(server);
        ada.page("/setup/logins");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        inbox.close();
    }

    private static Browser stranger() {
        return new Browser(server.address());
    }

    private static HttpResponse<String> logIn(Browser browser, String email, String password) {
        return browser.post("/login", Map.of("email", email, "password", password));
    }

    private static HttpResponse<String> choose(String link, String password) {
        String token = link.substring(link.indexOf('=') + 1);
        return stranger().post("/password", Map.of("link", token, "password", password, "again", password));
    }

    private static long agent(String email) {
        server.agent(email, TicketScope.GLOBAL);
        return server.caller(server.acme(), email).agentId();
    }

    @Test
    void an_agent_who_is_invited_chooses_a_password_once() {
        long id = agent("ivy@acme.test");
        assertThat(Jsoup.parse(ada.page("/setup/logins"))
                        .select(".line:contains(ivy@acme.test)")
                        .text())
                .contains("no password");
        assertThat(ada.post("/setup/logins/" + id + "/invite", Map.of()).statusCode())
                .isEqualTo(303);
        String link = inbox.link("ivy@acme.test", 1);
        assertThat(Jsoup.parse(ada.page("/setup/logins"))
                        .select(".line:contains(ivy@acme.test)")
                        .text())
                .contains("invited");
        for (int i = 0; i < 2; i++)
            assertThat(stranger().get(link).statusCode()).isEqualTo(200);
        assertThat(choose(link, "short").statusCode()).isEqualTo(400);
        assertThat(choose(link, PASSWORD).statusCode()).isEqualTo(303);
        assertThat(choose(link, "another long one").statusCode()).isEqualTo(404);
        assertThat(stranger().get(link).statusCode()).isEqualTo(404);
        assertThat(logIn(stranger(), "ivy@acme.test", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void a_forgotten_password_is_replaced_and_every_log_in_ends() {
        var rob = Browser.agent(server, "rob@acme.test", TicketScope.GLOBAL);
        assertThat(rob.get("/inbox").statusCode()).isEqualTo(200);
        String known = stranger()
                .post("/password/forgotten", Map.of("email", "Rob@acme.test"))
                .body();
        String unknown = stranger()
                .post("/password/forgotten", Map.of("email", "nobody@acme.test"))
                .body();
        assertThat(known.replace("Rob@", "nobody@")).isEqualTo(unknown);
        String link = inbox.link("rob@acme.test", 1);
        assertThat(Inbox.text(inbox.to("rob@acme.test").getFirst())).contains("for an hour");
        assertThat(choose(link, PASSWORD).statusCode()).isEqualTo(303);
        assertThat(rob.get("/inbox").statusCode()).isEqualTo(303);
        assertThat(logIn(stranger(), "rob@acme.test", "a good one").statusCode())
                .isEqualTo(401);
        assertThat(logIn(stranger(), "rob@acme.test", PASSWORD).statusCode()).isEqualTo(303);
        assertThat(inbox.to("nobody@acme.test")).isEmpty();
        assertThat(stranger()
                        .post("/password/forgotten", Map.of("email", "no address"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void links_lead_to_the_account_whatever_host_was_asked() {
        agent("hugo@acme.test");
        var sent = stranger()
                .post(
                        "/password/forgotten",
                        Map.of("email", "hugo@acme.test"),
                        Map.of("X-Forwarded-Host", "evil.test", "Sec-Fetch-Site", "same-origin"));
        assertThat(sent.statusCode()).isEqualTo(200);
        inbox.link("hugo@acme.test", 1);
        assertThat(Inbox.text(inbox.to("hugo@acme.test").getFirst())).doesNotContain("evil.test");
    }

    @Test
    void links_that_are_none_or_too_old_open_nothing() {
        assertThat(choose("/password?link=", PASSWORD).statusCode()).isEqualTo(404);
        assertThat(choose("/password?link=" + "A".repeat(43), PASSWORD).statusCode())
                .isEqualTo(404);
        agent("olga@acme.test");
        stranger().post("/password/forgotten", Map.of("email", "olga@acme.test"));
        String link = inbox.link("olga@acme.test", 1);
        server.database().run(h -> h.execute("update password_links set expires_at = now() - interval '1 second'"));
        assertThat(choose(link, PASSWORD).statusCode()).isEqualTo(404);
    }

    @Test
    void a_password_is_changed_by_who_knows_the_one_before() {
        var pia = Browser.agent(server, "pia@acme.test", TicketScope.GLOBAL);
        var elsewhere = Browser.loggedIn(server, "pia@acme.test", "a good one");
        pia.page("/profile/login");
        var wrong = Map.of("before", "not it", "password", PASSWORD, "again", PASSWORD);
        assertThat(pia.post("/profile/login/password", wrong).statusCode()).isEqualTo(401);
        var right = Map.of("before", "a good one", "password", PASSWORD, "again", PASSWORD);
        assertThat(pia.post("/profile/login/password", right).statusCode()).isEqualTo(200);
        assertThat(pia.get("/inbox").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/inbox").statusCode()).isEqualTo(303);
    }

    @Test
    void a_second_factor_is_asked_at_each_log_in_and_its_codes_work_once() {
        var tom = Browser.agent(server, "tom@acme.test", TicketScope.GLOBAL);
        tom.page("/profile/login");
        tom.post("/profile/login/second-factor", Map.of());
        var page = Jsoup.parse(tom.page("/profile/login"));
        assertThat(page.select("svg.qr path").attr("d")).startsWith("M");
        byte[] secret = decoded(page.selectFirst(".fresh-key").text());
        assertThat(basic("tom@acme.test", "a good one")).isEqualTo(200);
        assertThat(logIn(stranger(), "tom@acme.test", "a good one").headers().firstValue("Location"))
                .contains("/inbox");
        assertThat(tom.post("/profile/login/second-factor/confirm", Map.of("code", "000000"))
                        .statusCode())
                .isEqualTo(400);
        String first = code(secret, 0);
        var confirmed = tom.post("/profile/login/second-factor/confirm", Map.of("code", first));
        List<String> kept =
                Jsoup.parse(confirmed.body()).select(".recovery code").eachText();
        assertThat(kept).hasSize(10).doesNotHaveDuplicates();
        assertThat(tom.page("/profile/login")).doesNotContain(kept.getFirst());

        var again = stranger();
        var half = logIn(again, "tom@acme.test", "a good one");
        assertThat(half.headers().firstValue("Location").orElseThrow()).startsWith("/login/code");
        assertThat(again.get("/inbox").statusCode()).isEqualTo(303);
        assertThat(again.post("/login/code", Map.of("code", first)).statusCode())
                .isEqualTo(401);
        assertThat(again.post("/login/code", Map.of("code", code(secret, 1))).statusCode())
                .isEqualTo(303);
        assertThat(again.get("/inbox").statusCode()).isEqualTo(200);

        var lost = stranger();
        logIn(lost, "tom@acme.test", "a good one");
        assertThat(lost.post("/login/code", Map.of("code", kept.getFirst())).statusCode())
                .isEqualTo(303);
        assertThat(lost.get("/inbox").statusCode()).isEqualTo(200);
        var twice = stranger();
        logIn(twice, "tom@acme.test", "a good one");
        assertThat(twice.post("/login/code", Map.of("code", kept.getFirst())).statusCode())
                .isEqualTo(401);

        assertThat(basic("tom@acme.test", "a good one")).isEqualTo(401);
        long id = server.caller(server.acme(), "tom@acme.test").agentId();
        assertThat(ada.page("/setup/logins")).contains("second factor");
        ada.post("/setup/logins/" + id + "/second-factor", Map.of());
        assertThat(logIn(stranger(), "tom@acme.test", "a good one").headers().firstValue("Location"))
                .contains("/inbox");
    }

    @Test
    void too_many_wrong_codes_lock() {
        var una = Browser.agent(server, "una@acme.test", TicketScope.GLOBAL);
        una.page("/profile/login");
        una.post("/profile/login/second-factor", Map.of());
        byte[] secret = decoded(Jsoup.parse(una.page("/profile/login"))
                .selectFirst(".fresh-key")
                .text());
        una.post("/profile/login/second-factor/confirm", Map.of("code", code(secret, 0)));
        var guess = stranger();
        logIn(guess, "una@acme.test", "a good one");
        for (int i = 0; i < 10; i++)
            assertThat(guess.post("/login/code", Map.of("code", "no" + i)).statusCode())
                    .isEqualTo(401);
        assertThat(guess.post("/login/code", Map.of("code", code(secret, 1))).statusCode())
                .isEqualTo(429);
    }

    /** RFC 6238, appendix B: the last six of its eight digits. */
    @Test
    void codes_are_those_of_the_standard() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(SecondFactors.step(secret, "287082", Instant.ofEpochSecond(59), 0))
                .isEqualTo(1);
        assertThat(SecondFactors.step(secret, "081804", Instant.ofEpochSecond(1_111_111_109), 0))
                .isEqualTo(37_037_036);
        assertThat(SecondFactors.step(secret, "287082", Instant.ofEpochSecond(59), 1))
                .isNull();
        assertThat(SecondFactors.step(secret, "287082", Instant.ofEpochSecond(200), 0))
                .isNull();
        assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(decoded("MZXW6YTBOI")).isEqualTo("foobar".getBytes(StandardCharsets.US_ASCII));
    }

    private static int basic(String email, String password) {
        return new RawHttp(server.address(), null)
                .call("GET", "/api/v2/tickets", Map.of("Authorization", RawHttp.basic(email, password)))
                .status();
    }

    private static String code(byte[] secret, int later) {
        try {
            var generator = new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30));
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()),
                    Instant.now().plusSeconds(30L * later));
        } catch (java.security.InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String base32) {
        var bits = new StringBuilder();
        for (char letter : base32.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(String.format("%5s", Integer.toBinaryString(value)).replace(' ', '0'));
        }
        var hex = new StringBuilder();
        for (int i = 0; i + 8 <= bits.length(); i += 8)
            hex.append(String.format("%02x", Integer.parseInt(bits.substring(i, i + 8), 2)));
        return HexFormat.of().parseHex(hex);
    }
}
