package dev.hilo.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.Form;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts and companies in CSV files. */
class TransfersApiTest {

    private TestServer server;
    private HiloClient ada;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        made(ada.post("/companies", Map.of("name", "Borealis", "domains", List.of("borealis.test"))));
        made(ada.post(
                "/contact_fields", Map.of("label", "Level", "label_for_customers", "Level", "type", "custom_number")));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void contacts_are_exported_with_the_fields_asked_for() throws Exception {
        made(ada.post(
                "/contacts",
                Map.of(
                        "name", "Anna \"A\", B",
                        "email", "anna@borealis.test",
                        "phone", "+34 600",
                        "job_title", "=SUM(A1)",
                        "tags", List.of("x", "y"),
                        "custom_fields", Map.of("level", 3))));
        long gone = made(ada.post("/contacts", Map.of("name", "Gone", "phone", "1")));
        ada.delete("/contacts/" + gone);

        var started =
                ada.post("/contacts/export", fields("name,email,phone,job_title,company_name,tag_names", "level"));

        assertThat(started.status()).as(started.toString()).isEqualTo(200);
        String id = started.json().get("id").asText();
        assertThat(id).matches("[0-9a-f]{40}");
        var export = awaitExport("/contacts/export/" + id);
        assertThat(export.get("status").asText()).isEqualTo("completed");
        assertThat(download(export.get("download_url").asText())).isEqualTo("""
                Full name,Email,Work phone,Title,Company,Tags,Level\r
                "Anna ""A"", B",anna@borealis.test,+34 600,'=SUM(A1),Borealis,"x,y",3\r
                """);
        assertThat(ada.get("/companies/export/" + id).status()).isEqualTo(404);
        assertThat(ada.get("/contacts/export/" + "0".repeat(40)).status()).isEqualTo(404);
    }

    @Test
    void companies_are_exported_too() throws Exception {
        var started = ada.post("/companies/export", fields("name,domains", null));

        var export = awaitExport("/companies/export/" + started.json().get("id").asText());

        assertThat(download(export.get("download_url").asText()))
                .isEqualTo("Company Name,Domains for this company\r\nBorealis,borealis.test\r\n");
    }

    @Test
    void what_cannot_be_exported_is_refused() {
        assertThat(faults(ada.post("/contacts/export", "{}"))).containsExactly("fields");
        assertThat(faults(ada.post("/contacts/export", "{\"fields\":{}}"))).containsExactly("fields");
        assertThat(faults(ada.post("/contacts/export", fields("name,shoe_size", "hat_size"))))
                .containsExactly("fields.default_fields", "fields.custom_fields");
        var bea = server.agent("bea@acme.test", TicketScope.GLOBAL);
        assertThat(bea.post("/contacts/export", fields("name", null)).status()).isEqualTo(403);
    }

    @Test
    void contacts_are_imported_and_what_fails_is_reported() throws Exception {
        made(ada.post("/contacts", Map.of("name", "Old Name", "email", "old@mail.test", "phone", "1")));
        String csv = """
                Name,Mail,Phone,Company,Level,Tags
                Anna,anna@borealis.test,'+34,,3,"a,b"
                New Name,OLD@mail.test,,Cirrus,,

                Bad,nobody,,,x,
                Nobody,,,,,
                Ada,ada@acme.test,,,,
                """;

        var started =
                ada.post("/contacts/imports", form(csv, "name", "email", "phone", "company_name", "level", "tags"));

        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        assertThat(started.json().get("total_records").intValue()).isEqualTo(5);
        var done = awaitImport("/contacts/imports/" + started.json().get("id"));
        assertThat(done.get("status").asText()).isEqualTo("completed");
        assertThat(done.get("completed_records").intValue()).isEqualTo(5);
        assertThat(done.get("estimated_time_remaining").asText()).isEqualTo("00:00:00");
        assertThat(done.at("/failures/count").intValue()).isEqualTo(3);
        assertThat(download(done.at("/failures/report").asText()).lines())
                .containsExactly(
                        "Name,Mail,Phone,Company,Level,Tags,Errors",
                        "Bad,nobody,,,x,,level: Value set is of type String.It should be a/an Integer; email: It should be in"
                                + " the 'valid email address' format",
                        "Nobody,,,,,,\"email: "
                                + "Please fill at least 1 of the following fields: email, mobile, phone,"
                                + " twitter_id, unique_external_id\"",
                        "Ada,ada@acme.test,,,,,An agent has this e-mail or external id");
        var anna = ada.get("/contacts?email=anna@borealis.test").json().get(0);
        assertThat(anna.get("phone").asText()).isEqualTo("+34");
        assertThat(anna.at("/custom_fields/level").intValue()).isEqualTo(3);
        assertThat(anna.get("company_id").isNull()).isFalse();
        var old = ada.get("/contacts?email=old@mail.test").json().get(0);
        assertThat(old.get("name").asText()).isEqualTo("New Name");
        assertThat(old.get("phone").asText()).isEqualTo("1");
        assertThat(ada.get("/companies/" + old.get("company_id"))
                        .json()
                        .get("name")
                        .asText())
                .isEqualTo("Cirrus");
        assertThat(ada.get("/companies/imports/" + done.get("id")).status()).isEqualTo(404);
    }

