package dev.hilo.simulation;

import dev.hilo.answers.draft.Decision;
import java.time.Instant;
import java.util.List;

/**
 * One past ticket beside what the agent would have done.
 *
 * @param asOf nothing younger was known
 * @param question of the customer
 * @param reply that people really wrote
 * @param right how likely the judge holds the draft to be right; it counts as far as marks bear it out
 * @param knowledgeExisted what a person said; null where nobody has
 */
public record SimulationCase(
        int number,
        long ticketId,
        Instant asOf,
        String topic,
        String language,
        String subject,
        String question,
        String reply,
        String draft,
        double confidence,
        double right,
        double answerable,
        boolean abstains,
        List<Decision.Cited> passages,
        Mark mark,
        Boolean knowledgeExisted,
        String reason) {

    static SimulationCase of(SimulationStore.CaseRow row) {
        var replayed = Simulations.read(row.replayed(), Replayed.class);
        return new SimulationCase(
                row.number(),
                row.ticketId(),
                row.asOf(),
                replayed.topic() == null ? "" : replayed.topic(),
                replayed.language(),
                replayed.subject(),
                replayed.question(),
                replayed.reply(),
                replayed.decision().text(),
                replayed.confidence(),
                replayed.right(),
                replayed.answerable(),
                replayed.abstains(),
                replayed.decision().passages(),
                row.mark() == null ? null : Mark.valueOf(row.mark()),
                row.knowledgeExisted(),
                row.reason());
    }

    boolean isAnswered(double gate) {
        return confidence > 0 && confidence >= gate;
    }

    Calibrated.Case rightCase() {
        return new Calibrated.Case(right, mark == null ? null : mark.isRight());
    }

    Calibrated.Case wrongCase() {
        return new Calibrated.Case(1 - right, mark == null ? null : !mark.isRight());
    }

    Calibrated.Case answerableCase() {
        return new Calibrated.Case(answerable, knowledgeExisted);
    }
}
