package dev.hilo.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.CreateCompany;
import dev.hilo.testing.TestServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/client.md: each stands here, and is run. */
class GuideTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static TestServer server;
    private static HiloClient client;
    private static URI address;
    private static String key;
    private static long id;
    private static Path log;

    @TempDir
    private static Path folder;

    private final Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    private final Instant lastYear = Instant.now().minus(Duration.ofDays(365));
    private final List<Object> logged = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        address = server.address();
        key = server.adminKey();
        client = new HiloClient(address, key);
        id = server.ticket();
        log = Files.writeString(folder.resolve("carrier.log"), "Delivered to a neighbour");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private void log(Object what) {
        logged.add(what);
    }

    private void keep(JsonNode what) {
        logged.add(what);
    }

    @Test
    void every_example_stands_here() throws Exception {
        var here = bare(Files.readString(Path.of("src/test/java/dev/hilo/client/GuideTest.java")));
        var guide = Files.readString(Path.of("../docs/client.md"));
        var examples = EXAMPLE.matcher(guide).results().map(m -> m.group(1)).toList();
        assertThat(examples).hasSizeGreaterThan(10);
        var missing = examples.stream()
                .flatMap(example -> Pattern.compile(";[^\n]*\n").splitAsStream(example))
                .filter(statement -> !here.contains(bare(statement)));
        assertThat(missing).isEmpty();
    }

    private static String bare(String code) {
        return code.replaceAll("\\s", "");
    }

    /** Never called, for there is nothing at that address. */
    private void begin() {
        var client = new HiloClient(URI.create("https://acme.freshdesk.com"), key);
        for (var ticket : client.tickets().updatedSince(yesterday)) log(ticket.subject());
    }

    @Test
    void tickets_are_read() {
        long company = client.companies().create(Map.of("name", "Customer Ltd")).id();
        client.ticket(id).get().status();
        client.ticket(id).get("stats", "requester").stats().firstRespondedAt();
        client.tickets().all();
        client.tickets().updatedSince(lastYear);
        client.tickets().where("company_id", company).including("stats").updatedSince(lastYear);
        client.tickets().spam(lastYear);
        client.tickets().deleted(lastYear);
        client.tickets().search("priority:4 AND status:2");

        assertThat(client.tickets().updatedSince(lastYear)).isNotEmpty();
        assertThat(client.tickets()
                        .where("company_id", company)
                        .including("stats")
                        .updatedSince(lastYear))
                .isEmpty();
        assertThat(client.tickets().search("priority:4 AND status:2").stream().limit(300))
                .allMatch(ticket -> ticket.priority() == 4);
    }

    @Test
    void conversations_are_read() {
        client.ticket(id).note("Read me.").send();
        client.ticket(id).conversations().latest(20);
        for (var said : client.ticket(id).conversations()) log(said.bodyText());
        assertThat(logged).contains("Read me.");

        var talks = client.tickets().updatedSince(yesterday).stream()
                .gather(Gatherers.mapConcurrent(
                        8,
                        ticket ->
                                client.ticket(ticket.id()).conversations().all().toList()))
                .toList();
        assertThat(talks).hasSizeGreaterThanOrEqualTo(1).anyMatch(talk -> !talk.isEmpty());
    }

    @Test
    void customers_are_answered() {
        long before = client.ticket(id).conversations().stream().count();
        client.ticket(id)
                .reply("It left our house this morning.")
                .cc("boss@customer.test")
                .send();
        client.ticket(id)
                .note("The carrier's log is attached.")
                .withAttachment(log)
                .send();
        client.ticket(id).note("We have called you.").visibleToCustomer().send();
        client.ticket(id).forward("Can you look into it?", "lab@partner.test").send();
        assertThat(client.ticket(id).conversations().stream().count() - before).isBetween(4L, 7L);
    }

    @Test
    void things_are_made_and_changed() {
        var made = client.tickets()
                .draft("Where is my parcel?")
                .from("carla@customer.test")
                .description("It has <b>not</b> come.")
                .tags("parcel")
                .withAttachment(log)
                .send();
        client.ticket(made.id()).change().status(3).priority(4).send();
        client.tickets().update(made.id(), Map.of("status", 4));
        client.contacts().create(Map.of("name", "Dora Parcel", "email", "dora@parcel.test"));
        client.companies()
                .create(new CreateCompany("Parcels Ltd", null, null, null, null, null, null, null, null, null));
        assertThat(client.ticket(made.id()).get().status()).isEqualTo(4);
        assertThat(client.companies().named("Parcels")).hasSize(1);
    }

    @Test
    void files_are_saved() throws Exception {
        client.ticket(id).note("The log.").withAttachment(log).send();
        var file = client.ticket(id)
                .conversations()
                .latest(1)
                .getFirst()
                .attachments()
                .getFirst();
        client.attachments().download(file, folder.resolve(file.name()));
        assertThat(folder.resolve("carrier.log")).hasContent("Delivered to a neighbour");
    }

    @Test
    void all_that_came_is_kept() {
        long contact = client.ticket(id).get().requesterId();
        var document = client.contacts().document(contact);
        document.record().name();
        document.json().get("name");
        client.contacts().all().documents().forEach(each -> keep(each.json()));
        assertThat(document.json().get("name").asText())
                .isEqualTo(document.record().name());
        assertThat(logged).isNotEmpty();
    }

    @Test
    void what_goes_wrong_is_told_apart() {
        long id = 4711;
        try {
            client.ticket(id).reply("On its way.").send();
        } catch (ApiError refused) {
            log(refused.status() + " " + refused.requestId() + " " + refused.fields());
        } catch (OutcomeUnknown unknown) {
            log("Look at the conversations before you send it again");
        } catch (Unreachable gone) {
            log("Nothing was done");
        }
        assertThat(logged.getFirst().toString()).startsWith("404 Optional[");
    }

    @Test
    void clients_are_set_up() {
        var hilo = HiloClient.to(address, key)
                .onceOnlyKeys()
                .retries(Retries.DEFAULT.attempts(10))
                .build();
        assertThat(hilo.ticket(id).note("Once.").send().bodyText()).isEqualTo("Once.");
        var polite = HiloClient.to(address, key).keepingFree(0.8).build();
        polite.urgent().ticket(id).reply("I am on it.").send();
        polite.budget().standing().remaining();
        assertThat(polite.budget().standing().remaining()).isPositive();
    }

    @Test
    void a_hilo_has_more() {
        long cursor = 0;
        for (var change : client.changes().of("ticket.*").after(0)) cursor = change.id();
        client.ticket(id).at(Instant.now()).status();
        client.webhooks().all();
        assertThat(cursor).isPositive();
    }

    @Test
    void any_call_can_be_made() {
        var page = client.raw().get("/tickets?page=2");
        if (page.isRefusal()) log(page.text());
        page.json();
        assertThat(page.json()).isEmpty();
    }
}
