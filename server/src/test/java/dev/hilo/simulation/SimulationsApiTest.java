package dev.hilo.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.answers.draft.Configuration;
import dev.hilo.answers.draft.Passage;
import dev.hilo.answers.draft.Passages;
import dev.hilo.answers.draft.Similarity;
import dev.hilo.answers.text.Words;
import dev.hilo.answers.voice.Voice;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SimulationsApiTest {

    static final String OURS = "/api/hilo/v1/simulations";
    static final String HOURS = "How do I reset the hub of my kitchen lamp after the power was gone for a night?";
    static TestServer server;
    static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        for (int i = 0; i < 6; i++) {
            answered(
                    "Reset " + i,
                    HOURS + " It is lamp number " + i,
                    "Hold the button for ten seconds until it blinks.");
        }
        for (int i = 0; i < 4; i++) {
            answered(
                    "Zebra stripes " + i,
                    "Do you sell zebra striped covers for the sofa, size " + i + "?",
                    "Our sofa covers come in zebra stripes from March on, please order them in the shop.");
        }
        server.ticket();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    static long answered(String subject, String question, String reply) {
        var ticket = ada.post(
                "/tickets",
                Map.of(
                        "email",
                        "carla@customer.test",
                        "subject",
                        subject,
                        "description",
                        question,
                        "status",
                        2,
                        "priority",
                        1));
        long id = ticket.json().get("id").asLong();
        var sent = ada.post("/tickets/" + id + "/reply", Map.of("body", reply));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
        return id;
    }

    private static long run(Map<String, ?> asked) {
        var made = ada.post(OURS, asked);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        long id = made.json().get("id").asLong();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> view(id).get("state").asText().equals("DONE"));
        return id;
    }

    private static JsonNode view(long id) {
        return ada.get(OURS + "/" + id).json();
    }

    @Test
    void a_run_replays_the_answered_tickets_alone_and_writes_to_none() {
        var before = ada.get("/tickets").json();
        long id = run(Map.of("last", 100, "name", "first"));

        var view = view(id);
        assertThat(view.get("tickets").asInt()).isEqualTo(10);
        assertThat(view.get("replayed").asInt()).isEqualTo(10);
        var cases = ada.get(OURS + "/" + id + "/cases").json();
        assertThat(cases).hasSize(10);
        assertThat(cases.get(0).get("question").asText()).isNotBlank();
        assertThat(cases.get(0).get("reply").asText()).containsAnyOf("button", "sofa");
        assertThat(ada.get("/tickets").json()).isEqualTo(before);
    }

    @Test
    void questions_that_nothing_answers_are_grouped_and_bring_what_people_wrote() {
        var report = ada.get(OURS + "/" + run(Map.of()) + "/report").json();

        assertThat(report.at("/overall/tickets").asInt()).isEqualTo(10);
        assertThat(report.at("/overall/answered/value").asDouble()).isZero();
        assertThat(report.at("/overall/answered/high").asDouble()).isBetween(0.2, 0.4);
        var gaps = report.get("gaps");
        assertThat(gaps).hasSize(2);
        assertThat(gaps.get(0).get("tickets")).hasSize(6);
        assertThat(gaps.get(1).get("words").toString()).contains("sofa");
        assertThat(gaps.get(1).get("article").asText()).contains("from March on");
    }

    @Test
    void the_same_seed_gives_the_same_cases_in_the_same_order() {
        var once = ada.get(OURS + "/" + run(Map.of("seed", 5, "last", 4)) + "/cases")
                .json();
        var again = ada.get(OURS + "/" + run(Map.of("seed", 5, "last", 4)) + "/cases")
                .json();
        assertThat(once).isEqualTo(again);
    }

    @Test
    void a_candidate_is_compared_on_the_same_tickets() {
        long own = run(Map.of("seed", 4));
        long candidate = run(Map.of("same_as", own, "candidate", Map.of("kinds", List.of("article"), "gate", 0.5)));

        assertThat(ada.get(OURS + "/" + candidate).json().at("/plan/gate").asDouble())
                .isEqualTo(0.5);
        var compared =
                ada.get(OURS + "/" + own + "/comparison?with=" + candidate).json();
        assertThat(compared.get("tickets").asInt()).isEqualTo(10);
        assertThat(compared.at("/right/p").asDouble()).isBetween(0.0, 1.0);
        assertThat(ada.get(OURS + "/" + own + "/comparison").status()).isEqualTo(400);
        var browser = Browser.admin(server);
        assertThat(browser.page("/simulations/" + own)).contains("/simulations/" + own + "/against");
        assertThat(browser.page("/simulations/" + own + "/against?other=" + candidate))
                .contains("10 tickets are in both", "Answered and right", "From right to not right");
        assertThat(browser.get("/simulations/" + own + "/against?other=1").statusCode())
                .isEqualTo(404);
        assertThat(ada.post(OURS, Map.of("same_as", 1)).status()).isEqualTo(404);
    }

    @Test
    void what_is_missing_becomes_an_article_that_is_not_published() {
        long id = run(Map.of());
        var category = ada.post("/solutions/categories", Map.of("name", "All"));
        var folder =
                ada.post("/solutions/categories/" + category.json().get("id") + "/folders", Map.of("name", "Covers"));
        long folderId = folder.json().get("id").asLong();

        var made = ada.post(OURS + "/" + id + "/gaps/2/article", Map.of("folder_id", folderId));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().get("status").asInt()).isEqualTo(1);
        assertThat(made.json().get("description").asText()).contains("from March on");
        assertThat(ada.post(OURS + "/" + id + "/gaps/9/article", Map.of("folder_id", folderId))
                        .status())
                .isEqualTo(404);
        assertThat(ada.post(OURS + "/" + id + "/gaps/1/article", Map.of("folder_id", 1))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void checks_say_what_an_answer_lacks() {
        var checks = "/api/hilo/v1/simulation-checks";
        var asked = Map.of("name", "hub", "question", "What is the price of a zeppelin to Mars?");
        var held = new java.util.HashMap<String, Object>(asked);
        held.put("must_answer", false);
        var broken = new java.util.HashMap<String, Object>(asked);
        broken.put("must_say", List.of("ten euros"));
        long id = ada.post(checks, held).json().get("id").asLong();
        assertThat(ada.post(checks, broken).status()).isEqualTo(201);
        assertThat(ada.post(checks, Map.of("name", "x")).status()).isEqualTo(400);

        var results = ada.post(checks + "/run", null).json();

        assertThat(results.get("checks").asInt()).isEqualTo(2);
        assertThat(results.get("failed").asInt()).isEqualTo(1);
        assertThat(results.at("/results/1/failures/0").asText()).contains("ten euros");
        assertThat(ada.delete(checks + "/" + id).status()).isEqualTo(204);
        assertThat(ada.get(checks).json()).hasSize(1);
    }

    @Test
    void bad_plans_are_refused_and_other_agents_kept_out() {
        for (var wrong : List.of(
                Map.of("last", 0), Map.of("last", 100_000), Map.of("gate", 2), Map.of("sample", "x"), Map.of("n", 1))) {
            assertThat(ada.post(OURS, wrong).status()).as(wrong.toString()).isEqualTo(400);
        }
        assertThat(ada.post(OURS, Map.of("topic", "No such topic")).status()).isEqualTo(400);
        assertThat(ada.get(OURS + "/1/report").status()).isEqualTo(404);
        var agent = server.agent("plain@acme.test", TicketScope.GLOBAL);
        assertThat(agent.get(OURS).status()).isEqualTo(403);
    }

    @Test
    void people_start_read_and_mark_a_run_in_the_browser() throws Exception {
        var browser = Browser.admin(server);
        var started = browser.post("/simulations", Map.of("last", "10", "gate", "0.6", "sample", "last"));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(303);
        var path = started.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(60)).until(() -> browser.page(path).contains("Would have gone out wrong"));
        assertThat(browser.page("/simulations")).contains(path);
        assertThat(browser.page(path + "?gate=0.9")).contains("sofa");
        assertThat(browser.page(path + "?gate=0.5&tolerance=0.05&minutes=6")).contains("value=\"6.0\"");
        assertThat(browser.get(path + "?minutes=many").statusCode()).isEqualTo(400);
        assertThat(browser.page(path + "/report.html")).contains("<style>");
        assertThat(browser.page(path + "/cases.csv"))
                .startsWith("number,ticket_id")
                .contains("sofa");
        assertThat(browser.page(path + "/mark")).contains("Mark drafts");
        assertThat(browser.post(path + "/delete", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void a_bundle_holds_all_that_its_figures_follow_from() throws Exception {
        long id = run(Map.of("seed", 9));
        var again = server.hilo().simulations().bundle(server.acme().accountId(), run(Map.of("seed", 9)), null);
        var bundle = server.hilo().simulations().bundle(server.acme().accountId(), id, null);

        assertThat(bundle.isConsistent()).isTrue();
        assertThat(new String(bundle.bytes(), UTF_8)).isEqualTo(new String(again.bytes(), UTF_8));
        var read = Bundle.read(bundle.bytes());
        assertThat(read.isConsistent()).isTrue();
        var touched = Bundle.read(new String(bundle.bytes(), UTF_8)
                .replaceFirst("\"answerable\" : [0-9.E-]+", "\"answerable\" : 0.99")
                .getBytes(UTF_8));
        assertThat(touched.isConsistent()).isFalse();
    }

    /** What was written down at a time, found by shared words. */
    private record Library(List<Written> texts) implements Passages {

        record Written(Instant at, String kind, String title, String text) {}

        @Override
        public List<Passage> find(Asked asked) {
            var words = Words.content(asked.text());
            var found = new ArrayList<Passage>();
            for (var text : texts) {
                if (asked.asOf() != null && text.at.isAfter(asked.asOf())) continue;
                long shared = Words.content(text.title + " " + text.text).stream()
                        .filter(words::contains)
                        .count();
                if (shared < 2) continue;
                found.add(new Passage(text.title, text.kind, text.title, null, "en", text.text, shared, 0.9));
            }
            found.sort(Comparator.comparingDouble((Passage p) -> -p.score()));
            return found.stream().limit(asked.most()).toList();
        }
    }

    private static RunSimulation runner(Library library) {
        return new RunSimulation(
                server.database(),
                library,
                Similarity.NONE,
                (account, language) -> new Configuration(
                        "Acme", "Ada", Voice.usual(language), 0, Passages.Audience.CUSTOMERS, null, Similarity.NONE),
                Clock.systemUTC());
    }

    private static long replayed(Library library) throws Exception {
        var simulations = server.hilo().simulations();
        long id = simulations.draw(
                server.acme().accountId(), new Simulations.Asked("", 100, null, null, null, null, 0.5, 3L, null, null));
        runner(library).run(server.acme(), id, done -> {});
        return id;
    }

    @Test
    void nothing_younger_than_the_question_is_known_nor_the_question_itself() throws Exception {
        var long_ago = Instant.parse("2020-01-01T00:00:00Z");
        String copy = HOURS + " It is lamp number 3. Hold the button TWIN";
        var library = new Library(List.of(
                new Library.Written(
                        long_ago,
                        "article",
                        "Reset the hub of a lamp",
                        "To reset the hub hold the button for ten seconds until it blinks."),
                new Library.Written(long_ago, Passage.PAST_REPLY, "a twin of the ticket", copy),
                new Library.Written(
                        Instant.now().plusSeconds(60),
                        "article",
                        "Reset the hub",
                        "FUTURE reset of the hub lamp kitchen power")));

        var cases = ada.get(OURS + "/" + replayed(library) + "/cases").json();

        assertThat(cases.toString()).doesNotContain("FUTURE").doesNotContain("TWIN");
        assertThat(cases.findValuesAsText("draft")).anyMatch(draft -> draft.contains("ten seconds"));
    }

    @Test
    void marks_turn_a_judge_s_opinion_into_a_rate_with_an_interval() throws Exception {
        var library = new Library(List.of(new Library.Written(
                Instant.EPOCH,
                "article",
                "Reset the hub of a lamp",
                "To reset the hub hold the button for ten seconds until it blinks.")));
        long id = replayed(library);
        var unchecked = ada.get(OURS + "/" + id + "/report").json().at("/overall/right_when_answered");
        assertThat(unchecked.get("n").asInt()).isEqualTo(6);
        assertThat(unchecked.get("low").isNull()).isTrue();
        assertThat(unchecked.get("marked").asInt()).isZero();

        var queue = ada.get(OURS + "/" + id + "/to-mark").json();
        assertThat(queue).hasSize(6);
        for (int i = 0; i < 3; i++) {
            var marked = ada.put(
                    OURS + "/" + id + "/cases/" + queue.get(i).get("number") + "/mark",
                    Map.of("mark", i == 0 ? "WRONG" : "GOOD", "reason", "seen"));
            assertThat(marked.status()).as(marked.toString()).isEqualTo(204);
        }

        var rate = ada.get(OURS + "/" + id + "/report").json().at("/overall/right_when_answered");
        assertThat(rate.get("marked").asInt()).isEqualTo(3);
        assertThat(rate.get("value").asDouble()).isBetween(0.6, 0.7);
        assertThat(rate.get("low").asDouble()).isLessThan(0.2);
        assertThat(ada.get(OURS + "/" + id + "/to-mark").json()).hasSize(3);
        var open = ada.get(OURS + "/" + id + "/what-if?gate=0").json();
        assertThat(open.at("/answered/value").asDouble()).isEqualTo(0.6);
        var shut = ada.get(OURS + "/" + id + "/what-if?gate=1").json();
        assertThat(shut.at("/answered/value").asDouble()).isZero();
        assertThat(ada.get(OURS + "/" + id + "/what-if?gate=2").status()).isEqualTo(400);
    }
}
