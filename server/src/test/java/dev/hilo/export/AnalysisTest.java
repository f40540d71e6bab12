package dev.hilo.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.Hilo;
import dev.hilo.accounts.NewAccount;
import dev.hilo.accounts.Plan;
import dev.hilo.client.HiloClient;
import dev.hilo.config.Attachments;
import dev.hilo.config.Mail;
import dev.hilo.db.Database;
import dev.hilo.testing.TestDatabase;
import dev.hilo.web.WebServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what docs/analysis tells people to run, on the demo's data as of a certain noon. */
class AnalysisTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "analysis", "README.md");
    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```\n(?:```text\n(.*?)```\n)?", Pattern.DOTALL);

    @TempDir
    static Path folder;

    static Database database;
    static Hilo hilo;
    static HiloClient ada;
    static Connection duckDb;

    @BeforeAll
    static void export() throws Exception {
        var web = new WebServer.Settings(
                "127.0.0.1", 0, 0, null, Files.createDirectories(folder.resolve("up")), List.of());
        var files = new Attachments.Folder(folder.resolve("attachments"));
        var settings = new Hilo.Settings(web, folder, true, "localhost", files, Mail.NONE, true, List.of(), false);
        database = TestDatabase.fresh();
        hilo = new Hilo(settings, database, Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));
        var acme = hilo.accounts()
                .create(new NewAccount(
                        "acme", "Acme", Plan.UNLIMITED, "UTC", "en", "Ada Admin", "ada@acme.test", "correct horse"));
        hilo.demo().furnish(acme);
        hilo.web().start();
        ada = HiloClient.bare(
                URI.create("http://127.0.0.1:" + hilo.web().port()),
                hilo.keys().create(acme.accountId(), "ada@acme.test", "test"));
        var file = folder.resolve("demo.duckdb");
        hilo.export()
                .run(
                        acme,
                        Place.parse(file.toString(), Place.Format.PARQUET),
                        Selection.ALL,
                        false,
                        () -> false,
                        (table, rows) -> {});
        duckDb = DriverManager.getConnection("jdbc:duckdb:" + file);
    }

    @AfterAll
    static void stop() throws Exception {
        duckDb.close();
        hilo.close();
        database.close();
    }

    /** After a change of a query take the document from target/analysis.md, and look at what has changed. */
    @Test
    void every_query_gives_the_answer_that_is_written_below_it() throws Exception {
        var document = Files.readString(DOCUMENT);
        var now = new StringBuilder();
        var query = QUERY.matcher(document);
        int from = 0;
        int count = 0;
        for (; query.find(); count++) {
            now.append(document, from, query.start());
            now.append("```sql\n").append(query.group(1)).append("```\n```text\n");
            now.append(answer(duckDb, query.group(1))).append("```\n");
            from = query.end();
        }
        now.append(document.substring(from));
        Files.writeString(Path.of("target", "analysis.md"), now);
        assertThat(count).isGreaterThanOrEqualTo(12);
        assertThat(now.toString()).isEqualTo(document);
    }

    @Test
    void the_tickets_that_the_queries_count_are_the_apis() throws Exception {
        var told = listed(
                "/tickets?include=stats&updated_since=2020-01-01T00:00:00Z",
                ticket -> line(
                        ticket.get("id"),
                        ticket.get("status"),
                        ticket.get("priority"),
                        ticket.get("type"),
                        ticket.get("source"),
                        ticket.get("responder_id"),
                        ticket.get("group_id"),
                        ticket.get("company_id"),
                        ticket.get("is_escalated"),
                        ticket.get("fr_escalated"),
                        ticket.get("created_at"),
                        ticket.at("/stats/first_responded_at"),
                        ticket.at("/stats/resolved_at"),
                        ticket.at("/stats/reopened_at"),
                        ticket.get("tags").size()));
        assertThat(told).hasSizeGreaterThan(1000);
        assertThat(exported("""
                id, status, priority, type, source, responder_id, group_id, company_id, is_escalated, fr_escalated,
                  second(created_at), second(first_responded_at), second(resolved_at), second(reopened_at), len(tags)
                from tickets where not spam and not deleted and not archived""")).isEqualTo(told);
    }

    @Test
    void the_ratings_that_the_queries_count_are_the_apis() throws Exception {
        var told = listed(
                "/surveys/satisfaction_ratings?created_since=2020-01-01T00:00:00Z",
                rating -> line(
                        rating.get("id"),
                        rating.get("ticket_id"),
                        rating.at("/ratings/default_question"),
                        rating.get("agent_id")));
        assertThat(told).hasSizeGreaterThan(100);
        assertThat(exported("id, ticket_id, rating, agent_id from ratings")).isEqualTo(told);
    }

    @Test
    void the_replies_that_the_queries_count_are_the_apis() throws Exception {
        var tickets = exported("id from tickets where not spam and not deleted and not archived and id % 100 = 0");
        assertThat(tickets).hasSizeGreaterThan(5);
        for (String ticket : tickets) {
            var told = listed(
                    "/tickets/" + ticket + "/conversations?",
                    entry -> line(
                            entry.get("id"),
                            entry.get("user_id"),
                            entry.get("incoming"),
                            entry.get("source"),
                            entry.get("created_at")));
            assertThat(exported("id, user_id, incoming, source, second(created_at) from conversations where not deleted"
                            + " and ticket_id = " + ticket))
                    .isEqualTo(told);
        }
    }

    private static Set<String> listed(String path, Function<JsonNode, String> line) {
        var lines = new TreeSet<String>();
        for (int page = 1; page <= 300; page++) {
            var reply = ada.get(path + "&per_page=100&page=" + page);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            reply.json().forEach(item -> lines.add(line.apply(item)));
            if (reply.json().size() < 100) break;
        }
        return lines;
    }

    private static String line(Object... cells) {
        return Stream.of(cells)
                .map(cell -> cell instanceof JsonNode node ? node.asText() : cell.toString())
                .collect(Collectors.joining(" "));
    }

    private static Set<String> exported(String columns) throws SQLException {
        var lines = new TreeSet<String>();
        try (var statement = duckDb.createStatement()) {
            statement.execute("create or replace temp macro second(t) as strftime(t, '%Y-%m-%dT%H:%M:%SZ')");
            try (var rows = statement.executeQuery("select " + columns)) {
                int width = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    var cells = new Object[width];
                    for (int i = 0; i < width; i++) cells[i] = String.valueOf(rows.getString(i + 1));
                    lines.add(line(cells));
                }
            }
        }
        return lines;
    }

    private static String answer(Connection duckDb, String sql) throws SQLException {
        try (var statement = duckDb.createStatement();
                var rows = statement.executeQuery(sql)) {
            int width = rows.getMetaData().getColumnCount();
            var lines = new ArrayList<List<String>>();
            var head = new ArrayList<String>();
            for (int i = 1; i <= width; i++) head.add(rows.getMetaData().getColumnLabel(i));
            lines.add(head);
            while (rows.next()) {
                var line = new ArrayList<String>();
                for (int i = 1; i <= width; i++) line.add(String.valueOf(rows.getString(i)));
                lines.add(line);
            }
            return aligned(lines);
        }
    }

    private static String aligned(List<List<String>> lines) {
        var text = new StringBuilder();
        for (var line : lines) {
            var row = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                int column = i;
                int wide = lines.stream()
                        .mapToInt(l -> l.get(column).length())
                        .max()
                        .orElse(1);
                row.append(("%-" + wide + "s  ").formatted(line.get(i)));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
