package dev.hilo.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.api.SlaScope;
import dev.hilo.api.SlaTarget;
import dev.hilo.api.SlaTargets;
import dev.hilo.sla.SlaClock.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaClockTest {

    /** A Wednesday evening, after work. */
    private static final Instant CREATED = Instant.parse("2026-08-19T23:36:27Z");

    /** The last two are recorded, under the policy that was founded in 2026; a custom policy promised 960 seconds. */
    @ParameterizedTest
    @CsvSource({
        "4, 2026-08-20T08:15:00Z, 2026-08-20T16:00:00Z",
        "3, 2026-08-20T08:30:00Z, 2026-08-21T15:00:00Z",
        "2, 2026-08-20T09:00:00Z, 2026-08-24T14:00:00Z",
        "1, 2026-08-20T10:00:00Z, 2026-08-25T13:00:00Z",
    })
    void a_new_ticket_is_due_in_working_time(int priority, String answer, String solution) {
        var clock = SlaClock.started(promise(priority, 2), false, CREATED);

        assertThat(clock.frDueBy()).isEqualTo(answer);
        assertThat(clock.dueBy()).isEqualTo(solution);
        assertThat(clock.pausedAt()).isNull();
    }

    @Test
    void channels_where_people_wait_are_promised_more() {
        assertThat(SlaClock.started(promise(4, 15), false, CREATED).frDueBy()).isEqualTo("2026-08-20T08:00:30Z");
    }

    @Test
    void the_first_policy_that_fits_counts() {
        var policies = new ArrayList<SlaPolicy>();
        policies.add(policy(new SlaScope(null, List.of(7L), null, List.of("Problem"), null), 960));
        policies.add(policy(new SlaScope(List.of(9L), null, null, null, null), 1_020));
        policies.addAll(DefaultPolicies.all());

        assertThat(respondWithin(policies, "Problem", 7L, 9L)).isEqualTo(960);
        assertThat(respondWithin(policies, "Question", 7L, 9L)).isEqualTo(1_020);
        assertThat(respondWithin(policies, null, 7L, null)).isEqualTo(900);
        assertThat(Promise.of(List.of(), facts(4, 2, null, null, null), WorkingHoursTest.EIGHT_TO_FIVE))
                .isNull();
    }

    @Test
    void a_pause_moves_what_is_due_by_the_working_time_that_it_took() {
        var clock = SlaClock.started(promise(1, 2), false, CREATED);
        var paused = clock.turned(promise(1, 2), turn("2026-08-20T09:00:00Z", false, true));
        assertThat(paused.dueBy()).isEqualTo(clock.dueBy());
        assertThat(paused.pausedAt()).isEqualTo("2026-08-20T09:00:00Z");

        var stillPaused = paused.turned(promise(1, 2), turn("2026-08-20T12:00:00Z", false, true));
        assertThat(stillPaused).isEqualTo(paused);

        var running = stillPaused.turned(promise(1, 2), turn("2026-08-21T10:00:00Z", false, false));
        assertThat(running.pausedAt()).isNull();
        assertThat(running.pausedSeconds()).isEqualTo(Duration.ofHours(10).toSeconds());
        assertThat(running.frDueBy()).isEqualTo("2026-08-21T11:00:00Z");
        assertThat(running.dueBy()).isEqualTo("2026-08-26T14:00:00Z");
    }

    @Test
    void an_answer_that_was_given_keeps_its_due_time() {
        var clock = SlaClock.started(promise(1, 2), true, CREATED);
        var running = clock.turned(promise(1, 2), turn("2026-08-21T10:00:00Z", true, false));
        assertThat(running.frDueBy()).isEqualTo(clock.frDueBy());
        assertThat(running.dueBy()).isAfter(clock.dueBy());

        assertThat(running.reset(promise(4, 2), turn("2026-08-21T11:00:00Z", true, false))
                        .frDueBy())
                .isEqualTo(clock.frDueBy());
    }

    @Test
    void a_message_that_waits_is_due_later_by_the_time_for_which_the_clock_stood_since_it_came() {
        var due = Instant.parse("2026-08-20T12:00:00Z");
        var stands = new SlaClock(due, due, due, Instant.parse("2026-08-20T09:00:00Z"), 0);
        var before = turn("2026-08-20T11:00:00Z", true, false);
        var asked = new Turn(CREATED, true, Instant.parse("2026-08-20T10:30:00Z"), false, before.now());

        assertThat(stands.turned(promise(1, 2), before).nrDueBy()).isEqualTo("2026-08-20T14:00:00Z");
        assertThat(stands.turned(promise(1, 2), asked).nrDueBy()).isEqualTo("2026-08-20T12:30:00Z");
        assertThat(stands.reset(promise(4, 2), asked).nrDueBy()).isEqualTo("2026-08-20T12:30:00Z");
    }

    @Test
    void another_promise_counts_from_the_creation_and_leaves_out_earlier_pauses() {
        var clock = SlaClock.started(promise(1, 2), false, CREATED)
                .turned(promise(1, 2), turn("2026-08-20T09:00:00Z", false, true))
                .turned(promise(1, 2), turn("2026-08-21T10:00:00Z", false, false));

        var urgent = clock.reset(promise(4, 2), turn("2026-08-21T10:30:00Z", false, false));
        assertThat(urgent.dueBy()).isEqualTo("2026-08-21T17:00:00Z");

        var lowAgain = urgent.reset(promise(1, 2), turn("2026-08-21T10:31:00Z", false, false));
        assertThat(lowAgain).isEqualTo(clock);
    }

    @Test
    void times_that_a_person_set_stay_while_the_clock_stands() {
        var due = Instant.parse("2026-09-01T00:00:00Z");
        var clock = SlaClock.started(promise(1, 2), true, CREATED);
        var kept = clock.kept(due, due, turn("2026-08-21T10:00:00Z", false, false));
        assertThat(kept).isEqualTo(new SlaClock(due, due, null, null, 0));
    }

    private static Turn turn(String now, boolean answered, boolean stops) {
        return new Turn(CREATED, answered, null, stops, Instant.parse(now));
    }

    private static Promise promise(int priority, int source) {
        var policies = DefaultPolicies.all();
        return Promise.of(policies, facts(priority, source, null, null, null), WorkingHoursTest.EIGHT_TO_FIVE);
    }

    private static long respondWithin(List<SlaPolicy> policies, String type, Long group, Long company) {
        return Promise.of(policies, facts(4, 2, type, group, company), WorkingHoursTest.EIGHT_TO_FIVE)
                .target()
                .respondWithin();
    }

    private static Promise.Facts facts(int priority, int source, String type, Long group, Long company) {
        return new Promise.Facts(priority, source, type, group, company, null);
    }

    private static SlaPolicy policy(SlaScope scope, long respondWithin) {
        var target = new SlaTarget(respondWithin, 28_800L, null, true, true);
        var targets = new SlaTargets(target, target, target, target);
        return new SlaPolicy(1, "Ours", null, true, false, 1, targets, scope, SlaPolicyChange.NOBODY, null, null);
    }
}
