package dev.hilo.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import dev.hilo.errors.Refusal;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsApiTest {

    TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void a_job_tells_that_it_runs_and_then_what_came_of_it() {
        var release = new CountDownLatch(1);
        jobs().register("double", job -> {
            release.await();
            return json(Map.of("success", List.of(2 * job.request().get("n").intValue())));
        });

        String id = start("double", Map.of("n", 21));

        var running = server.admin().get("/jobs/" + id);
        assertThat(running.status()).isEqualTo(200);
        assertThat(running.text()).isEqualTo("{\"id\":\"" + id + "\",\"status\":\"IN PROGRESS\"}");
        release.countDown();
        assertThat(server.awaitJob(id).toString())
                .isEqualTo("{\"id\":\"" + id + "\",\"status\":\"COMPLETED\",\"data\":{\"success\":[42]}}");
    }

    @Test
    void a_call_that_is_undone_has_started_nothing() {
        var runs = new AtomicInteger();
        jobs().register("count", job -> json(runs.incrementAndGet()));
        String undone = UUID.randomUUID().toString();

        assertThatThrownBy(() -> server.database().run(h -> {
                    jobs().start(h, server.caller(), "count", Map.of(), undone);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        server.awaitJob(start("count", Map.of()));
        assertThat(runs).hasValue(1);
        assertThat(server.admin().get("/jobs/" + undone).status()).isEqualTo(404);
    }

    @Test
    void an_attempt_that_fails_is_followed_by_one_that_goes_on_where_it_left_off() {
        var begun = new AtomicInteger();
        jobs().register("steps", job -> {
            int from = job.saved().map(JsonNode::intValue).orElse(0);
            if (begun.incrementAndGet() == 1) {
                server.database().run(h -> job.save(h, 50, json(7)));
                throw new IllegalStateException("the network is gone");
            }
            return json(from);
        });

        assertThat(server.awaitJob(start("steps", Map.of())).get("data").intValue())
                .isEqualTo(7);
        assertThat(begun).hasValue(2);
    }

    @Test
    void a_job_that_is_refused_fails_at_once() {
        var begun = new AtomicInteger();
        jobs().register("refused", job -> {
            begun.incrementAndGet();
            throw new Refusal.NotFound();
        });

        var job = server.awaitJob(start("refused", Map.of()));

        assertThat(job.get("status").asText()).isEqualTo("FAILED");
        assertThat(job.has("data")).isFalse();
        assertThat(begun).hasValue(1);
    }

    @Test
    void a_job_that_has_been_begun_five_times_is_not_begun_again() {
        var begun = new AtomicInteger();
        jobs().register("poison", job -> json(begun.incrementAndGet()));
        String id = UUID.randomUUID().toString();
        server.database().run(h -> {
            jobs().start(h, server.caller(), "poison", Map.of(), id);
            h.execute(
                    "update jobs set attempts = 5 where account_id = ?",
                    server.acme().accountId());
        });

        assertThat(server.awaitJob(id).get("status").asText()).isEqualTo("FAILED");
        assertThat(begun).hasValue(0);
    }

    @Test
    void a_stop_leaves_a_long_job_at_its_last_step_and_the_next_start_resumes_it() throws Exception {
        var steps = server.database();
        steps.run(h -> h.execute("create table steps (n integer primary key)"));
        JobWork count = job -> {
            int done = job.saved().map(JsonNode::intValue).orElse(0);
            while (done < 2000) {
                int n = ++done;
                steps.run(h -> {
                    h.execute("insert into steps values (?)", n);
                    job.save(h, n / 20, json(n));
                });
            }
            return json(done);
        };
        jobs().register("count", count);
        String id = start("count", Map.of());
        await().until(() -> steps.read(h -> h.createQuery("select count(*) from steps")
                        .mapTo(int.class)
                        .one())
                > 10);

        server.restart(hilo -> hilo.apiJobs().register("count", count));

        assertThat(server.awaitJob(id).get("data").intValue()).isEqualTo(2000);
    }

    @Test
    void the_work_of_a_node_that_died_is_taken_over() throws Exception {
        JobWork work = job -> json("done");
        jobs().register("orphan", work);
        String id = UUID.randomUUID().toString();
        server.database().run(h -> {
            jobs().start(h, server.caller(), "orphan", Map.of(), id);
            h.createUpdate("update scheduled_tasks set picked = true, picked_by = 'ghost', last_heartbeat = :then"
                            + " where task_name = 'api-job'")
                    .bind("then", Instant.now().minus(Duration.ofHours(1)))
                    .execute();
        });

        server.restart(hilo -> hilo.apiJobs().register("orphan", work));

        assertThat(server.awaitJob(id).get("data").asText()).isEqualTo("done");
    }

    @Test
    void what_is_no_job_is_not_found() {
        assertThat(server.admin().get("/jobs/1").status()).isEqualTo(404);
        assertThat(server.admin().get("/jobs/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void jobs_that_ended_a_month_ago_are_forgotten() {
        jobs().register("old", job -> json(1));
        String old = start("old", Map.of());
        server.awaitJob(old);
        server.database()
                .run(h -> h.execute(
                        "update jobs set status_updated_at = now() - interval '31 days' where account_id = ?",
                        server.acme().accountId()));
        String recent = start("old", Map.of());
        server.awaitJob(recent);

        jobs().forgetOld();

        assertThat(server.admin().get("/jobs/" + old).status()).isEqualTo(404);
        assertThat(server.admin().get("/jobs/" + recent).status()).isEqualTo(200);
    }

    private String start(String kind, Object request) {
        String id = UUID.randomUUID().toString();
        return server.database().write(h -> jobs().start(h, server.caller(), kind, request, id));
    }

    private ApiJobs jobs() {
        return server.hilo().apiJobs();
    }

    private static JsonNode json(Object value) {
        return Json.MAPPER.valueToTree(value);
    }
}
