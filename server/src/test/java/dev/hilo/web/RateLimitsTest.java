package dev.hilo.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.hilo.accounts.CallKind;
import dev.hilo.accounts.Plan;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The calls per minute of §1.10 of the reference. */
class RateLimitsTest {

    private static final long ACME = 1;
    private static final String TICKET =
            "{\"email\":\"c@customer.test\",\"subject\":\"s\",\"description\":\"d\",\"status\":2,\"priority\":1}";

    private final AtomicLong now = new AtomicLong(Duration.ofDays(1).toNanos());
    private final RateLimits limits = new RateLimits(true, (Ticker) now::get);

    @Test
    void a_window_is_sixty_seconds_that_start_with_its_first_call() {
        for (int call = 1; call <= 50; call++) {
            assertThat(limits.charge(ACME, Plan.TRIAL, CallKind.OTHER, 1).remaining())
                    .isEqualTo(50 - call);
            pass(Duration.ofMillis(500));
        }
        assertThat(limits.charge(ACME, Plan.TRIAL, CallKind.OTHER, 1).retryAfterSeconds())
                .isEqualTo(35);

        pass(Duration.ofMillis(34_999));
        assertThat(limits.charge(ACME, Plan.TRIAL, CallKind.OTHER, 1).retryAfterSeconds())
                .isEqualTo(1);
        pass(Duration.ofMillis(2));
        assertThat(limits.charge(ACME, Plan.TRIAL, CallKind.OTHER, 1).remaining())
                .isEqualTo(49);
    }

    @Test
    void one_account_does_not_use_up_anothers() {
        for (int call = 1; call <= 50; call++) limits.charge(ACME, Plan.TRIAL, CallKind.OTHER, 1);

        assertThat(limits.charge(2, Plan.TRIAL, CallKind.OTHER, 1).remaining()).isEqualTo(49);
    }

    @Test
    void every_plan_has_its_allowances() {
        var plans = Map.of(
                Plan.GROWTH, List.of(200, 80, 80, 20, 20),
                Plan.PRO, List.of(400, 160, 160, 100, 100),
                Plan.ENTERPRISE, List.of(700, 280, 280, 200, 200),
                Plan.PURCHASED_1000, List.of(1000, 400, 400, 300, 300),
                Plan.PURCHASED_2000, List.of(2000, 800, 800, 400, 400));
        plans.forEach((plan, allowances) -> {
            assertThat(plan.callsPerMinute()).isEqualTo(allowances.getFirst());
            int i = 0;
            for (var kind : CallKind.values()) {
                assertThat(callsUntilRefused(plan, kind)).as(plan + " " + kind).isEqualTo(allowances.get(i++));
            }
        });
        assertThat(callsUntilRefused(Plan.TRIAL, CallKind.TICKET_LIST)).isEqualTo(50);
    }

    private int callsUntilRefused(Plan plan, CallKind kind) {
        pass(Duration.ofSeconds(61));
        return (int) IntStream.range(0, 3000).takeWhile(i -> passes(plan, kind)).count();
    }

    private boolean passes(Plan plan, CallKind kind) {
        return limits.charge(ACME, plan, kind, 1).retryAfterSeconds() == 0;
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void calls_beyond_the_plan_are_429_with_the_seconds_to_wait() throws Exception {
        try (var server = TestServer.start(Plan.TRIAL)) {
            var admin = new RawHttp(server.address(), server.adminKey());
            admin.get("/api/v2/tickets?include=stats,requester,description");
            admin.json("POST", "/api/v2/tickets", "{}");
            admin.get("/api/v2/tickets/999999");
            admin.get("/api/v2/no_such_path");
            var last = admin.get("/api/v2/roles");
            assertThat(last.header("X-RateLimit-Remaining"))
                    .as("an include of a list costs two, and what is refused counts as well")
                    .contains("39.0");

            for (int i = 0; i < 39; i++)
                assertThat(admin.get("/api/v2/roles").status()).isEqualTo(200);
            var refused = admin.get("/api/v2/roles");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(refused.header("X-RateLimit-Remaining")).contains("0.0");
            assertThat(refused.header("X-RateLimit-Total")).contains("50.0");
            assertThat(admin.json("POST", "/api/v2/tickets", TICKET).status()).isEqualTo(429);
        }
    }

    @Test
    void the_lists_and_ticket_writes_have_smaller_allowances() throws Exception {
        try (var server = TestServer.start(Plan.GROWTH)) {
            var admin = new RawHttp(server.address(), server.adminKey());
            for (int i = 0; i < 20; i++) admin.get("/api/v2/tickets");

            var refused = admin.get("/api/v2/tickets");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isPresent();
            assertThat(admin.get("/api/v2/roles").status()).isEqualTo(200);
            assertThat(admin.json("POST", "/api/v2/tickets", TICKET).status()).isEqualTo(201);
        }
    }
}
