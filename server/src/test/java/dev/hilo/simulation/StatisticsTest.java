package dev.hilo.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of a simulation, on accounts whose truth is known because they are made up. */
class StatisticsTest {

    private static final int ACCOUNTS = 1_000;

    /** @param skill of the judge: 0 guesses, 1 is always right */
    private static List<Calibrated.Case> account(Random random, int n, int marks, double truth, double skill) {
        var cases = new ArrayList<Calibrated.Case>();
        for (int i = 0; i < n; i++) {
            boolean right = random.nextDouble() < truth;
            double judged = random.nextDouble() < skill ? (right ? 0.9 : 0.2) : random.nextDouble();
            cases.add(new Calibrated.Case(judged, i < marks ? right : null));
        }
        return cases;
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, 0.7, 1000, 100", "0.8, 0.0, 1000, 100", "0.8, 1.0, 1000, 100", "0.95, 0.7, 1000, 100",
        "0.5, 0.7, 1000, 200", "0.6, 0.5, 300, 60", "0.9, 0.9, 1000, 60", "0.7, 0.8, 200, 200"
    })
    void the_intervals_hold_the_truth_about_as_often_as_they_say(double truth, double skill, int n, int marks) {
        var random = new Random(7);
        int held = 0;
        for (int i = 0; i < ACCOUNTS; i++) {
            var rate = Calibrated.rate(account(random, n, marks, truth, skill));
            if (rate.low() <= truth && truth <= rate.high()) held++;
        }
        assertThat(held / (double) ACCOUNTS).isBetween(0.92, 0.995);
    }

    @Test
    void a_judge_that_agrees_with_people_narrows_the_interval_and_one_that_guesses_does_no_harm() {
        double skilled = 0;
        double guessing = 0;
        double marksAlone = 0;
        for (int seed = 0; seed < 50; seed++) {
            skilled += Calibrated.rate(account(new Random(seed), 1_000, 100, 0.8, 0.9))
                    .width();
            guessing += Calibrated.rate(account(new Random(seed), 1_000, 100, 0.8, 0))
                    .width();
            marksAlone += Rate.counted(80, 100).width();
        }
        assertThat(skilled).isLessThan(0.7 * marksAlone);
        assertThat(guessing).isCloseTo(marksAlone, within(0.1 * marksAlone));
    }

    @Test
    void a_judge_that_flatters_does_not_move_the_rate() {
        var random = new Random(3);
        var cases = new ArrayList<Calibrated.Case>();
        for (int i = 0; i < 4_000; i++) {
            boolean right = random.nextDouble() < 0.6;
            cases.add(new Calibrated.Case(right ? 0.99 : 0.9, i < 400 ? right : null));
        }
        var rate = Calibrated.rate(cases);
        assertThat(rate.low()).isLessThan(0.6);
        assertThat(rate.high()).isGreaterThan(0.6).isLessThan(0.7);
    }

    @Test
    void what_nobody_has_checked_has_no_interval() {
        var rate = Calibrated.rate(List.of(new Calibrated.Case(0.9, null), new Calibrated.Case(0.7, null)));
        assertThat(rate.value()).isEqualTo(0.8, within(1e-9));
        assertThat(rate.low()).isNull();
        assertThat(rate.marked()).isZero();
        assertThat(Rate.counted(0, 0).value()).isNull();
    }

    @Test
    void the_adviser_says_how_many_more_marks_narrow_the_interval_to_what_is_wanted() {
        var random = new Random(11);
        var cases = account(random, 2_000, 60, 0.7, 0.5);
        int more = Calibrated.marksFor(cases, 0.12);
        assertThat(more).isBetween(20, 400);

        var further = account(new Random(11), 2_000, 60 + more, 0.7, 0.5);
        assertThat(Calibrated.rate(further).width()).isCloseTo(0.12, within(0.02));
        assertThat(Calibrated.marksFor(further, 0.5)).isZero();
        assertThat(Calibrated.marksFor(cases.subList(0, 100), 0.01)).isNull();
    }

    /** The less sure a draft, the likelier it is wrong. */
    private static List<Gate.Case> drafts(Random random, int n, int markEvery) {
        var cases = new ArrayList<Gate.Case>();
        for (int i = 0; i < n; i++) {
            double confidence = random.nextDouble();
            boolean wrong = random.nextDouble() < wrongAt(confidence);
            double judged = random.nextDouble() < 0.8 ? (wrong ? 0.8 : 0.1) : random.nextDouble();
            cases.add(new Gate.Case(confidence, new Calibrated.Case(judged, i % markEvery == 0 ? wrong : null)));
        }
        return cases;
    }

    private static double wrongAt(double confidence) {
        return 0.5 * (1 - confidence) * (1 - confidence);
    }

    /** Of all tickets, those above the gate that are wrong: the integral of {@link #wrongAt} from the gate to 1. */
    private static double wrongOut(double gate) {
        return 0.5 * Math.pow(1 - gate, 3) / 3;
    }

    @Test
    void the_chosen_gate_breaks_its_promise_in_about_one_of_twenty_accounts_at_most() {
        int broken = 0;
        int open = 0;
        for (int seed = 0; seed < 300; seed++) {
            var choice = Gate.choose(drafts(new Random(seed), 1_000, 3), 0.03);
            if (choice.chosen() == null) continue;
            open++;
            if (wrongOut(choice.chosen().gate()) > 0.03) broken++;
        }
        assertThat(open).isGreaterThan(250);
        assertThat(broken).isLessThan(300 * 8 / 100);
    }

    @Test
    void no_gate_is_recommended_when_none_keeps_the_promise() {
        var cases = new ArrayList<Gate.Case>();
        for (int i = 0; i < 200; i++) cases.add(new Gate.Case(i / 200.0, new Calibrated.Case(0.9, true)));
        assertThat(Gate.choose(cases, 0.02).chosen()).isNull();
    }

    @Test
    void an_opener_gate_answers_more_and_errs_more() {
        var curve = Gate.curve(drafts(new Random(5), 2_000, 2));
        assertThat(curve.getFirst().answered().value())
                .isLessThan(curve.getLast().answered().value());
        assertThat(curve.getFirst().wrongOut().value())
                .isLessThan(curve.getLast().wrongOut().value());
        assertThat(curve.getLast().answered().value()).isGreaterThan(0.99);
    }

    @Test
    void of_two_configurations_only_the_tickets_that_changed_decide() {
        assertThat(Paired.of(10, 10, 1_000).p()).isEqualTo(1, within(1e-9));
        var better = Paired.of(5, 25, 1_000);
        assertThat(better.difference()).isEqualTo(0.02);
        assertThat(better.p()).isLessThan(0.001);
        assertThat(better.low()).isGreaterThan(0);
        assertThat(Paired.of(0, 0, 0).p()).isEqualTo(1);
    }

    @Test
    void rare_values_count_as_much_as_common_ones() {
        var cases = new ArrayList<Agreement.Case>();
        for (int i = 0; i < 90; i++) cases.add(new Agreement.Case("billing", List.of("billing", "rare")));
        for (int i = 0; i < 10; i++) cases.add(new Agreement.Case("rare", List.of("billing", "rare")));
        var agreement = Agreement.of(cases);
        assertThat(agreement.top1().value()).isEqualTo(0.9);
        assertThat(agreement.top3().value()).isEqualTo(1);
        assertThat(agreement.macroF1()).isLessThan(0.5);
        assertThat(Agreement.ofMajority(List.of("a", "a", "b"), List.of("a", "b"))
                        .top1()
                        .value())
                .isEqualTo(0.5);
    }
}
