package dev.hilo.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.Form;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentsApiTest {

    private static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n and the rest");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static TestServer server;
    static HiloClient ada;
    long ticket;

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
    void open_a_ticket() {
        ticket = ada.post(
                        "/tickets",
                        Map.of(
                                "subject", "The invoice is wrong",
                                "description", "See the file.",
                                "email", "carla@customer.test",
                                "status", 2,
                                "priority", 1))
                .json()
                .get("id")
                .asLong();
    }

    @Test
    void a_file_on_a_new_ticket_comes_back_byte_for_byte_without_a_log_in() throws Exception {
        var created = ada.post(
                "/tickets",
                new Form()
                        .with("subject", "Scratched")
                        .with("description", "See the picture")
                        .with("email", "carla@customer.test")
                        .with("status", "2")
                        .with("priority", "1")
                        .file("attachments[]", "scratch.png", PNG, "image/png"));

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        var file = created.json().get("attachments").get(0);
        assertThat(file.properties().stream().map(Map.Entry::getKey))
                .containsExactly("id", "content_type", "size", "name", "attachment_url", "created_at", "updated_at");
        assertThat(file.get("size").asInt()).isEqualTo(PNG.length);
        assertThat(file.get("attachment_url").asText())
                .contains("/data/helpdesk/attachments/production/" + file.get("id") + "/original/scratch.png?X-Amz-")
                .contains("X-Amz-Expires=300");

        var fetched = fetch(file);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(PNG);
        assertThat(fetched.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(fetched.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline; filename=\"scratch.png\"");
    }

    @Test
    void files_of_notes_are_in_the_list_and_in_the_answer() {
        var note = note(new Form()
                .with("body", "Both")
                .file("attachments[]", "a.txt", bytes("a"), "text/plain")
                .file("attachments[]", "b.txt", bytes("bb"), "text/plain"));

        assertThat(note.status()).as(note.toString()).isEqualTo(201);
        assertThat(note.json().get("attachments").findValuesAsText("name")).containsExactly("a.txt", "b.txt");
        var listed = ada.get("/tickets/" + ticket + "/conversations").json().get(0);
        assertThat(listed.get("attachments").findValuesAsText("name")).containsExactly("a.txt", "b.txt");
        assertThat(ada.get("/tickets/" + ticket).json().get("attachments")).isEmpty();
    }

    @Test
    void an_update_adds_to_the_files_that_are_there() {
        ada.put("/tickets/" + ticket, new Form().file("attachments[]", "one.txt", bytes("1"), "text/plain"));
        var updated =
                ada.put("/tickets/" + ticket, new Form().file("attachments[]", "two.txt", bytes("2"), "text/plain"));

        assertThat(updated.status()).as(updated.toString()).isEqualTo(200);
        assertThat(updated.json().get("attachments").findValuesAsText("name")).containsExactly("one.txt", "two.txt");
    }

    @Test
    void twenty_megabytes_is_what_a_ticket_holds_its_notes_included() {
        var half = new byte[10 << 20];
        assertThat(note(new Form().with("body", "1").file("attachments[]", "1.bin", half, null))
                        .status())
                .isEqualTo(201);
        assertThat(note(new Form().with("body", "2").file("attachments[]", "2.bin", half, null))
                        .status())
                .isEqualTo(201);

        var refused = note(new Form().with("body", "3").file("attachments[]", "3.bin", bytes("x"), null));

        assertThat(refused.status()).isEqualTo(400);
        var error = refused.json().get("errors").get(0);
        assertThat(error.get("field").asText()).isEqualTo("attachments");
        assertThat(error.get("code").asText()).isEqualTo("invalid_value");
        assertThat(ada.get("/tickets/" + ticket + "/conversations").json()).hasSize(2);
    }

    @Test
    void what_a_refused_request_brought_is_not_kept() throws Exception {
        long before = stored();

        var refused = note(new Form().file("attachments[]", "no-body.txt", bytes("x"), "text/plain"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void texts_in_place_of_files_are_refused() {
        var refused = ada.post(
                "/tickets/" + ticket + "/notes",
                Map.of("body", "x", "attachments", new String[] {"https://elsewhere.test/a.png"}));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").get(0).get("code").asText()).isEqualTo("datatype_mismatch");
    }

    @Test
    void a_forged_a_changed_and_a_stale_address_are_forbidden() throws Exception {
        var url =
                attach("a.txt", bytes("a"), "text/plain").get("attachment_url").asText();
        var other = attach("b.txt", bytes("b"), "text/plain");

        assertThat(status(url)).isEqualTo(200);
        assertThat(status(url.replaceFirst("Signature=.{4}", "Signature=0000"))).isEqualTo(403);
        assertThat(status(url.replace("Expires=300", "Expires=999999"))).isEqualTo(403);
        assertThat(status(url.replaceFirst("Date=2", "Date=3"))).isEqualTo(403);
        assertThat(status(url.replaceFirst("Date=\\d{8}", "Date=20200101"))).isEqualTo(403);
        assertThat(status(url.replaceFirst("Credential=\\d+", "Credential=1"))).isEqualTo(403);
        assertThat(status(url.replaceFirst("production/\\d+", "production/" + other.get("id"))))
                .isEqualTo(403);
        assertThat(status(url.replaceFirst("\\?.*", ""))).isEqualTo(403);
        assertThat(status(url.replaceFirst("Signature=.*", "Signature=zz"))).isEqualTo(403);
        assertThat(status(url.replaceFirst("Expires=300", "Expires=99999999999999999999")))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, text/html, application/octet-stream, attachment",
        "drawing.svg, image/svg+xml, application/octet-stream, attachment",
        "script.js, text/javascript, application/octet-stream, attachment",
        "not-a-picture.png, image/png, image/png, attachment",
        "list.csv, text/csv; charset=utf-8, text/csv, attachment",
        "strange.bin, no type at all, application/octet-stream, attachment",
    })
    void no_browser_runs_a_file(String name, String sent, String served, String disposition) throws Exception {
        var file = attach(name, bytes("<script>alert(1)</script>"), sent);

        var fetched = fetch(file);

        assertThat(fetched.statusCode()).isEqualTo(200);
        var headers = fetched.headers();
        assertThat(headers.firstValue("Content-Type")).contains(served);
        assertThat(headers.firstValue("Content-Disposition").orElseThrow()).startsWith(disposition + ";");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "../../etc/passwd, passwd",
                "C:\\Users\\eve\\notes.txt, notes.txt",
                "100%; a=\"b\".txt, 100%; a=\"b\".txt",
                "résumé ñandú.pdf, résumé ñandú.pdf",
                "invoice\u202Efdp.exe, invoicefdp.exe",
                ".., attachment",
            })
    void hostile_names_are_cleaned_and_fetched_all_the_same(String sent, String kept) throws Exception {
        var file = attach(sent, bytes("x"), "text/plain");

        assertThat(file.get("name").asText().replace("%22", "\"")).isEqualTo(kept);
        var fetched = fetch(file);
        assertThat(fetched.statusCode()).as(file.toString()).isEqualTo(200);
        assertThat(fetched.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"[ -~&&[^\"\\\\]]*\"; filename\\*=UTF-8''[A-Za-z0-9%._~-]*");
    }

    @Test
    void a_file_can_be_taken_off() throws Exception {
        var file = attach("a.txt", bytes("a"), "text/plain");
        long before = stored();

        assertThat(ada.delete("/attachments/" + file.get("id")).status()).isEqualTo(204);

        assertThat(fetch(file).statusCode()).isEqualTo(404);
        assertThat(ada.get("/tickets/" + ticket + "/conversations")
                        .json()
                        .get(0)
                        .get("attachments"))
                .isEmpty();
        assertThat(ada.delete("/attachments/" + file.get("id")).status()).isEqualTo(404);
        assertThat(stored()).isEqualTo(before - 1);
    }

    @Test
    void nothing_is_taken_off_a_ticket_in_the_trash() throws Exception {
        var file = attach("a.txt", bytes("a"), "text/plain");
        ada.delete("/tickets/" + ticket);

        assertThat(ada.delete("/attachments/" + file.get("id")).status()).isEqualTo(405);
        assertThat(fetch(file).statusCode()).isEqualTo(200);
    }

    @Test
    void a_file_on_a_ticket_that_the_caller_may_not_see_is_not_found() {
        var file = attach("a.txt", bytes("a"), "text/plain");
        var restricted = agent("lin@acme.test", 3, "Agent");

        assertThat(restricted.delete("/attachments/" + file.get("id")).status()).isEqualTo(404);
        assertThat(ada.delete("/attachments/" + file.get("id")).status()).isEqualTo(204);
    }

    @Test
    void whoever_may_not_edit_entries_may_not_take_their_files_off() throws Exception {
        var file = attach("a.txt", bytes("a"), "text/plain");
        var collaborator = agent("col@acme.test", 1, "Ticket Collaborator");

        var refused = collaborator.delete("/attachments/" + file.get("id"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("code").asText()).isEqualTo("access_denied");
        assertThat(fetch(file).statusCode()).isEqualTo(200);
    }

    private static HiloClient agent(String email, int scope, String role) {
        var roles = ada.get("/roles").json();
        var held = StreamSupport.stream(roles.spliterator(), false)
                .filter(r -> r.get("name").asText().equals(role))
                .findFirst()
                .orElseThrow();
        var made = ada.post(
                "/agents",
                Map.of(
                        "email",
                        email,
                        "ticket_scope",
                        scope,
                        "agent_type",
                        held.get("agent_type"),
                        "role_ids",
                        List.of(held.get("id"))));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return server.client(server.hilo().keys().create(server.acme().accountId(), email, "test"));
    }

    private Reply note(Form form) {
        return ada.post("/tickets/" + ticket + "/notes", form);
    }

    private JsonNode attach(String name, byte[] content, String type) {
        var note = note(new Form().with("body", "See the file").file("attachments[]", name, content, type));
        assertThat(note.status()).as(note.toString()).isEqualTo(201);
        return note.json().get("attachments").get(0);
    }

    private static HttpResponse<byte[]> fetch(JsonNode file) throws Exception {
        return fetch(file.get("attachment_url").asText());
    }

    private static int status(String url) throws Exception {
        return fetch(url).statusCode();
    }

    private static HttpResponse<byte[]> fetch(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
    }

    /** Files in the store that belong to this server's account. */
    private static long stored() throws Exception {
        try (var blobs = server.hilo().blobs().list()) {
            var folder = server.hilo().attachments().folder(server.acme().accountId());
            return blobs.filter(blob -> blob.key().startsWith(folder)).count();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
