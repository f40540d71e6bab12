package dev.hilo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.Browser;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Getting in and out by the door, and by no window. */
class LoginPagesTest {

    private static final Map<String, String> OWN = Map.of("Sec-Fetch-Site", "same-origin");
    private static final Map<String, String> ADA = Map.of("email", TestServer.ADMIN, "password", "correct horse");

    static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_page_asks_to_log_in_and_comes_back() {
        var browser = new Browser(server.address());
        var asked = browser.get("/profile");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.headers().firstValue("Location")).contains("/login?to=%2Fprofile");
        var in =
                browser.post("/login", Map.of("email", "ADA@acme.test", "password", "correct horse", "to", "/profile"));
        assertThat(in.headers().firstValue("Location")).contains("/profile");
        assertThat(browser.page("/profile")).contains("Ada Admin", "this browser");
    }

    @Test
    void the_cookie_is_for_no_script_and_no_other_site() {
        var cookie = new Browser(server.address())
                .post("/login", ADA)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(cookie).startsWith("hilo_session=").contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void a_wrong_password_is_told_and_ten_lock_the_address_out() {
        server.agent("lou@acme.test", dev.hilo.accounts.TicketScope.GLOBAL);
        var browser = new Browser(server.address());
        for (int i = 0; i < 10; i++) {
            var wrong = browser.post("/login", Map.of("email", "lou@acme.test", "password", "wrong"));
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).contains("do not go together").doesNotContain("value=\"wrong\"");
        }
        assertThat(browser.post("/login", Map.of("email", "lou@acme.test", "password", "wrong"))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void a_form_of_another_site_or_without_its_token_is_refused() {
        var ada = Browser.admin(server);
        var theme = Map.of("value", "dark", "to", "/profile");
        assertThat(ada.post("/theme", theme, Map.of("Sec-Fetch-Site", "cross-site", "X-CSRF", ada.token()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ada.post("/theme", theme, Map.of("Origin", "https://evil.test", "X-CSRF", ada.token()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ada.post("/theme", theme, Map.of("X-CSRF", ada.token())).statusCode())
                .isEqualTo(403);
        assertThat(ada.post("/theme", theme, OWN).statusCode()).isEqualTo(403);
        assertThat(ada.post("/theme", theme).statusCode()).isEqualTo(303);
        assertThat(new Browser(server.address()).post("/login", ADA, Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobody_is_led_to_another_site() {
        for (var to : new String[] {"//evil.test", "https://evil.test/", "/\\evil.test", "javascript:alert(1)"}) {
            var in = new Browser(server.address())
                    .post("/login", Map.of("email", TestServer.ADMIN, "password", "correct horse", "to", to));
            assertThat(in.headers().firstValue("Location")).as(to).contains("/inbox");
        }
    }

    @Test
    void sessions_are_listed_and_ended() {
        var here = Browser.admin(server);
        var there = Browser.admin(server);
        assertThat(there.post("/profile/sessions/end-others", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(here.get("/profile").statusCode()).isEqualTo(303);
        assertThat(there.post("/logout", Map.of()).headers().firstValue("Location"))
                .contains("/login");
        assertThat(there.get("/profile").statusCode()).isEqualTo(303);
    }

    @Test
    void pages_load_nothing_from_elsewhere_and_assets_stay_for_ever() {
        var page = new Browser(server.address()).get("/login");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain(" style=\"", " onclick=", "<style", "src=\"http", "href=\"http");
        var assets = Pattern.compile("/assets/[0-9a-f]{16}/[a-z.]+").matcher(page.body());
        int seen = 0;
        while (assets.find()) {
            var asset = new Browser(server.address()).get(assets.group());
            assertThat(asset.statusCode()).as(assets.group()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable");
            seen++;
        }
        assertThat(seen).isGreaterThan(5);
    }

    @Test
    void languages_and_themes_are_remembered() {
        var browser = new Browser(server.address());
        assertThat(browser.post("/language", Map.of("value", "es", "to", "/login"))
                        .statusCode())
                .isEqualTo(303);
        browser.post("/theme", Map.of("value", "dark"));
        assertThat(browser.page("/login")).contains("lang=\"es\"", "data-theme=\"dark\"", "Contraseña");
    }

    @Test
    void a_key_opens_no_page_and_a_session_no_api() {
        var key = new RawHttp(server.address(), server.adminKey());
        assertThat(key.get("/profile").status()).isEqualTo(303);
        assertThat(Browser.admin(server).get("/api/v2/tickets").statusCode()).isEqualTo(401);
    }

    @Test
    void what_is_not_there_is_told_in_words() {
        var ada = Browser.admin(server);
        var missing = ada.get("/no/such/page");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("There is nothing here.");
    }
}
