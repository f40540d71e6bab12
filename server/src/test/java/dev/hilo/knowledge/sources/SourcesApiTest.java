package dev.hilo.knowledge.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import dev.hilo.client.Form;
import dev.hilo.client.HiloClient;
import dev.hilo.knowledge.sources.StandIn.Page;
import dev.hilo.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourcesApiTest {

    static final String OURS = "/api/hilo/v1/knowledge";
    static TestServer server;
    static HiloClient ada;
    StandIn there;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        there = new StandIn();
    }

    @AfterEach
    void close() {
        there.close();
    }

    private static JsonNode create(Map<String, Object> body) {
        var made = ada.post(OURS + "/sources", body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return awaitEnd(made.json().get("id").asLong());
    }

    private static JsonNode awaitEnd(long id) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> ada.get(OURS + "/sources/" + id).json(),
                        source -> List.of("READ", "FAILED")
                                .contains(source.get("state").asText()));
    }

    private static JsonNode readAgain(JsonNode source) {
        long id = source.get("id").asLong();
        var asked = ada.post(OURS + "/sources/" + id + "/read", (Object) null);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        return awaitEnd(id);
    }

    /** Those that have the first word of the query; others are found too where little is known. */
    private static List<String> texts(String query, String more) {
        var found = ada.get(OURS + "/search?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more);
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        var texts = new ArrayList<String>();
        for (var passage : found.json()) {
            texts.add(
                    passage.get("kind").asText() + " | " + passage.get("title").asText() + " | "
                            + passage.get("address").asText() + " | "
                            + passage.get("text").asText());
        }
        texts.removeIf(text -> !text.toLowerCase(Locale.ROOT).contains(query.split(" ")[0]));
        return texts;
    }

    private static void counts(JsonNode source, int found, int taken, int gone) {
        assertThat(source.get("error").isNull()).as(source.toString()).isTrue();
        assertThat(List.of(
                        source.get("found").asInt(),
                        source.get("taken").asInt(),
                        source.get("gone").asInt()))
                .as(source.toString())
                .containsExactly(found, taken, gone);
    }

    @Test
    void files_of_each_kind_are_taken_in_and_taken_out() throws Exception {
        var source = create(Map.of("kind", "files", "name", "Manuals"));
        String files = OURS + "/sources/" + source.get("id").asLong() + "/files";
        var added = ada.raw()
                .post(
                        files,
                        new Form()
                                .file(
                                        "files[]",
                                        "pump.pdf",
                                        pdf("The quince pump is bled at the left valve."),
                                        "application/pdf")
                                .file(
                                        "files[]",
                                        "lathe.docx",
                                        docx("Speeds", "The quince lathe runs at 900 turns."),
                                        "x/y")
                                .file(
                                        "files[]",
                                        "saw.md",
                                        bytes("# Saws\n\n## Blades\n\nA quince saw takes blade 7."),
                                        "x/y")
                                .file(
                                        "files[]",
                                        "faq.csv",
                                        bytes("question,answer\nWhat is a quince drill?,A thin one."),
                                        "x/y")
                                .file(
                                        "files[]",
                                        "oven.html",
                                        bytes("<nav>Home</nav><main><p>The quince oven bakes.</p></main>"),
                                        "x/y")
                                .file("files[]", "mill.txt", bytes("A quince mill is oiled twice."), "x/y"));
        assertThat(added.status()).as(added.toString()).isEqualTo(200);
        assertThat(added.json()).hasSize(6);

        var found = texts("quince", "&limit=20");
        assertThat(found).hasSize(6).allMatch(text -> text.startsWith("files | "));
        assertThat(found).anyMatch(text -> text.contains("pump") && text.contains("left valve"));
        assertThat(found).anyMatch(text -> text.contains("lathe – Speeds") && text.contains("900 turns"));
        assertThat(found).anyMatch(text -> text.contains("saw – Blades") && text.contains("blade 7"));
        assertThat(found).anyMatch(text -> text.contains("question: What is a quince drill?\nanswer: A thin one."));
        assertThat(found).anyMatch(text -> text.contains("oven bakes") && !text.contains("Home"));
        assertThat(texts("quince", "&audience=customers")).isEmpty();

        var told = ada.put(OURS + "/sources/" + source.get("id").asLong(), Map.of("for_customers", true));
        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        assertThat(texts("quince", "&audience=customers&limit=20")).hasSize(6);

        var again = ada.raw()
                .post(files, new Form().file("files[]", "mill.txt", bytes("A quince mill is cleaned."), "x/y"));
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(texts("quince mill", "&limit=20"))
                .hasSize(6)
                .anyMatch(text -> text.contains("is cleaned"))
                .noneMatch(text -> text.contains("oiled twice"));

        String documents = OURS + "/sources/" + source.get("id").asLong() + "/documents";
        for (var document : ada.get(documents).json()) {
            if (!document.get("key").asText().equals("saw.md")) continue;
            assertThat(ada.delete(documents + "/" + document.get("id").asLong()).status())
                    .isEqualTo(204);
        }
        assertThat(texts("quince saw", "&limit=20")).hasSize(5).noneMatch(text -> text.contains("blade 7"));
        assertThat(ada.delete(OURS + "/sources/" + source.get("id").asLong()).status())
                .isEqualTo(204);
        assertThat(texts("quince", "&limit=20")).isEmpty();
    }

    @Test
    void a_damaged_file_is_refused_and_changes_nothing() {
        var source = create(Map.of("kind", "files", "name", "Broken"));
        String files = OURS + "/sources/" + source.get("id").asLong() + "/files";
        for (var name : List.of("a.pdf", "a.docx", "a.exe")) {
            var refused = ada.raw()
                    .post(
                            files,
                            new Form()
                                    .file("files[]", "fine.txt", bytes("A fine medlar text."), "text/plain")
                                    .file("files[]", name, bytes("%PDF-1.4 no pdf at all"), "application/pdf"));
            assertThat(refused.status()).as(name + " " + refused).isEqualTo(400);
        }
        assertThat(texts("medlar", "")).isEmpty();
    }

    @Test
    void a_folder_is_followed_file_by_file() throws Exception {
        var folder = Files.createDirectories(
                Path.of("target", "test-files", "" + ProcessHandle.current().pid(), "papers", "deep"));
        var one = Files.writeString(folder.resolve("one.txt"), "The sorrel heater hums.");
        var two = Files.writeString(folder.resolve("two.md"), "The sorrel cooler purrs.");
        Files.writeString(folder.resolve(".hidden.txt"), "The sorrel secret.");
        Files.writeString(folder.resolve("picture.png"), "sorrel");
        var outside = Files.writeString(Files.createTempFile("outside", ".txt"), "The sorrel outsider.");
        Files.deleteIfExists(folder.resolve("link.txt"));
        Files.createSymbolicLink(folder.resolve("link.txt"), outside);

        var source = create(Map.of(
                "kind",
                "folder",
                "name",
                "Papers",
                "address",
                folder.getParent().toString()));
        counts(source, 2, 2, 0);
        assertThat(texts("sorrel", "")).hasSize(2).noneMatch(text -> text.contains("secret"));

        Files.writeString(one, "The sorrel heater hums loudly.");
        Files.delete(two);
        counts(readAgain(source), 1, 1, 1);
        assertThat(texts("sorrel", "")).hasSize(1).allMatch(text -> text.contains("loudly"));
        counts(readAgain(source), 1, 0, 0);

        for (var forbidden : List.of("/etc", "target", "../../..", folder + "/../../../..", "no/such\0folder")) {
            var refused = ada.post(OURS + "/sources", Map.of("kind", "folder", "name", "x", "address", forbidden));
            assertThat(refused.status()).as(forbidden + " " + refused).isEqualTo(400);
        }
    }

    @Test
    void a_site_is_read_by_its_sitemap_within_its_robots_txt() {
        String site = there.address();
        there.pages.put("/robots.txt", new Page(200, "text/plain", "User-agent: *\nDisallow: /private/", Map.of()));
        there.pages.put(
                "/sitemap.xml",
                Page.xml("<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>" + site
                        + "/pages.xml</loc></sitemap></sitemapindex>"));
        var listed = new HashMap<String, String>();
        listed.put("/one", "2024-01-01T00:00:00Z");
        listed.put("/two", null);
        listed.put("/private/three", null);
        listed.put("/gone", null);
        sitemap(listed);
        there.pages.put(
                "/one",
                Page.html("<title>x</title><header>Shop</header><main><h1>Warranty</h1><h2>Length</h2>"
                        + "<p>The teasel warranty lasts two years.</p></main>"));
        there.pages.put("/two", Page.html("<title>Colours</title><body><p>Teasels come in red.</p></body>"));
        there.pages.put("/private/three", Page.html("<p>Teasel secrets.</p>"));

        var source = create(Map.of("kind", "site", "name", "Web", "address", site + "/sitemap.xml"));
        assertThat(source.get("state").asText()).as(source.toString()).isEqualTo("READ");
        assertThat(source.get("documents").asInt()).isEqualTo(2);
        assertThat(source.get("failed").asInt()).isEqualTo(1);
        var found = texts("teasel", "");
        assertThat(found)
                .anyMatch(text -> text.startsWith("site | Warranty – Length | " + site + "/one | The teasel warranty"))
                .anyMatch(text -> text.startsWith("site | Colours | " + site + "/two | "))
                .hasSize(2);
        assertThat(there.asked).noneMatch(path -> path.contains("private"));
        var documents = ada.get(OURS + "/sources/" + source.get("id").asLong() + "/documents")
                .json();
        assertThat(documents.get(0).get("key").asText()).isEqualTo(site + "/gone");
        assertThat(documents.get(0).get("error").asText()).contains("nothing at");

        there.asked.clear();
        listed.remove("/gone");
        listed.remove("/two");
        sitemap(listed);
        assertThat(readAgain(source).get("gone").asInt()).isEqualTo(2);
        assertThat(there.asked).doesNotContain("GET /one");
        assertThat(texts("teasel", "")).hasSize(1);

        there.pages.put("/sitemap.xml", Page.status(404, Map.of()));
        var failed = readAgain(source);
        assertThat(failed.get("state").asText()).isEqualTo("FAILED");
        assertThat(failed.get("error").asText()).contains("nothing at " + site + "/sitemap.xml");
        assertThat(texts("teasel", "")).hasSize(1);
    }

    private void sitemap(Map<String, String> pages) {
        there.pages.put(
                "/pages.xml",
                Page.xml("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                        + pages.entrySet().stream()
                                .map(p -> "<url><loc>" + there.address() + p.getKey() + "</loc>"
                                        + (p.getValue() == null ? "" : "<lastmod>" + p.getValue() + "</lastmod>")
                                        + "</url>")
                                .collect(Collectors.joining())
                        + "</urlset>"));
    }

    @Test
    void a_space_of_confluence_cloud_is_read_page_by_page_and_waits_when_asked_to() {
        String credentials =
                "Basic " + Base64.getEncoder().encodeToString("ada@acme.test:token".getBytes(StandardCharsets.UTF_8));
        var refusals = new AtomicInteger(1);
        there.otherwise = (path, headers, body) -> {
            if (!credentials.equals(headers.get("Authorization"))) return Page.status(401, Map.of());
            if (refusals.getAndDecrement() > 0) return Page.status(429, Map.of("Retry-After", "1"));
            return switch (path) {
                case "/wiki/api/v2/spaces?keys=HELP" -> Page.json("{'results':[{'id':'77','key':'HELP'}],'_links':{}}");
                case "/wiki/api/v2/spaces/77/pages?status=current&limit=250" -> Page.json("""
                        {'results':[{'id':'1','title':'Cards','version':{'number':3,'createdAt':'2024-05-01T10:00:00.000Z'},
                          '_links':{'webui':'/spaces/HELP/pages/1/Cards'}}],
                         '_links':{'next':'/wiki/api/v2/spaces/77/pages?cursor=abc','base':'https://acme.atlassian.net/wiki'}}""");
                case "/wiki/api/v2/spaces/77/pages?cursor=abc" -> Page.json("""
                        {'results':[{'id':'2','title':'Bills','version':{'number':1,'createdAt':'2024-05-02T10:00:00.000Z'},
                          '_links':{'webui':'/spaces/HELP/pages/2/Bills'}}],'_links':{'base':'https://acme.atlassian.net/wiki'}}""");
                case "/wiki/api/v2/pages/1?body-format=view" ->
                    Page.json(
                            "{'id':'1','body':{'view':{'value':'<h2>Lost</h2><p>A lost tansy card is blocked at once.</p>'}}}");
                case "/wiki/api/v2/pages/2?body-format=view" ->
                    Page.json("{'id':'2','body':{'view':{'value':'<p>Tansy bills come monthly.</p>'}}}");
                default -> Page.status(404, Map.of());
            };
        };
        var source = create(Map.of(
                "kind",
                "confluence",
                "name",
                "Wiki",
                "address",
                there.address() + "/wiki/",
                "place",
                "HELP",
                "reader",
                "ada@acme.test",
                "key",
                "token",
                "for_customers",
                true));
        counts(source, 2, 2, 0);
        assertThat(source.has("key")).isFalse();
        assertThat(texts("tansy", "&audience=customers"))
                .hasSize(2)
                .anyMatch(
                        text -> text.startsWith(
                                "confluence | Cards – Lost | https://acme.atlassian.net/wiki/spaces/HELP/pages/1/Cards | A lost"));

        there.asked.clear();
        counts(readAgain(source), 2, 0, 0);
        assertThat(there.asked).noneMatch(path -> path.contains("body-format"));
    }

    @Test
    void a_space_of_a_confluence_data_center_is_read_with_a_token_of_its_own() {
        there.otherwise = (path, headers, body) -> {
            if (!"Bearer pat".equals(headers.get("Authorization"))) return Page.status(401, Map.of());
            return switch (path) {
                case "/rest/api/content?type=page&status=current&expand=version&limit=100&spaceKey=OPS" ->
                    Page.json("""
                        {'results':[{'id':'9','title':'Doors','version':{'number':2,'when':'2024-05-01T10:00:00.000+02:00'},
                          '_links':{'webui':'/display/OPS/Doors'}}],'_links':{'base':'http://wiki.acme.test'}}""");
                case "/rest/api/content/9?expand=body.view" ->
                    Page.json("{'id':'9','body':{'view':{'value':'<p>The yarrow door opens at seven.</p>'}}}");
                default -> Page.status(404, Map.of());
            };
        };
        var body = new HashMap<String, Object>(Map.of(
                "kind", "confluence", "name", "Old wiki", "address", there.address(), "place", "OPS", "key", "pat"));
        counts(create(body), 1, 1, 0);
        assertThat(texts("yarrow", ""))
                .containsExactly(
                        "confluence | Doors | http://wiki.acme.test/display/OPS/Doors | The yarrow door opens at seven.");
        body.put("key", "wrong");
        var refused = create(body);
        assertThat(refused.get("state").asText()).isEqualTo("FAILED");
        assertThat(refused.get("error").asText()).contains("may not read").doesNotContain("wrong");
    }

    @Test
    void google_docs_are_exported_with_a_token_for_a_signed_assertion() throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        String key = Json.MAPPER.writeValueAsString(Map.of(
                "type",
                "service_account",
                "client_email",
                "reader@acme.iam.gserviceaccount.com",
                "private_key",
                pem,
                "token_uri",
                there.address() + "/token"));
        there.otherwise = (path, headers, body) -> {
            if (path.equals("/token")) {
                return isSigned(body, pair.getPublic())
                        ? Page.json("{'access_token':'t0k','expires_in':3600,'token_type':'Bearer'}")
                        : Page.status(400, Map.of());
            }
            if (!"Bearer t0k".equals(headers.get("Authorization"))) return Page.status(401, Map.of());
            String clear = URLDecoder.decode(path, StandardCharsets.UTF_8);
            if (clear.contains("q='top' in parents and trashed = false")) return Page.json("""
                    {'files':[{'id':'d1','name':'Refunds','mimeType':'application/vnd.google-apps.document',
                       'modifiedTime':'2024-05-01T10:00:00.000Z','webViewLink':'https://docs.google.com/document/d/d1'},
                      {'id':'sub','name':'More','mimeType':'application/vnd.google-apps.folder'}]}""");
            if (clear.contains("q='sub' in parents")) return Page.json("""
                    {'files':[{'id':'f1','name':'notes.txt','mimeType':'text/plain','modifiedTime':'2024-05-02T10:00:00.000Z'},
                      {'id':'f2','name':'photo.png','mimeType':'image/png','modifiedTime':'2024-05-02T10:00:00.000Z'}]}""");
            if (clear.equals("/drive/v3/files/d1/export?mimeType=text/html")) {
                return Page.html(
                        "<html><style>.c{}</style><body><h1>Cards</h1><p>An arnica refund takes a week.</p></body></html>");
            }
            if (clear.startsWith("/drive/v3/files/f1?alt=media")) {
                return new Page(200, "text/plain", "Arnica notes.", Map.of());
            }
            return Page.status(404, Map.of());
        };
        var source = create(
                Map.of("kind", "google_docs", "name", "Drive", "address", there.address(), "place", "top", "key", key));
        counts(source, 2, 2, 0);
        assertThat(texts("arnica", ""))
                .containsExactlyInAnyOrder(
                        "google docs | Refunds – Cards | https://docs.google.com/document/d/d1 | An arnica refund takes a week.",
                        "google docs | notes | null | Arnica notes.");
        assertThat(source.toString()).doesNotContain("PRIVATE KEY");
    }

    private static boolean isSigned(String form, java.security.PublicKey key) {
        try {
            String jwt = Arrays.stream(form.split("&"))
                    .filter(part -> part.startsWith("assertion="))
                    .map(part -> URLDecoder.decode(part.substring(10), StandardCharsets.UTF_8))
                    .findFirst()
                    .orElseThrow();
            int dot = jwt.lastIndexOf('.');
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(jwt.substring(0, dot).getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getUrlDecoder().decode(jwt.substring(dot + 1)));
        } catch (Exception e) {
            return false;
        }
    }

    @Test
    void what_a_kind_needs_is_said_when_it_is_missing() {
        for (var bad : List.<Map<String, Object>>of(
                Map.of("kind", "site", "name", "x"),
                Map.of("kind", "site", "name", "x", "address", "ftp://a.test/sitemap.xml"),
                Map.of("kind", "site", "name", "x", "address", "http://user:pw@a.test/sitemap.xml"),
                Map.of("kind", "confluence", "name", "x", "address", "https://a.test/wiki"),
                Map.of("kind", "google_docs", "name", "x", "place", "f", "key", "{}"),
                Map.of("kind", "files", "name", "x", "every_hours", 0),
                Map.of("kind", "gopher", "name", "x"))) {
            var refused = ada.post(OURS + "/sources", bad);
            assertThat(refused.status()).as(bad + " " + refused).isEqualTo(400);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pdf(String text) throws Exception {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] docx(String heading, String text) throws Exception {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var styles = document.createStyles();
            var style = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle.Factory.newInstance();
            style.setStyleId("Heading1");
            style.addNewName().setVal("heading 1");
            styles.addStyle(new org.apache.poi.xwpf.usermodel.XWPFStyle(style));
            var title = document.createParagraph();
            title.setStyle("Heading1");
            title.createRun().setText(heading);
            document.createParagraph().createRun().setText(text);
            document.write(out);
            return out.toByteArray();
        }
    }
}
