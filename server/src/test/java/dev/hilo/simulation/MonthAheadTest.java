package dev.hilo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The forecast of the month ahead, on made-up accounts whose future is known. */
class MonthAheadTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");
    private static final double GATE = 0.5;

    private static SimulationCase answered(int week, boolean answered, boolean right) {
        return new SimulationCase(
                1,
                1,
                MONDAY.plus(Duration.ofDays(7L * week)),
                "Question",
                "en",
                "s",
                "q",
                "r",
                "d",
                answered ? 0.9 : 0.1,
                right ? 0.9 : 0.1,
                1,
                false,
                List.of(),
                null,
                null,
                null);
    }

    /** Weeks that differ from each other, each with so many tickets. */
    private static List<SimulationCase> account(Random random, int weeks, int each, double share, double spread) {
        var cases = new ArrayList<SimulationCase>();
        for (int week = 0; week < weeks; week++) {
            double here = Math.clamp(share + spread * random.nextGaussian(), 0, 1);
            for (int i = 0; i < each; i++) cases.add(answered(week, random.nextDouble() < here, true));
        }
        return cases;
    }

    private static double share(List<SimulationCase> cases) {
        return cases.stream().filter(c -> c.isAnswered(GATE)).count() / (double) cases.size();
    }

    @Test
    void the_interval_holds_the_next_month_about_as_often_as_it_says() {
        var random = new Random(11);
        int held = 0;
        for (int i = 0; i < 1_000; i++) {
            var all = account(random, 16, 40, 0.7, 0.06);
            var forecast = MonthAhead.of(all.subList(0, 12 * 40), GATE).answered();
            if (forecast.holds(share(all.subList(12 * 40, 16 * 40)))) held++;
        }
        assertThat(held).isBetween(925, 985);
    }

    @Test
    void months_of_the_run_are_held_out_and_counted() {
        var steady =
                MonthAhead.of(account(new Random(3), 24, 200, 0.8, 0), GATE).heldOut();
        assertThat(steady.months()).isEqualTo(5);
        assertThat(steady.within()).isEqualTo(5);
        var turning = new ArrayList<>(account(new Random(3), 8, 200, 0.9, 0));
        for (int week = 8; week < 12; week++)
            for (int i = 0; i < 200; i++) turning.add(answered(week, i % 2 == 0, true));
        var turned = MonthAhead.of(turning, GATE).heldOut();
        assertThat(turned.months()).isEqualTo(2);
        assertThat(turned.within()).isEqualTo(1);
        assertThat(turned.inside()).isLessThanOrEqualTo(1);
    }

    @Test
    void too_few_weeks_tell_nothing_and_no_variation_is_not_certainty() {
        assertThat(MonthAhead.of(account(new Random(1), 3, 50, 0.5, 0), GATE)).isNull();
        assertThat(MonthAhead.of(account(new Random(1), 20, 4, 0.5, 0), GATE)).isNull();
        var all = MonthAhead.of(account(new Random(1), 8, 30, 1, 0), GATE);
        assertThat(all.answered().value()).isEqualTo(1);
        assertThat(all.answered().low()).isBetween(0.9, 0.995);
        assertThat(all.rightOut().value()).isEqualTo(1);
        assertThat(all.wrongOut().value()).isZero();
    }
}
