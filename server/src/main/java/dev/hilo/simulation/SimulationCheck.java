package dev.hilo.simulation;

import dev.hilo.answers.draft.Decision;
import dev.hilo.answers.draft.TicketSoFar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A question, and what must hold of the answer to it. What is null or empty need not hold.
 *
 * @param mustCite each of these is in the title or the id of a passage that a sentence of the answer rests on
 * @param mustSay each of these is in the draft, in whatever case
 * @param mustNotSay none of these is
 * @param mustAnswer true: there is an answer; false: it is left to a person
 * @param gate from which it answers; null for the account's
 */
public record SimulationCheck(
        String name,
        String subject,
        String question,
        String language,
        List<String> mustCite,
        List<String> mustSay,
        List<String> mustNotSay,
        Boolean mustAnswer,
        Double gate) {

    public static final int MOST = 500;

    /** @param failures what did not hold; empty when all did */
    public record Result(Long id, String name, List<String> failures, String draft, double confidence) {}

    TicketSoFar ticket(long accountId, Instant now) {
        var message = new TicketSoFar.Message(TicketSoFar.From.CUSTOMER, question, now);
        return new TicketSoFar(
                accountId, 0, subject, language == null ? "en" : language, List.of(message), null, List.of(), null);
    }

    Result result(Long id, Decision decision) {
        var failures = new ArrayList<String>();
        if (mustAnswer != null && mustAnswer != decision.isAnswer()) {
            failures.add(mustAnswer ? "There is no answer: " + String.join("; ", decision.why()) : "It was answered");
        }
        String draft = decision.isAnswer() ? decision.text() : "";
        for (var text : orNone(mustSay)) if (!holds(draft, text)) failures.add("It does not say “" + text + "”");
        for (var text : orNone(mustNotSay)) if (holds(draft, text)) failures.add("It says “" + text + "”");
        for (var wanted : orNone(mustCite)) {
            if (!cites(decision, wanted)) failures.add("It does not cite “" + wanted + "”");
        }
        return new Result(id, name, failures, draft, decision.confidence());
    }

    private static boolean cites(Decision decision, String wanted) {
        return decision.isAnswer()
                && decision.passages().stream()
                        .filter(p -> decision.lines().stream()
                                .anyMatch(line -> line.passages().contains(p.number())))
                        .anyMatch(p -> holds(p.title(), wanted) || p.id().equals(wanted));
    }

    private static boolean holds(String text, String part) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static List<String> orNone(List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
