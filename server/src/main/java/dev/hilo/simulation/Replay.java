package dev.hilo.simulation;

import dev.hilo.answers.draft.Configuration;
import dev.hilo.answers.draft.Decider;
import dev.hilo.answers.draft.Decision;
import dev.hilo.answers.draft.Passages;
import java.util.List;
import java.util.stream.Collectors;

/** One past ticket under today's agent: it sees what there was before people answered, and writes nothing anywhere. */
final class Replay {

    private static final int MOST_PASSAGES = 6;
    private static final int LONGEST = 4_000;

    private final Decider decider = new Decider();
    private final Passages knowledge;
    private final Judge judge;

    Replay(Passages knowledge, Judge judge) {
        this.knowledge = new NoDuplicates(knowledge);
        this.judge = judge;
    }

    /** @param configuration with the gate open, so that one replay serves every gate */
    Replayed of(PastTicket ticket, Configuration configuration) {
        var soFar = ticket.soFar();
        var decision = decider.decide(soFar, knowledge, configuration);
        String reply = cut(ticket.reply());
        boolean abstains = !Judge.saysEnough(reply);
        return new Replayed(
                ticket.topic(),
                ticket.language(),
                ticket.subject(),
                cut(soFar.question()),
                reply,
                decision,
                decision.isAnswer() ? decision.confidence() : 0,
                right(ticket, decision, abstains),
                abstains ? 0.5 : answerable(ticket),
                abstains);
    }

    private double right(PastTicket ticket, Decision decision, boolean abstains) {
        if (!decision.isAnswer()) return 0;
        if (abstains) return 0.5;
        String said = decision.lines().stream().map(Decision.Line::text).collect(Collectors.joining(" "));
        return judge.agreement(ticket.language(), ticket.reply(), said);
    }

    /** Asked with the answer itself, the knowledge shows whether it holds it. */
    private double answerable(PastTicket ticket) {
        var found = knowledge.find(new Passages.Asked(
                ticket.accountId(),
                cut(ticket.reply()),
                ticket.language(),
                Passages.Audience.CUSTOMERS,
                ticket.asOf(),
                MOST_PASSAGES));
        List<String> texts = found.stream().map(passage -> passage.text()).toList();
        return judge.best(ticket.language(), ticket.reply(), texts);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
