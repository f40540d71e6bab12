package dev.hilo.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.hilo.RouteTable;
import dev.hilo.accounts.TicketScope;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import dev.hilo.testing.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class IdempotencyTest {

    static TestServer server;
    static RawHttp ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = new RawHttp(server.address(), server.adminKey());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static RawHttp.Answer post(RawHttp http, String path, String key, String body) {
        return http.call(
                "POST",
                path,
                Map.of("Content-Type", "application/json", "Idempotency-Key", key),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static RawHttp.Answer post(String path, String key, String body) {
        return post(ada, path, key, body);
    }

    private static String notes(long ticket) {
        return "/api/v2/tickets/" + ticket + "/notes";
    }

    private static List<String> entries(long ticket) {
        return ada.get("/api/v2/tickets/" + ticket + "/conversations").json().findValuesAsText("body_text");
    }

    private static void assertReplayOf(RawHttp.Answer first, RawHttp.Answer second) {
        assertThat(second.status()).as(second.toString()).isEqualTo(first.status());
        assertThat(second.body()).isEqualTo(first.body());
        for (var name : List.of("Location", "Content-Type", "Status", "Retry-After", "Allow")) {
            assertThat(second.header(name)).as(name).isEqualTo(first.header(name));
        }
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.header("Idempotent-Replayed")).contains("true");
        assertThat(second.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
    }

    private static void assertConflict(RawHttp.Answer answer, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
        assertThat(answer.json().get("message").asText()).contains("Idempotency-Key");
    }

    @Test
    void a_repeated_note_is_written_once_and_answered_the_same() {
        long ticket = server.ticket();
        var key = key();

        var first = post(notes(ticket), key, "{\"body\":\"once\",\"private\":false}");
        var second = post(notes(ticket), key, "{ \"private\": false, \"body\": \"once\" }");

        assertThat(first.status()).isEqualTo(201);
        assertReplayOf(first, second);
        assertThat(entries(ticket)).containsExactly("once");
    }

    @Test
    void without_the_header_the_same_note_is_written_twice() {
        long ticket = server.ticket();
        ada.json("POST", notes(ticket), "{\"body\":\"again\"}");
        ada.json("POST", notes(ticket), "{\"body\":\"again\"}");

        assertThat(entries(ticket)).containsExactly("again", "again");
    }

    @Test
    void a_key_stands_for_one_body_and_one_address() {
        long ticket = server.ticket();
        long other = server.ticket();
        var key = key();
        post(notes(ticket), key, "{\"body\":\"a\"}");

        assertConflict(post(notes(ticket), key, "{\"body\":\"b\"}"), "idempotency_key_reused");
        assertConflict(post(notes(other), key, "{\"body\":\"a\"}"), "idempotency_key_reused");
        assertConflict(post("/api/v2/tickets/" + ticket + "/reply", key, "{\"body\":\"a\"}"), "idempotency_key_reused");
        assertThat(post(notes(ticket), key, "{\"body\":\"b\"}").header("Retry-After"))
                .isEmpty();
        assertThat(entries(ticket)).containsExactly("a");
        assertThat(entries(other)).isEmpty();
    }

    @Test
    void keys_of_two_agents_have_nothing_to_do_with_each_other() {
        long ticket = server.ticket();
        var key = key();
        server.agent("kim@acme.test", TicketScope.GLOBAL);
        var kim = new RawHttp(
                server.address(), server.hilo().keys().create(server.acme().accountId(), "kim@acme.test", "k"));

        assertThat(post(notes(ticket), key, "{\"body\":\"n\"}").status()).isEqualTo(201);
        assertThat(post(kim, notes(ticket), key, "{\"body\":\"n\"}").header("Idempotent-Replayed"))
                .isEmpty();
        assertThat(entries(ticket)).containsExactly("n", "n");
    }

    @Test
    void a_form_is_known_by_its_parts_whatever_its_boundary() {
        long ticket = server.ticket();
        var key = key();

        var first = form(ticket, key, "one", "bytes");
        var second = form(ticket, key, "two", "bytes");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertReplayOf(first, second);
        assertConflict(form(ticket, key, "one", "other"), "idempotency_key_reused");
        assertThat(entries(ticket)).containsExactly("with a file");
    }

    private static RawHttp.Answer form(long ticket, String key, String boundary, String content) {
        var form = """
                --%1$s\r
                Content-Disposition: form-data; name="body"\r
                \r
                with a file\r
                --%1$s\r
                Content-Disposition: form-data; name="attachments[]"; filename="a.txt"\r
                \r
                %2$s\r
                --%1$s--\r
                """.formatted(boundary, content);
        return ada.call(
                "POST",
                notes(ticket),
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary, "Idempotency-Key", key),
                form.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_refusal_of_what_was_sent_is_told_again() {
        long ticket = server.ticket();
        var key = key();
        var invalid = post(notes(ticket), key, "{\"body\":\"n\",\"user_id\":1}");
        assertThat(invalid.status()).isEqualTo(400);
        assertReplayOf(invalid, post(notes(ticket), key, "{\"body\":\"n\",\"user_id\":1}"));

        var missing = key();
        var first = post(notes(999_999), missing, "{\"body\":\"n\"}");
        assertThat(first.status()).isEqualTo(404);
        assertReplayOf(first, post(notes(999_999), missing, "{\"body\":\"n\"}"));

        var product = key();
        var name = "{\"name\":\"Skates\"}";
        assertThat(post("/api/hilo/v1/products", key(), name).status()).isEqualTo(201);
        var duplicate = post("/api/hilo/v1/products", product, name);
        assertThat(duplicate.status()).isEqualTo(409);
        assertReplayOf(duplicate, post("/api/hilo/v1/products", product, name));
    }

    @Test
    void what_may_be_allowed_later_is_not_kept() {
        server.agent("sam@acme.test", TicketScope.GLOBAL);
        var sam = new RawHttp(
                server.address(), server.hilo().keys().create(server.acme().accountId(), "sam@acme.test", "k"));
        var key = key();
        var group = "{\"name\":\"Sam's\"}";

        for (int i = 0; i < 2; i++) {
            var refused = post(sam, "/api/v2/groups", key, group);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("Idempotent-Replayed")).isEmpty();
        }
    }

    @Test
    void a_failure_undoes_the_work_and_frees_the_key() {
        long ticket = server.ticket();
        var key = key();
        server.database().run(h -> h.execute("""
                create function break_down() returns trigger language plpgsql as $$
                begin
                  if new.body like '%break down%' then raise exception 'broken'; end if;
                  return new;
                end $$;
                create trigger break_down after insert on conversations for each row execute function break_down();
                """));

        assertThat(post(notes(ticket), key, "{\"body\":\"break down\"}").status())
                .isEqualTo(500);
        assertThat(entries(ticket)).isEmpty();

        server.database().run(h -> h.execute("drop function break_down cascade"));
        var second = post(notes(ticket), key, "{\"body\":\"break down\"}");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEmpty();
        assertReplayOf(second, post(notes(ticket), key, "{\"body\":\"break down\"}"));
    }

    @Test
    void an_answer_is_forgotten_after_a_day() {
        long ticket = server.ticket();
        var key = key();
        post(notes(ticket), key, "{\"body\":\"n\"}");
        age(key, 23);
        server.hilo().idempotency().forgetOld();
        assertThat(post(notes(ticket), key, "{\"body\":\"n\"}").header("Idempotent-Replayed"))
                .contains("true");

        age(key, 1);
        var again = post(notes(ticket), key, "{\"body\":\"another one\"}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEmpty();
        assertThat(entries(ticket)).containsExactly("n", "another one");

        age(key, 24);
        server.hilo().idempotency().forgetOld();
        long left = server.database()
                .read(h -> h.createQuery("select count(*) from idempotency_keys where key = ?")
                        .bind(0, key)
                        .mapTo(long.class)
                        .one());
        assertThat(left).isZero();
    }

    private static void age(String key, int hours) {
        server.database()
                .run(h -> h.execute(
                        "update idempotency_keys set created_at = created_at - make_interval(hours => ?) where key = ?",
                        hours,
                        key));
    }

    @Test
    void while_the_first_call_runs_the_others_are_told_to_wait() throws Exception {
        long ticket = server.ticket();
        var key = key();
        CompletableFuture<RawHttp.Answer> first;
        try (var blocker = Blocker.of(ticket)) {
            first = CompletableFuture.supplyAsync(() -> post(notes(ticket), key, "{\"body\":\"slow\"}"));
            blocker.awaitWaiting();

            var second = post(notes(ticket), key, "{\"body\":\"slow\"}");
            assertConflict(second, "idempotency_key_in_use");
            assertThat(second.header("Retry-After")).contains("1");
        }
        assertThat(first.get().status()).isEqualTo(201);
        assertReplayOf(first.get(), post(notes(ticket), key, "{\"body\":\"slow\"}"));
        assertThat(entries(ticket)).containsExactly("slow");
    }

    @Test
    void a_lost_connection_in_the_midst_of_it_leaves_nothing_behind() throws Exception {
        long ticket = server.ticket();
        var key = key();
        CompletableFuture<RawHttp.Answer> first;
        try (var blocker = Blocker.of(ticket)) {
            first = CompletableFuture.supplyAsync(() -> post(notes(ticket), key, "{\"body\":\"lost\"}"));
            blocker.terminateWaiting();
            assertThat(first.get().status()).isEqualTo(500);
        }
        var second = post(notes(ticket), key, "{\"body\":\"lost\"}");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEmpty();
        assertThat(entries(ticket)).containsExactly("lost");
    }

    /** Holds a ticket's row, so that whoever writes to the ticket waits. */
    private record Blocker(Handle handle) implements AutoCloseable {

        static Blocker of(long ticket) {
            var handle = Jdbi.open(server.database().dataSource());
            handle.begin();
            handle.select("select id from tickets where id = ? for update", ticket)
                    .mapTo(long.class)
                    .one();
            return new Blocker(handle);
        }

        void awaitWaiting() {
            await().until(() -> !waiting().isEmpty());
        }

        void terminateWaiting() {
            awaitWaiting();
            waiting()
                    .forEach(pid -> server.database()
                            .read(h -> h.select("select pg_terminate_backend(?)", pid)
                                    .mapTo(boolean.class)
                                    .one()));
        }

        private List<Integer> waiting() {
            return server.database()
                    .read(h -> h.createQuery("""
                            select pid from pg_stat_activity
                            where datname = current_database() and wait_event_type = 'Lock'
                            """).mapTo(int.class).list());
        }

        @Override
        public void close() {
            handle.rollback();
            handle.close();
        }
    }

    @Test
    void of_many_calls_at_once_one_does_the_work() throws Exception {
        long ticket = server.ticket();
        var key = key();
        var calls = new ArrayList<CompletableFuture<RawHttp.Answer>>();
        for (int i = 0; i < 30; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> post(notes(ticket), key, "{\"body\":\"race\"}")));
        }
        var created = new ArrayList<String>();
        for (var call : calls) {
            var answer = call.get();
            if (answer.status() == 201) created.add(answer.text());
            else assertConflict(answer, "idempotency_key_in_use");
        }
        assertThat(created).isNotEmpty();
        assertThat(created.stream().distinct()).hasSize(1);
        assertThat(entries(ticket)).containsExactly("race");
    }

    @Test
    void a_key_that_is_none_is_refused() {
        long ticket = server.ticket();
        for (var key : List.of("", "k".repeat(256), "schlüssel", "a\tb")) {
            var answer = post(notes(ticket), key, "{\"body\":\"n\"}");
            assertThat(answer.status()).as(key).isEqualTo(400);
        }
        assertThat(post(notes(ticket), "k".repeat(255), "{\"body\":\"n\"}").status())
                .isEqualTo(201);
        assertThat(entries(ticket)).hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> every_post_can_be_repeated() {
        var world = World.of(server);
        return RouteTable.of(server).stream()
                .filter(route -> route.method().equals("POST"))
                .filter(route -> !route.path().equals("/api/hilo/v1/mail")) // known by its Message-ID
                .map(route -> dynamicTest(route.path(), () -> {
                    var key = key();
                    var first = post(world.path(route.path()), key, world.body(route));
                    var second = post(world.path(route.path()), key, world.body(route));

                    assertThat(first.status()).as(first.toString()).isLessThan(500);
                    assertReplayOf(first, second);
                }));
    }
}
