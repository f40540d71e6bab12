package dev.hilo.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportTest {

    static final String NASTY = "A \"quote\", a comma\n\ta tab, a back\\slash, ñ 漢字 😀 \\N";

    static TestServer server;
    static HiloClient ada;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        ada.post("/groups", Map.of("name", "Billing"));
        field("/admin/ticket_fields", "Reference", "custom_text");
        field("/admin/ticket_fields", "Weight", "custom_decimal");
        field("/admin/ticket_fields", "Day", "custom_date");
    }

    static void field(String path, String label, String type) {
        var made = ada.post(path, Map.of("label", label, "label_for_customers", label, "type", type));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    static Stream<Exported> everywhere() {
        return Exported.everywhere(folder);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void what_is_exported_equals_the_api_and_stays_so(Exported target) throws Exception {
        long first =
                ticket("First " + target, Map.of("custom_fields", Map.of("cf_weight", 12.5, "cf_day", "2026-02-28")));
        long second = ticket(NASTY, Map.of("tags", List.of("a b", "c\"d")));
        long gone = ticket("Gone", Map.of());
        note(first, "A note");
        long edited = note(second, "Before");
        rate(second);

        var whole = run(target, Selection.ALL);

        assertThat(whole.whole()).isTrue();
        assertEqualsTheApi(target);

        ada.put("/conversations/" + edited, Map.of("body", "<div>After</div>"));
        ada.put("/tickets/" + first, Map.of("status", 4, "subject", "Solved"));
        erase(gone);
        long fresh = ticket("Fresh", Map.of());
        note(fresh, "New");

        var changed = run(target, Selection.ALL);

        assertThat(changed.whole()).isFalse();
        assertThat(changed.rows().get("tickets")).isEqualTo(3);
        assertThat(changed.rows().get("conversations")).isEqualTo(2);
        assertEqualsTheApi(target);
        assertThat(target.rows("tickets", "id"))
                .doesNotContain("[" + gone + "]")
                .doesNotHaveDuplicates();
        assertThat(target.rows("events", "id")).doesNotHaveDuplicates();

        var idle = run(target, Selection.ALL);
        assertThat(idle.rows().values()).containsOnly(0L);
        assertEqualsTheApi(target);
    }

    private static void assertEqualsTheApi(Exported target) throws Exception {
        assertThat(target.rows("tickets", "id", "status", "subject", "status_name"))
                .isEqualTo(strings("select id, status, subject, case status when 2 then 'Open' else 'Resolved' end"
                        + " from tickets order by id"));
        assertThat(target.rows("conversations", "id", "ticket_id", "kind", "body_text"))
                .isEqualTo(
                        strings("select id, ticket_id, case when source = 6 then 'feedback' else 'note' end, body_text"
                                + " from conversations order by id"));
        assertThat(target.rows("ratings", "id", "rating"))
                .isEqualTo(strings("select id, 103 from satisfaction_ratings"));
        assertThat(target.rows("contacts", "id", "name"))
                .isEqualTo(
                        strings("select id, name from contacts where id not in (select id from agents) order by id"));
        assertThat(target.rows("agents", "id", "email"))
                .isEqualTo(
                        strings("select c.id, c.email from agents join contacts c using (account_id, id) order by id"));
        assertThat(target.rows("groups", "id")).isEqualTo(strings("select id from groups order by id"));
        assertThat(target.rows("events", "id", "type", "record_id")).isEqualTo(strings("""
                select id, type, record_id from events where record in ('ticket', 'conversation', 'attachment', 'summary',
                  'watcher', 'time_entry', 'rating', 'contact', 'company', 'agent', 'group', 'group_member') order by id"""));
    }

    @Test
    void an_accounts_own_fields_are_columns_of_their_types() throws Exception {
        long id = ticket(
                "Typed",
                Map.of("custom_fields", Map.of("cf_weight", 12.5, "cf_day", "2026-02-28", "cf_reference", "R-1")));
        var target = Exported.duckDb(folder.resolve("typed.duckdb"));
        run(target, Selection.ALL);

        assertThat(target.rows(
                        "tickets", "id", "typeof(cf_weight)", "cf_weight", "typeof(cf_day)", "cf_day", "cf_reference"))
                .contains("[" + id + ", DOUBLE, 12.5, DATE, 2026-02-28, R-1]");

        field("/admin/ticket_fields", "Later", "custom_checkbox");
        assertThat(run(target, Selection.ALL).whole()).isTrue();
        assertThat(target.rows("tickets", "typeof(cf_later)")).contains("[BOOLEAN]");
    }

    @Test
    void resolved_tickets_alone_come_and_go_with_all_that_is_theirs() throws Exception {
        var target = Exported.parquet(folder.resolve("resolved"));
        var resolved = new Selection(true, null, false);
        long id = ticket("Soon resolved", Map.of());
        long note = note(id, "Said before");
        run(target, resolved);
        assertThat(target.rows("contacts", "id")).isNotEmpty();
        assertThat(ids(target)).doesNotContain(id);

        ada.put("/tickets/" + id, Map.of("status", 4));
        assertThat(run(target, resolved).whole()).isFalse();
        assertThat(ids(target)).contains(id);
        assertThat(target.rows("conversations", "id")).contains("[" + note + "]");
        assertThat(target.rows("events", "record_id", "type")).contains("[" + note + ", conversation.created]");

        ada.put("/tickets/" + id, Map.of("status", 2));
        run(target, resolved);
        assertThat(ids(target)).doesNotContain(id);
    }

    private static List<Long> ids(Exported target) throws Exception {
        try {
            return target.rows("tickets", "id").stream()
                    .map(row -> Long.valueOf(row.substring(1, row.length() - 1)))
                    .toList();
        } catch (java.sql.SQLException e) {
            assertThat(e.getMessage()).contains("No files found");
            return List.of();
        }
    }

    @Test
    void what_is_older_than_asked_for_is_left_out() throws Exception {
        long old = ticket("Old", Map.of());
        note(old, "Old note");
        var now = Instant.parse(
                        ada.get("/tickets/" + old).json().get("created_at").asText())
                .plusSeconds(1);
        long young = ticket("Young", Map.of());
        server.database()
                .run(h -> h.execute(
                        "update tickets set created_at = created_at + interval '1 hour' where id = ?", young));
        var target = Exported.lines(folder.resolve("since"), Place.Format.JSONL);

        run(target, new Selection(false, now, false));

        assertThat(target.rows("tickets", "subject")).containsExactly("[Young]");
    }

    @Test
    void a_redacted_export_tells_of_no_customer() throws Exception {
        ada.post(
                "/contacts",
                Map.of("name", "Zoraida Quintanilla", "email", "zoraida@secret.test", "phone", "+34 600 123 456"));
        long id = ticket(
                "From Zoraida Quintanilla",
                Map.of(
                        "email",
                        "zoraida@secret.test",
                        "description",
                        "I am Zoraida Quintanilla, write to zoraida@secret.test or call +34 600 123 456."
                                + " My card is 4111 1111 1111 1111. My order 4111 is late."));
        note(id, "Called Zoraida, she says 4111-1111-1111-1111");
        var redacted = new Selection(false, null, true);
        for (var target : Exported.everywhere(folder.resolve("redacted")).toList()) {
            run(target, redacted);
            var everything = new StringBuilder();
            for (var table : Schema.tables()) {
                if (!Set.of("tickets", "conversations", "contacts", "events").contains(table.name())) continue;
                var columns = table.columns().stream().map(Column::name).toArray(String[]::new);
                everything.append(target.rows(table.name(), columns));
            }
            assertThat(everything.toString())
                    .as(target.toString())
                    .doesNotContainIgnoringCase("zoraida")
                    .doesNotContain("quintanilla", "600 123", "4111 1111", "4111-1111")
                    .contains("order 4111 is late");
        }
        var file = Exported.duckDb(folder.resolve("redacted/acme.duckdb"));
        String pseudonym = file.rows("contacts", "name", "id").stream()
                .filter(row -> row.contains("" + requester(id)))
                .findFirst()
                .orElseThrow();
        assertThat(pseudonym).matches("\\[Contact [0-9a-f]{12}, \\d+]");
        assertThat(file.rows("tickets", "subject")).contains("[From " + pseudonym.substring(1, 21) + "]");
    }

    @Test
    void a_pseudonym_is_the_same_in_every_column_text_and_run() throws Exception {
        var quin = ada.post(
                        "/contacts",
                        Map.of("name", "Quin Oak", "email", "quin@secret.test", "phone", "+34 611 222 333"))
                .json();
        var file = Exported.duckDb(folder.resolve("stable.duckdb"));
        long first = ticket("One", Map.of("email", "quin@secret.test"));
        String said = "Quin says: Quin@secret.test, 0034 611-222-333, 5500 0000 0000 0004.";
        note(first, said);
        run(file, new Selection(false, null, true));
        String person = file.rows("contacts", "name", "email", "phone", "id").stream()
                .filter(row -> row.contains(quin.get("id").asText()))
                .findFirst()
                .orElseThrow();
        var parts = person.substring(1, person.length() - 1).split(", ");
        assertThat(parts[2]).matches("Phone [0-9a-f]{12}");

        String before = noteOf(file, first);
        assertThat(before)
                .matches("\\[" + parts[0] + " says: " + parts[1] + ", " + parts[2] + ", Card [0-9a-f]{12}\\.]");

        long second = ticket("Two", Map.of("email", "quin@secret.test"));
        note(second, said);
        assertThat(run(file, new Selection(false, null, true)).whole()).isFalse();
        assertThat(noteOf(file, second)).isEqualTo(before);
    }

    private static String noteOf(Exported target, long ticket) throws Exception {
        String begin = "[" + ticket + ", ";
        return target.rows("conversations", "ticket_id", "body_text").stream()
                .filter(row -> row.startsWith(begin))
                .findFirst()
                .orElseThrow()
                .replace(begin, "[");
    }

    private static long requester(long ticket) {
        return ada.get("/tickets/" + ticket).json().get("requester_id").asLong();
    }

    @Test
    void a_run_that_is_stopped_leaves_the_target_as_it_was() throws Exception {
        ticket("Before", Map.of());
        var target = Exported.parquet(folder.resolve("stopped"));
        run(target, Selection.ALL);
        var before = target.rows("tickets", "id", "subject");
        ticket("After", Map.of());

        assertThatThrownBy(() -> server.hilo()
                        .export()
                        .run(server.acme(), target.place, Selection.ALL, false, () -> true, (table, rows) -> {}))
                .isInstanceOf(Export.Stopped.class);

        assertThat(target.rows("tickets", "id", "subject")).isEqualTo(before);
        run(target, Selection.ALL);
        assertThat(target.rows("tickets", "subject")).contains("[After]");
    }

    static long ticket(String subject, Map<String, Object> more) {
        var asked = new HashMap<String, Object>(Map.of(
                "subject",
                subject,
                "description",
                "<p>Hello</p>",
                "email",
                "cora@customer.test",
                "status",
                2,
                "priority",
                1));
        asked.putAll(more);
        var made = ada.post("/tickets", asked);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asLong();
    }

    private static long note(long ticket, String text) {
        JsonNode note = ada.post("/tickets/" + ticket + "/notes", Map.of("body", "<div>" + text + "</div>"))
                .json();
        return note.get("id").asLong();
    }

    private static void rate(long ticket) {
        ada.post("/tickets/" + ticket + "/satisfaction_ratings", Map.of("ratings", Map.of("default_question", 103)));
    }

    private static void erase(long ticket) {
        server.database().run(h -> h.execute("delete from tickets where id = ?", ticket));
    }

    private static List<String> strings(String sql) {
        return server.database()
                .read(h -> h.createQuery(sql)
                        .map((row, context) -> {
                            var cells = new java.util.ArrayList<String>();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) cells.add(row.getString(i));
                            return cells.toString();
                        })
                        .list());
    }

    static Export.Result run(Exported target, Selection selection) throws Exception {
        server.awaitHorizon();
        return server.hilo()
                .export()
                .run(server.acme(), target.place, selection, false, () -> false, (table, rows) -> {});
    }
}