    @Test
    void companies_are_imported() {
        String csv =
                "\uFEFFname,domains,health,renewal\nBorealis,borealis.example,Happy,2027-01-31\nTaken,Borealis.example,,\n"
                        + "Cirrus,cirrus.test;cirrus.example,Superb,\nAltus,,,\n";

        var started = ada.post("/companies/imports", form(csv, "name", "domains", "health_score", "renewal_date"));

        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        var done = awaitImport("/companies/imports/" + started.json().get("id"));
        assertThat(done.at("/failures/count").intValue()).isEqualTo(2);
        var companies = ada.get("/companies").json();
        assertThat(companies.findValuesAsText("name")).containsExactly("Altus", "Borealis");
        assertThat(companies.at("/1/domains/0").asText()).isEqualTo("borealis.example");
        assertThat(companies.at("/1/renewal_date").asText()).isEqualTo("2027-01-31T00:00:00Z");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused() {
        assertThat(faults(ada.post("/contacts/imports", new Form().with("fields[name]", "0"))))
                .containsExactly("file");
        assertThat(faults(ada.post("/contacts/imports", form("name\n", "name"))))
                .containsExactly("file");
        assertThat(faults(ada.post("/contacts/imports", form("", "name")))).contains("file");
        assertThat(faults(ada.post("/contacts/imports", form("name\n\"open", "name"))))
                .containsExactly("file");
        byte[] latin = "name\nJos\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(faults(ada.post(
                        "/contacts/imports",
                        new Form().with("fields[name]", "0").file("file", "a.csv", latin, "text/csv"))))
                .containsExactly("file");
        assertThat(faults(ada.post("/contacts/imports", form("a,b\nx,y\n", "email", "shoe_size", "phone"))))
                .containsExactlyInAnyOrder("fields.shoe_size", "fields.phone", "fields.name");
        assertThat(ada.get("/contacts/imports").json()).isEmpty();
    }

    @Test
    void the_latest_five_imports_are_listed() {
        for (int i = 0; i < 6; i++) {
            var started = ada.post("/contacts/imports", form("name,phone\nx," + i + "\n", "name", "phone"));
            awaitImport("/contacts/imports/" + started.json().get("id"));
        }

        var list = ada.get("/contacts/imports").json();

        assertThat(list).hasSize(5);
        assertThat(list).extracting(i -> i.get("id").longValue()).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(ada.get("/contacts/imports?status=completed").json()).hasSize(5);
        assertThat(ada.get("/contacts/imports?status=failed").json()).isEmpty();
        assertThat(ada.get("/contacts/imports?status=odd").status()).isEqualTo(400);
        assertThat(ada.get("/contacts/imports?page=1").status()).isEqualTo(400);
    }

    @Test
    void an_import_can_be_cancelled_while_it_runs() {
        var started = ada.post("/contacts/imports", form(people(5_000), "name", "email"));
        String path = "/contacts/imports/" + started.json().get("id");

        assertThat(ada.put(path + "/cancel").status()).isEqualTo(204);

        assertThat(ada.get(path).json().get("status").asText()).isEqualTo("cancelled");
        assertThat(ada.put(path + "/cancel").status()).isEqualTo(409);
        int completed = ada.get(path).json().get("completed_records").intValue();
        assertThat(completed).isLessThan(5_000);
        assertThat(ada.get("/contacts/imports?status=cancelled").json()).hasSize(1);
    }

    @Test
    void an_import_goes_on_after_a_restart_and_takes_each_row_once() throws Exception {
        var started = ada.post("/contacts/imports", form(people(600), "name", "email"));
        String path = "/contacts/imports/" + started.json().get("id");

        server.restart(hilo -> {});
        ada = server.admin();

        var done = awaitImport(path);
        assertThat(done.get("status").asText()).isEqualTo("completed");
        assertThat(done.get("completed_records").intValue()).isEqualTo(600);
        assertThat(done.at("/failures/count").intValue()).isZero();
        long contacts = server.database()
                .read(h -> h.createQuery(
                                "select count(*) from contacts where account_id = ? and email like 'p%@many.test'")
                        .bind(0, server.acme().accountId())
                        .mapTo(long.class)
                        .one());
        assertThat(contacts).isEqualTo(600);
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Person " + i + ",p" + i + "@many.test\n")
                .collect(Collectors.joining("", "name,email\n", ""));
    }

    private static Map<String, Object> fields(String names, String customNames) {
        var defaults = List.of(names.split(","));
        return customNames == null
                ? Map.of("fields", Map.of("default_fields", defaults))
                : Map.of(
                        "fields", Map.of("default_fields", defaults, "custom_fields", List.of(customNames.split(","))));
    }

    private static Form form(String csv, String... names) {
        var form = new Form().file("file", "people.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv");
        for (int i = 0; i < names.length; i++) form.with("fields[" + names[i] + "]", "" + i);
        return form;
    }

    private JsonNode awaitExport(String path) {
        return awaitEnd(path);
    }

    private JsonNode awaitImport(String path) {
        return awaitEnd(path);
    }

    private JsonNode awaitEnd(String path) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> ada.get(path).json(),
                        it -> !it.get("status").asText().equals("in_progress"));
    }

    private static long made(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").longValue();
    }

    private static List<String> faults(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        return reply.json().get("errors").findValuesAsText("field");
    }

    private static String download(String url) throws Exception {
        var reply = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        return reply.body();
    }
}
