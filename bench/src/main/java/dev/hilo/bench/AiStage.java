package dev.hilo.bench;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.answers.draft.Passages.Asked;
import dev.hilo.answers.draft.Passages.Audience;
import dev.hilo.api.Json;
import dev.hilo.bench.AiData.Reading;
import dev.hilo.db.Database;
import dev.hilo.knowledge.Knowledge;
import dev.hilo.knowledge.Outside;
import dev.hilo.models.Classifier;
import dev.hilo.models.Models;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What needs an account: searching its passages, reading its messages and drafting over HTTP, and the memory of that. */
final class AiStage {

    private static final String SOURCE = "bench";
    private static final int MESSAGES = 200;
    private static final int TICKETS = 60;
    private static final int WARM = 20;

    private final AiData sets;
    private final Models models;
    private final HttpClient http = HttpClient.newHttpClient();

    AiStage(AiData sets, Models models) {
        this.sets = sets;
        this.models = models;
    }

    /** @param taught what the account is to tell messages apart with; null for nothing */
    void measure(Classifier taught) throws Exception {
        try (var stage = new Stage();
                var database = Database.open(stage.database, 4)) {
            var clock = Clock.systemUTC();
            var account = new Accounts(database, clock, List.of()).require(stage.account);
            try (var knowledge =
                    new Knowledge(database, new Accounts(database, clock, List.of()), models, stage.home, clock)) {
                search(knowledge, database, account, "en", "94");
                search(knowledge, database, account, "es", "91.5");
            }
            if (taught != null) teach(stage, taught);
            insight(stage);
            drafts(stage);
            AiBench.row("memory of the server after that, MiB", stage.process.memory(), "600 at most");
        }
    }

    private void search(Knowledge knowledge, Database database, Account account, String language, String target)
            throws Exception {
        var set = sets.xquad(language);
        database.run(handle -> {
            for (int i = 0; i < set.paragraphs().size(); i++) {
                String html =
                        "<p>" + set.paragraphs().get(i).replace("&", "&amp;").replace("<", "&lt;") + "</p>";
                var text = new Outside.Text(language + i, "1", "", html, language, true, language + " " + i, null);
                knowledge.outside().take(handle, account, SOURCE, text);
            }
        });
        knowledge.prepare(account.accountId(), () -> false);
        found(knowledge, account, language, set, target);
    }

    private static void found(Knowledge knowledge, Account account, String language, Reading set, String target) {
        int first = 0;
        int amongFive = 0;
        var millis = new ArrayList<Double>();
        for (var question : set.questions()) {
            long begun = System.nanoTime();
            var passages = knowledge.find(
                    new Asked(account.accountId(), question.text(), language, Audience.CUSTOMERS, null, 5));
            millis.add((System.nanoTime() - begun) / 1e6);
            String right = language + " " + question.paragraph();
            if (!passages.isEmpty() && passages.getFirst().address().equals(right)) first++;
            if (passages.stream().anyMatch(passage -> passage.address().equals(right))) amongFive++;
        }
        double all = set.questions().size() / 100.0;
        AiBench.row("XQuAD " + language + ", the right paragraph first, %", first / all, target);
        AiBench.row("  among the first five, %", amongFive / all, null);
        AiBench.row("  ms a search, median", median(millis), null);
    }

    /** The account uses a classifier as large as one gets. */
    private static void teach(Stage stage, Classifier taught) throws Exception {
        var sql = """
                insert into insight_classifiers (account_id, target, language, in_use, model, quality, weights, trained_at)
                values (?, 'topic', 'en', true, 'bge-small-en-v1.5-q', ?::jsonb, ?, now())""";
        try (var statement = stage.connection.prepareStatement(sql)) {
            statement.setLong(1, stage.account);
            statement.setString(2, Json.MAPPER.writeValueAsString(taught.quality()));
            statement.setBytes(3, taught.bytes());
            statement.execute();
        }
    }

    private void insight(Stage stage) throws Exception {
        var millis = new ArrayList<Double>();
        for (var line : sets.banking77("test").subList(0, MESSAGES)) {
            long begun = System.nanoTime();
            post(stage, "/api/hilo/v1/insight/read", Map.of("subject", "Question", "text", line.text()));
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        AiBench.row("insight of a message over HTTP, ms, median", median(millis.subList(WARM, MESSAGES)), "60 at most");
    }

    private void drafts(Stage stage) throws Exception {
        var questions = sets.xquad("en").questions();
        var millis = new ArrayList<Double>();
        for (int i = 0; i < TICKETS; i++) {
            String text = questions.get(i * 19).text();
            var ticket = Json.MAPPER.readTree(post(
                    stage,
                    "/api/v2/tickets",
                    Map.of(
                            "email",
                            "asker@bench.test",
                            "subject",
                            text,
                            "description",
                            text,
                            "status",
                            2,
                            "priority",
                            1)));
            long begun = System.nanoTime();
            post(stage, "/api/hilo/v1/tickets/" + ticket.get("id").asLong() + "/draft", Map.of());
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        AiBench.row(
                "draft without a model over HTTP, ms, median", median(millis.subList(WARM, TICKETS)), "150 at most");
    }

    private String post(Stage stage, String path, Map<String, Object> body) throws Exception {
        String key = Base64.getEncoder().encodeToString((stage.key + ":X").getBytes());
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stage.process.port() + path))
                .header("Authorization", "Basic " + key)
                .header("Content-Type", "application/json")
                .POST(
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300)
            throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
        return response.body();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
