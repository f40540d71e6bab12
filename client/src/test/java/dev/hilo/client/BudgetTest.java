package dev.hilo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private final FakeTime time = new FakeTime();

    @Test
    void half_of_the_limit_is_kept_free() throws Exception {
        var endpoint = new Endpoint(time, 100);
        var budget = Budget.keepingFree(0.5, time);
        for (int i = 0; i < 500; i++) call(budget, endpoint, "/roles", Urgency.BULK);

        assertThat(endpoint.refused).isZero();
        assertThat(time.seconds()).isCloseTo(60 * 9, within(10.0));
    }

    @Test
    void nearly_all_of_the_limit_can_be_used_without_a_refusal() throws Exception {
        var endpoint = new Endpoint(time, 700);
        var budget = Budget.keepingFree(0, time);
        for (int i = 0; i < 7000; i++) {
            call(budget, endpoint, "/roles", Urgency.BULK);
            time.pause(Endpoint.seconds(0.01));
        }

        assertThat(endpoint.refused).isZero();
        double allowed = 700 * (time.seconds() / 60 + 1);
        assertThat(7000 / allowed).isGreaterThan(0.95);
    }

    @Test
    void what_others_use_is_seen() throws Exception {
        var endpoint = new Endpoint(time, 100);
        var budget = Budget.keepingFree(0.2, time);
        call(budget, endpoint, "/roles", Urgency.BULK);
        for (int i = 0; i < 90; i++) endpoint.call(1);
        for (int i = 0; i < 9; i++) call(budget, endpoint, "/roles", Urgency.BULK);
        assertThat(time.seconds()).isZero();

        call(budget, endpoint, "/roles", Urgency.BULK);
        assertThat(time.seconds()).isCloseTo(60, within(1.0));
        assertThat(endpoint.refused).isZero();
    }

    @Test
    void an_urgent_call_may_use_what_is_kept_free() throws Exception {
        var endpoint = new Endpoint(time, 100);
        var budget = Budget.keepingFree(0.9, time);
        for (int i = 0; i < 10; i++) call(budget, endpoint, "/roles", Urgency.BULK);
        for (int i = 0; i < 90; i++) call(budget, endpoint, "/roles", Urgency.URGENT);
        assertThat(time.seconds()).isZero();
        assertThat(endpoint.refused).isZero();
    }

    @Test
    void includes_cost_what_the_endpoint_says() throws Exception {
        var endpoint = new Endpoint(time, 100);
        var budget = Budget.keepingFree(0.4, time);
        for (int i = 0; i < 20; i++) call(budget, endpoint, "/tickets?include=stats", Urgency.BULK);
        assertThat(time.seconds()).isZero();
        call(budget, endpoint, "/tickets?include=stats", Urgency.BULK);
        assertThat(time.seconds()).isCloseTo(60, within(1.0));
    }

    @Test
    void a_list_keeps_within_its_own_smaller_limit() throws Exception {
        var endpoint = new Endpoint(time, 200);
        var budget = Budget.keepingFree(0, time);
        for (int i = 0; i < 20; i++) call(budget, endpoint, "/tickets?page=" + i, Urgency.BULK);
        assertThat(time.seconds()).isZero();
        call(budget, endpoint, "/roles", Urgency.BULK);
        assertThat(time.seconds()).isZero();
        call(budget, endpoint, "/tickets?page=21", Urgency.BULK);
        assertThat(time.seconds()).isCloseTo(60, within(1.0));
    }

    @Test
    void a_refusal_is_waited_out() throws Exception {
        var endpoint = new Endpoint(time, 10);
        for (int i = 0; i < 10; i++) endpoint.call(1);
        time.pause(Endpoint.seconds(20));
        var budget = Budget.keepingFree(0.5, time);
        assertThat(call(budget, endpoint, "/roles", Urgency.BULK).status()).isEqualTo(429);
        assertThat(call(budget, endpoint, "/roles", Urgency.BULK).status()).isEqualTo(200);
        assertThat(time.seconds()).isCloseTo(60, within(1.0));
    }

    @Test
    void a_single_call_a_minute_is_never_throttled() throws Exception {
        var endpoint = new Endpoint(time, 10);
        var budget = Budget.keepingFree(0.5, time);
        for (int minute = 0; minute < 30; minute++) {
            call(budget, endpoint, "/roles", Urgency.BULK);
            time.pause(Endpoint.seconds(61));
        }
        assertThat(time.seconds()).isCloseTo(30 * 61, within(0.1));
    }

    @Test
    void an_endpoint_without_limits_is_not_throttled() throws Exception {
        var budget = Budget.keepingFree(0.5, time);
        for (int i = 0; i < 10_000; i++)
            budget.settle(budget.take(call("/roles", Urgency.BULK)), Endpoint.withoutHeaders());
        assertThat(time.seconds()).isZero();
    }

    /** Minutes that last a fifth of a second. */
    private static final Time FAST = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime() * 300;
        }

        @Override
        public void pause(Duration length) throws InterruptedException {
            Thread.sleep(length.dividedBy(300));
        }

        @Override
        public void await(Condition changed, long nanos) throws InterruptedException {
            changed.awaitNanos(nanos / 300);
        }
    };

    @Test
    void many_threads_meet_no_refusal() throws Exception {
        var endpoint = new Endpoint(FAST, 200);
        var budget = Budget.keepingFree(0.1, FAST);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var workers = new ArrayList<Future<?>>();
            for (int i = 0; i < 12; i++) workers.add(threads.submit(() -> work(budget, endpoint)));
            for (var worker : workers) worker.get();
        }
        assertThat(endpoint.refused).isZero();
    }

    private static Void work(Budget budget, Endpoint endpoint) throws Exception {
        for (int i = 0; i < 60; i++) call(budget, endpoint, "/roles", i % 7 == 0 ? Urgency.URGENT : Urgency.BULK);
        return null;
    }

    private static Reply.Head call(Budget budget, Endpoint endpoint, String path, Urgency urgency) throws Exception {
        var call = call(path, urgency);
        var pass = budget.take(call);
        var head = endpoint.call(call.cost());
        budget.settle(pass, head);
        return head;
    }

    private static Call call(String path, Urgency urgency) {
        return new Call("GET", "/api/v2" + path, Content.NONE, urgency, null);
    }
}
