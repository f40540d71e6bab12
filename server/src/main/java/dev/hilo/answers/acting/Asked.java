package dev.hilo.answers.acting;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Callers;
import dev.hilo.answers.draft.Configuration;
import dev.hilo.answers.draft.Drafts;
import dev.hilo.answers.draft.TicketReader;
import dev.hilo.answers.draft.TicketSoFar;
import dev.hilo.answers.draft.TicketSoFar.From;
import dev.hilo.answers.draft.TicketSoFar.Message;
import dev.hilo.answers.language.LanguageModels;
import dev.hilo.answers.summary.Digest;
import dev.hilo.answers.text.Tongue;
import dev.hilo.errors.Refusal;
import dev.hilo.html.Html;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Answers {@code @hilo} in a private note: with a summary, a draft, or an answer from what the team knows. */
public final class Asked {

    private final Callers callers;
    private final TicketReader tickets;
    private final Drafts drafts;
    private final LanguageModels models;
    private final Deeds deeds;
    private final Clock clock;

    public Asked(
            Callers callers, TicketReader tickets, Drafts drafts, LanguageModels models, Deeds deeds, Clock clock) {
        this.callers = callers;
        this.tickets = tickets;
        this.drafts = drafts;
        this.models = models;
        this.deeds = deeds;
        this.clock = clock;
    }

    void answer(Task task, Account account, SettingsRow settings) {
        var rule = new SettingsRow.Rule(Mode.NOTE, Configuration.USUAL_GATE, Duration.ZERO);
        var card = new Card(task, rule, List.of());
        Caller asker;
        TicketSoFar ticket;
        try {
            asker = callers.ofAgent(account, task.agentId());
            ticket = tickets.read(asker, task.ticketId());
        } catch (Refusal.NotFound e) {
            deeds.end(task);
            return;
        }
        var writer = settings.agentId() == null ? asker : callers.ofAgent(account, settings.agentId());
        try {
            answer(task, account, card, asker, writer, ticket);
        } catch (Refusal refused) {
            deeds.nothing(task, card.why("It was refused: " + refused.getMessage()));
        }
    }

    private void answer(Task task, Account account, Card card, Caller asker, Caller writer, TicketSoFar ticket) {
        String words = task.words() == null ? "" : task.words();
        if (words.matches("(?isu)\\s*(?:please |por favor )?(?:summar|sum up|resum|tl;?dr).*")) {
            var digest = Digest.of(
                    ticket, account.language(), models.of(account.accountId()).orElse(null));
            card.why("A summary was asked for");
            deeds.note(task, card, writer, "SUMMARY", summary(digest), 0);
        } else if (words.length() < 3
                || words.matches(
                        "(?isu)\\s*(?:please |por favor )?(?:draft|reply|answer this|answer$|borrador|respond|contest).*")) {
            var decision = drafts.decide(account, ticket, asker.name(), Configuration.USUAL_GATE);
            deeds.offer(task, card.decided(decision).why("A draft was asked for"), decision);
        } else {
            question(task, account, card, writer, words);
        }
    }

    private static String summary(Digest digest) {
        String steps =
                digest.nextSteps().stream().map(s -> "– " + Html.escape(s)).reduce("", (a, b) -> a + "<br>" + b);
        return "<div><b>In short:</b><br>" + Html.escape(digest.text()).replace("\n", "<br>") + "<br>" + steps
                + "</div>";
    }

    /** From what the team may know, since only the team reads it. */
    private void question(Task task, Account account, Card card, Caller writer, String words) {
        var message = new Message(From.CUSTOMER, words, clock.instant());
        var asked = new TicketSoFar(
                account.accountId(),
                task.ticketId(),
                "",
                Tongue.of(words, account.language()),
                List.of(message),
                null,
                List.of(),
                null);
        var decision = drafts.answerTeam(account, asked, Configuration.USUAL_GATE);
        card.decided(decision);
        String html = decision.isAnswer()
                ? Deeds.noteOf(decision)
                : "<div><b>Hilo does not know.</b> " + Html.escape(String.join("; ", decision.why())) + "</div>";
        deeds.note(task, card, writer, "NOTE", html, decision.cost());
    }
}
