package dev.hilo.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.hilo.client.HiloClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What people do in the demo with a browser, from the log-in to the mail that arrives. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesTest {

    private static final Path SCREENSHOTS =
            Path.of(System.getenv().getOrDefault("HILO_TEST_SCREENSHOTS", "target/screenshots"));

    @TempDir
    static Path home;

    static GreenMail mail;
    static HiloProcess hilo;
    static HiloClient api;
    static Chromium chromium;
    static Page ada;
    static long replied;

    @BeforeAll
    static void start() {
        Chromium.require();
        setDefaultAssertionTimeout(20_000);
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        hilo = HiloProcess.start(
                "demo",
                home,
                Map.of(
                        "HILO_SMTP_HOST", "127.0.0.1",
                        "HILO_SMTP_PORT", "" + mail.getSmtp().getPort(),
                        "HILO_SMTP_TLS", "off"));
        api = new HiloClient(hilo.http(), hilo.key());
        chromium = Chromium.at(hilo.http());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) chromium.close();
        if (hilo != null) hilo.close();
        if (mail != null) mail.stop();
    }

    @AfterEach
    void nothing_went_wrong_on_the_way() {
        chromium.assertNoComplaints();
    }

    @Test
    @Order(1)
    void the_keyboard_alone_logs_in_finds_a_ticket_and_replies() {
        replied = ticket("zeppelin@customer.test", "The zeppelin has no anchor", "Where is it?");
        ada = chromium.visitor("en", ColorScheme.LIGHT, 1440, 900);
        ada.navigate("/tickets/" + replied);
        assertThat(ada.locator(".gate-demo")).containsText("This is a demo");
        shoot(ada, "login");
        ada.keyboard().type(said("Log-in +(\\S+)"));
        ada.keyboard().press("Tab");
        ada.keyboard().type(said("password (\\S+)"));
        ada.keyboard().press("Enter");
        assertThat(ada.locator("#subject")).hasText("The zeppelin has no anchor");

        ada.keyboard().press("g");
        ada.keyboard().press("i");
        assertThat(ada.locator("#list-title")).hasText("Mine");
        ada.keyboard().press("/");
        ada.keyboard().type("zeppelin anchor");
        ada.keyboard().press("Enter");
        assertThat(ada.locator(".row")).hasCount(1);
        assertThat(ada.locator("#list-title")).hasText("Found");
        ada.locator("#main").focus();
        ada.keyboard().press("j");
        ada.keyboard().press("Enter");
        assertThat(ada.locator("#subject")).hasText("The zeppelin has no anchor");
        ada.keyboard().press("r");
        ada.keyboard().type("The anchor is on its way.");
        ada.keyboard().press("Control+Enter");
        assertThat(ada.locator(".card-message.is-reply")).containsText("The anchor is on its way.");
        assertThat(ada.locator(".toast-line")).containsText("Undo");
    }

    @Test
    @Order(2)
    void a_note_survives_a_reload_and_tells_whom_it_mentions() {
        ada.keyboard().press("Escape");
        ada.locator("#tab-note").click();
        ada.locator("#editor-note").pressSequentially("@Ada Admin have a look");
        assertThat(ada.locator(".draft-state")).hasText("Draft kept");
        ada.reload();
        ada.locator("#tab-note").click();
        assertThat(ada.locator("#editor-note")).hasText("@Ada Admin have a look");
        ada.locator(".send").click();
        assertThat(ada.locator(".card-message.is-note")).containsText("have a look");
        assertThat(ada.locator("#editor-note")).hasText("");
    }

    @Test
    @Order(3)
    void what_somebody_else_does_shows_by_itself() {
        api.post("/tickets/" + replied + "/notes", Map.of("body", "Said from afar."));
        api.put("/tickets/" + replied, Map.of("priority", 4));
        assertThat(ada.locator(".card-message.is-note").last()).containsText("Said from afar.");
        assertThat(ada.locator("#head")).containsText("Urgent");
        assertThat(ada.locator("#p-priority")).hasValue("4");
    }

    @Test
    @Order(4)
    void a_reply_is_taken_back() {
        long id = ticket("rue@customer.test", "Regretted", "?");
        ada.navigate("/tickets/" + id);
        ada.locator("#editor-reply").pressSequentially("Too fast");
        ada.locator(".send").click();
        assertThat(ada.locator(".card-message.is-reply")).hasCount(1);
        ada.locator(".toast-line button", new Page.LocatorOptions().setHasText("Undo"))
                .last()
                .click();
        assertThat(ada.locator(".card-message.is-reply")).hasCount(0);
        assertThat(ada.locator("#editor-reply")).hasText("Too fast");
    }

    @Test
    @Order(5)
    void many_are_closed_at_once_and_opened_again() {
        for (int i = 0; i < 3; i++) ticket("bulk@customer.test", "Bulky matter " + i, "?");
        ada.navigate("/inbox?view=unassigned&q=bulky");
        assertThat(ada.locator(".row")).hasCount(3);
        for (int i = 0; i < 3; i++) ada.locator(".row-check input").nth(i).check();
        assertThat(ada.locator("#bulk")).containsText("3 selected");
        ada.keyboard().press("e");
        assertThat(ada.locator(".toast-line")).containsText("3 tickets changed.");
        assertThat(ada.locator(".row .tag", new Page.LocatorOptions().setHasText("Closed")))
                .hasCount(3);
        ada.locator(".toast-line button", new Page.LocatorOptions().setHasText("Undo"))
                .click();
        assertThat(ada.locator(".row .tag", new Page.LocatorOptions().setHasText("Closed")))
                .hasCount(0);
    }

    @Test
    @Order(6)
    void a_long_thread_opens_at_its_end_and_is_read_back_to_its_beginning() {
        long id = ticket("long@customer.test", "A long story", "It began in spring.");
        ada.navigate("/profile");
        IntStream.range(0, 10_000)
                .parallel()
                .forEach(i -> api.post("/tickets/" + id + "/notes", Map.of("body", "Chapter " + i + ".")));
        api.post("/tickets/" + id + "/notes", Map.of("body", "The end."));
        ada.navigate("/tickets/" + id);
        assertThat(ada.getByText("The end.")).isInViewport();
        assertThat(ada.getByText("It began in spring.")).hasCount(0);
        assertThat(ada.locator(".card-message")).hasCount(30);
        for (int wanted = 60; wanted <= 150; wanted += 30) {
            ada.locator("#thread").evaluate("box => { box.scrollTop = 0; }");
            assertThat(ada.locator(".card-message")).hasCount(wanted);
        }
        ada.locator(".pill", new Page.LocatorOptions().setHasText("To the first"))
                .click();
        assertThat(ada.getByText("It began in spring.").first()).isVisible();
    }

    @Test
    @Order(7)
    void nothing_hostile_acts() throws IOException {
        var hostile = List.of(
                "<script>parent.pwned=1;alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)><math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data=javascript:alert(1)>",
                "<a href=\"javascript:alert(1)\" hx-get=/logout hx-trigger=load>x</a><form action=/logout method=post><button>x",
                "<style>*{display:none}</style><link rel=stylesheet href=//evil.test/x.css><base href=//evil.test/>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<img src='https://tracker.test/p.gif'><div style=\"background:url(https://tracker.test/q.gif)\">x</div>",
                "${7*7} {{constructor.constructor('alert(1)')()}} @{alert(1)}");
        for (var bad : hostile) {
            var short_ = bad.length() > 200 ? bad.substring(0, 200) : bad;
            var made = api.post(
                    "/tickets",
                    Map.of(
                            "email",
                            "mallory" + bad.hashCode() + "@customer.test",
                            "name",
                            short_,
                            "subject",
                            short_,
                            "description",
                            bad,
                            "status",
                            2,
                            "priority",
                            1,
                            "tags",
                            List.of("x" + short_.substring(0, 20))));
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            long id = made.json().get("id").asLong();
            api.post("/tickets/" + id + "/notes", Map.of("body", bad));
            ada.navigate("/tickets/" + id + "?view=all");
            assertThat(ada.locator("#subject")).hasText(short_.replaceAll("\\s+", " "));
            assertThat(ada.locator(".card-message").count()).isEqualTo(2);
            assertThat(ada.evaluate("window.pwned")).isNull();
            assertThat(ada.locator("#main script, #main iframe, #main object, #main style, #main .message-body form")
                            .count())
                    .isZero();
        }
        ada.navigate("/inbox?view=all");
        assertThat(ada.locator(".row").first()).isVisible();
    }

    @Test
    @Order(8)
    void every_page_can_be_used_by_everybody() {
        var found = new LinkedHashMap<String, List<String>>();
        String ticket = "/tickets/" + replied + "?view=all";
        ticket("zeppelin@customer.test", "The zeppelin again", "To be merged.");
        for (var look : Map.of("en", "light", "es", "dark").entrySet()) {
            String how = look.getKey() + " " + look.getValue() + " ";
            choose("/language", look.getKey());
            choose("/theme", look.getValue());
            for (var path : pages()) {
                ada.navigate(path);
                assertThat(ada.locator("html")).hasAttribute("lang", look.getKey());
                check(found, how + path, ada);
            }
            ada.navigate(ticket);
            assertThat(ada.locator("#work h2").first()).isAttached();
            check(found, how + "ticket", ada);
            ada.locator("#thread").focus();
            ada.keyboard().press("m");
            assertThat(ada.locator("#merge-list li").first()).isVisible();
            check(found, how + "merge", ada);
            ada.keyboard().press("Escape");
            ada.navigate("/inbox?view=all");
            ada.keyboard().press("Control+k");
            check(found, how + "palette", ada);
            shoot(ada, "palette-" + look.getValue());
            ada.keyboard().press("Escape");
        }
        chromium.complaints().forEach(complaint -> assertThat(complaint).contains("404"));
        assertThat(found).isEmpty();
    }

    /** All but that of a ticket. */
    private static List<String> pages() {
        var contact = api.get("/contacts?per_page=1").json().get(0).get("id");
        var company = api.get("/companies?per_page=1").json().get(0).get("id");
        var article = id(hilo.http() + "/help", "/help/articles/");
        return List.of(
                "/inbox?view=all",
                "/inbox?view=mine&tag=none",
                "/attention",
                "/dashboards/volume",
                "/dashboards/speed",
                "/contacts",
                "/contacts/" + contact,
                "/companies",
                "/companies/" + company,
                "/agents",
                "/groups",
                "/roles",
                "/solutions",
                "/solutions/articles/" + article,
                "/simulations",
                "/ai",
                "/profile",
                "/profile/keys",
                "/profile/login",
                "/password/forgotten",
                "/setup/logins",
                "/setup/keys",
                "/setup/mailboxes",
                "/setup/mailboxes/new",
                "/setup/webhooks",
                "/setup/exports",
                "/setup/link",
                "/setup/audit",
                "/help",
                "/help/articles/" + article,
                "/no/such/page");
    }

    /** The number in the first link of a page that begins so. */
    private static String id(String page, String link) {
        ada.navigate(page);
        String href = ada.locator("a[href^='" + link + "']").first().getAttribute("href");
        return href.substring(link.length()).replaceAll("\\D.*", "");
    }

    private static void choose(String path, String value) {
        ada.navigate("/profile");
        var button = ada.locator("section form[action='" + path + "'] button[value='" + value + "']");
        ada.waitForResponse("**/profile", button::click);
    }

    private static void check(Map<String, List<String>> found, String where, Page page) {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        var told = new ArrayList<String>();
        violations.forEach(rule -> rule.getNodes()
                .forEach(node -> told.add(rule.getId() + " " + node.getTarget() + " " + node.getHtml())));
        if (!told.isEmpty()) found.put(where, told);
    }

    @Test
    @Order(9)
    void a_telephone_shows_everything_without_scrolling_sideways() {
        choose("/language", "en");
        choose("/theme", "auto");
        ada.setViewportSize(375, 740);
        var paths = new ArrayList<>(pages());
        paths.add("/tickets/" + replied);
        for (var path : paths) {
            ada.navigate(path);
            assertThat(((Number) ada.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(path)
                    .isLessThanOrEqualTo(375);
        }
        ada.setViewportSize(1440, 900);
        chromium.complaints().forEach(complaint -> assertThat(complaint).contains("404"));
    }

    @Test
    @Order(10)
    void pictures_are_taken_for_the_papers() {
        long open = api.get("/tickets?per_page=100&order_by=updated_at")
                .json()
                .get(20)
                .get("id")
                .asLong();
        for (var theme : List.of("light", "dark")) {
            ada.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(ColorScheme.valueOf(theme.toUpperCase(java.util.Locale.ROOT))));
            ada.navigate("/inbox?view=overdue");
            assertThat(ada.locator(".row").first()).isVisible();
            shoot(ada, "inbox-" + theme);
            ada.navigate("/tickets/" + open + "?view=all&sort=created");
            assertThat(ada.locator("#subject")).isVisible();
            shoot(ada, "ticket-" + theme);
        }
    }

    @Test
    @Order(11)
    void the_mail_arrives() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            boolean arrived = false;
            for (var message : mail.getReceivedMessages()) {
                boolean isIts = String.valueOf(message.getSubject()).contains("The zeppelin has no anchor");
                arrived |= isIts
                        && com.icegreen.greenmail.util.GreenMailUtil.getBody(message)
                                .contains("anchor is on its");
            }
            assertThat(arrived).isTrue();
        });
        ada.navigate("/tickets/" + replied);
        assertThat(ada.locator(".delivery").first()).hasText("Sent");
    }

    @Test
    @Order(12)
    void a_note_is_edited_and_a_message_is_split_off() {
        long id = ticket("fix@customer.test", "Two matters", "The first matter.");
        api.post("/tickets/" + id + "/notes", Map.of("body", "Call at nine."));
        var customer = api.get("/tickets/" + id).json().get("requester_id");
        api.post(
                "/tickets/" + id + "/notes",
                Map.of("body", "And a second one.", "incoming", true, "user_id", customer));
        ada.navigate("/tickets/" + id);
        ada.locator(".is-note .message-menu summary").click();
        ada.locator(".message-menu[open] .menu-item", text("Edit")).click();
        ada.locator(".entry-edit .editor").fill("Call at ten.");
        ada.locator(".entry-edit button[type=submit]").click();
        assertThat(ada.locator(".is-note .message-body")).hasText("Call at ten.");
        ada.locator(".earlier summary").click();
        assertThat(ada.locator(".earlier-text")).containsText("Call at nine.");
        ada.locator(".is-customer .message-menu summary").click();
        chromium.agreeing(() -> {
            ada.locator(".message-menu[open] .menu-item").click();
            assertThat(ada.locator("#thread")).containsText("was a message of ticket " + id);
            assertThat(ada.locator("#m-0")).containsText("And a second one.");
        });
    }

    @Test
    @Order(13)
    void tickets_are_merged_by_key_and_forwarded() {
        long stays = ticket("twice@customer.test", "Asked first", "?");
        long goes = ticket("twice@customer.test", "Asked again", "?");
        ada.navigate("/tickets/" + goes);
        assertThat(ada.locator("#work h2").first()).isAttached();
        ada.locator("#thread").focus();
        ada.keyboard().press("m");
        ada.locator("#merge-list button", text("Asked first")).click();
        ada.locator(".merge-form input[value=other]").check();
        ada.locator(".merge-form button[type=submit]").click();
        assertThat(ada.locator("#subject")).hasText("Asked first");
        assertThat(ada.locator("#work")).containsText("Asked again");
        ada.locator("#thread").focus();
        ada.keyboard().press("f");
        ada.locator("#c-to").fill("carrier@forward.test");
        ada.locator("#editor-forward").pressSequentially("Can you help?");
        ada.locator(".send").click();
        assertThat(ada.locator(".card-message.is-forward")).containsText("carrier@forward.test");
        assertThat(api.get("/tickets/" + stays + "/conversations").json().size())
                .isGreaterThan(1);
    }

    @Test
    @Order(14)
    void a_manager_steps_in_where_it_matters_and_looks_behind_a_number() throws IOException {
        ada.navigate("/attention");
        assertThat(ada.locator("#main a[href^='/tickets/']").first()).isVisible();
        shoot(ada, "attention");
        ada.navigate("/dashboards/volume");
        assertThat(ada.locator("#main svg, #main canvas").first()).isVisible();
        shoot(ada, "dashboard");
        var download =
                ada.waitForDownload(() -> ada.locator("a[href*='/csv']").first().click());
        assertThat(Files.readString(download.path())).contains(",");
        ada.locator("a[href*='/tickets?']").first().click();
        assertThat(ada.locator("#main a[href^='/tickets/']").first()).isVisible();
    }

    @Test
    @Order(15)
    void another_hilo_is_linked_and_watched_while_it_loads() {
        ada.navigate("/setup/link");
        ada.locator("#domain").fill(hilo.http().toString());
        ada.locator("#key").fill(hilo.key());
        ada.locator("#subdomain").fill("mirror");
        ada.locator("#share").fill("100");
        ada.locator("button", text("Try the key")).click();
        assertThat(ada.locator(".notice")).containsText("The key opens it.");
        ada.locator("#password").fill("correct horse battery");
        ada.locator("button", text("Link it")).click();
        assertThat(ada.locator(".fresh-key")).hasCount(1);

        var there = chromium.visitor("en", ColorScheme.LIGHT, 1440, 900);
        String mirror = "http://mirror.localhost:" + hilo.http().getPort();
        there.navigate(mirror + "/login");
        there.locator("#email").fill(said("Log-in +(\\S+)"));
        there.locator("#password").fill("correct horse battery");
        there.locator("button[type=submit]").first().click();
        assertThat(there.locator("#main")).isVisible();
        there.navigate(mirror + "/setup/link");
        assertThat(there.locator("#standing .line").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        shoot(there, "mirror");
    }

    @Test
    @Order(20)
    void a_customer_comes_in_by_a_link_answers_and_rates() {
        var zoe = chromium.visitor("en", ColorScheme.LIGHT, 1440, 900);
        logIn(zoe, "zeppelin@customer.test");
        assertThat(zoe.locator("h1")).hasText("My tickets");
        zoe.locator("a", text("no anchor")).click();
        assertThat(zoe.locator(".portal-thread")).containsText("The anchor is on its way.");
        assertThat(zoe.locator(".portal-thread")).not().containsText("have a look");
        zoe.locator("#body").fill("It has come.");
        zoe.locator("form[action$='/reply'] button").click();
        assertThat(zoe.locator(".portal-message").last()).containsText("It has come.");
        ada.navigate("/tickets/" + replied);
        assertThat(ada.locator("#thread")).containsText("It has come.");
        zoe.locator("form[action$='/solved'] button").click();
        assertThat(zoe.locator(".portal-status")).containsText("Resolved");
        zoe.locator("a[href$='/rate']").click();
        zoe.locator("input[type=radio]").first().check();
        usableHere(zoe);
        zoe.locator("form[action='/help/rate'] button").click();
        assertThat(zoe.locator("[role=status]").first()).containsText("Thank you");
        zoe.navigate("/help/tickets/new");
        var typed = new Page.WaitForResponseOptions();
        zoe.waitForResponse(
                "**/help/suggestions*", typed, () -> zoe.locator("#subject").pressSequentially("parcel"));
        zoe.locator("#description").fill("Another question");
        zoe.locator("form.panel button[type=submit]").click();
        assertThat(zoe.locator("h1")).hasText("parcel");
        usable(zoe, "light", "/help/tickets/new");
    }

    @Test
    @Order(21)
    void the_portal_can_be_used_in_the_dark_in_spanish_and_on_a_telephone() {
        ticket("ruben@customer.test", "¿Dónde está?", "?");
        var ruben = chromium.visitor("es", ColorScheme.DARK, 375, 740);
        logIn(ruben, "ruben@customer.test");
        ruben.navigate("/help");
        ruben.locator("button[value=es]").click();
        assertThat(ruben.locator("html")).hasAttribute("lang", "es");
        usable(ruben, "dark", "/help/tickets?state=all");
    }

    private static void logIn(Page page, String email) {
        page.navigate("/help/tickets");
        page.locator("#email").fill(email);
        usableHere(page);
        page.locator("form[action='/help/login'] button").click();
        assertThat(page.locator("[role=status]").first()).containsText(email);
        var link = await().atMost(Duration.ofSeconds(20)).until(() -> link(email), found -> found != null);
        page.navigate(link);
        page.locator("form[action='/help/enter'] button").click();
    }

    /** The path of the link that was mailed to somebody, or null. */
    private static String link(String email) {
        for (var message : mail.getReceivedMessages()) {
            String raw = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(message)
                    .replace("=\r\n", "")
                    .replace("=3D", "=");
            var found = java.util.regex.Pattern.compile("/help/enter\\?link=[\\w-]{43}")
                    .matcher(raw);
            if (raw.contains("To: " + email) && found.find()) return found.group();
        }
        return null;
    }

    private static void usableHere(Page page) {
        var found = new LinkedHashMap<String, List<String>>();
        check(found, page.url(), page);
        assertThat(found).isEmpty();
    }

    /** A ticket and one page more as axe sees them, neither wider than its window. */
    private static void usable(Page page, String look, String more) {
        var found = new LinkedHashMap<String, List<String>>();
        int width = page.viewportSize().width;
        page.navigate("/help/tickets?state=all");
        String ticket = page.locator(".line a").first().getAttribute("href");
        for (var path : List.of(more, ticket)) {
            page.navigate(path);
            check(found, path, page);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(path)
                    .isLessThanOrEqualTo(width);
        }
        page.navigate(ticket);
        shoot(page, "portal-" + look);
        assertThat(found).isEmpty();
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void shoot(Page page, String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private static String said(String pattern) {
        var found = java.util.regex.Pattern.compile(pattern).matcher(hilo.announcement());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static long ticket(String email, String subject, String description) {
        var made = api.post(
                "/tickets",
                Map.of("email", email, "subject", subject, "description", description, "status", 2, "priority", 1));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asLong();
    }
}
