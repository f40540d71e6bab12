package dev.hilo.answers.acting;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Callers;
import dev.hilo.answers.draft.Decision;
import dev.hilo.answers.draft.Drafts;
import dev.hilo.answers.draft.TicketReader;
import dev.hilo.answers.draft.TicketSoFar;
import dev.hilo.answers.draft.TicketSoFar.From;
import dev.hilo.calendars.Calendars;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;

/** Answers one event: looks whether it may, decides outside of any transaction, and does it in one. */
public final class Turn {

    private final Database database;
    private final Accounts accounts;
    private final Callers callers;
    private final Calendars calendars;
    private final TicketReader tickets;
    private final Drafts drafts;
    private final Topics topics;
    private final Deeds deeds;
    private final Asked asked;
    private final Clock clock;

    public Turn(
            Database database,
            Accounts accounts,
            Callers callers,
            Calendars calendars,
            TicketReader tickets,
            Drafts drafts,
            Topics topics,
            Deeds deeds,
            Asked asked,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.callers = callers;
        this.calendars = calendars;
        this.tickets = tickets;
        this.drafts = drafts;
        this.topics = topics;
        this.deeds = deeds;
        this.asked = asked;
        this.clock = clock;
    }

    /** One message of a customer and what is to be done about it. */
    private final class Matter {
        final Task task;
        final Account account;
        final SettingsRow settings;
        final Facts facts;
        final TicketSoFar ticket;
        final SettingsRow.Rule rule;
        final Card card;
        final Instant now = clock.instant();

        Matter(Task task, Account account, SettingsRow settings, Facts facts, TicketSoFar ticket) {
            this.task = task;
            this.account = account;
            this.settings = settings;
            this.facts = facts;
            this.ticket = ticket;
            var names = new ArrayList<String>();
            if (!settings.topicList().isEmpty()) names.addAll(topics.of(account, ticket));
            if (facts.type() != null) names.add(facts.type());
            this.rule = settings.rule(names);
            this.card = new Card(task, rule, names);
        }

        /** Null when nothing keeps it from being answered. */
        String obstacle() {
            if (settings.excludedContacts().contains(facts.requesterId())) return "The customer is excluded";
            for (String tag : settings.excludedTags()) {
                if (facts.tags().stream().anyMatch(tag::equalsIgnoreCase))
                    return "The tag “%s” is excluded".formatted(tag);
            }
            String said = ticket.question().toLowerCase(Locale.ROOT);
            for (String word : settings.excludedWords()) {
                if (contains(said, word.toLowerCase(Locale.ROOT))) return "The word “%s” is excluded".formatted(word);
            }
            int recent = database.read(
                    h -> h.attach(ActingStore.class).recent(account.accountId(), now.minus(Duration.ofHours(1))));
            return recent >= settings.mostPerHour() ? "The limit of an hour is reached" : null;
        }

        private static boolean contains(String text, String word) {
            return java.util.regex.Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + java.util.regex.Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                    .matcher(text)
                    .find();
        }

        boolean isWorkingTime() {
            var hours = calendars.hoursOf(account.accountId(), facts.groupId());
            return !hours.between(now, now.plusSeconds(1)).isZero();
        }
    }

    void take(Task task) {
        var account = accounts.require(task.accountId());
        var settings = database.read(h -> h.attach(ActingStore.class).settings(task.accountId()))
                .orElse(SettingsRow.NOTHING);
        var facts = database.read(h -> h.attach(ActingStore.class).facts(task.accountId(), task.ticketId()));
        if (!settings.active() || facts.isEmpty() || facts.get().isFrozen()) {
            deeds.end(task);
        } else if (task.isAsked()) {
            asked.answer(task, account, settings);
        } else {
            var ticket = tickets.read(account, task.ticketId(), null);
            answer(new Matter(task, account, settings, facts.get(), ticket));
        }
    }

    private void answer(Matter matter) {
        if (!matter.rule.mode().acts() || !isTheCustomersTurn(matter.ticket)) {
            deeds.end(matter.task);
            return;
        }
        String obstacle = matter.obstacle();
        if (obstacle != null) {
            deeds.nothing(matter.task, matter.card.why(obstacle));
            return;
        }
        var writer = writer(matter);
        var decision = drafts.decide(
                matter.account,
                matter.ticket,
                writer == null ? matter.account.name() : writer.name(),
                matter.rule.gate());
        matter.card.decided(decision);
        try {
            act(matter, decision, writer);
        } catch (Refusal refused) {
            deeds.nothing(matter.task, matter.card.why("It was refused: " + refused.getMessage()));
        }
    }

    /** What an agent has answered meanwhile is answered. */
    private static boolean isTheCustomersTurn(TicketSoFar ticket) {
        return ticket.messages().reversed().stream()
                .filter(m -> m.from() != From.NOTE)
                .findFirst()
                .map(m -> m.from() == From.CUSTOMER)
                .orElse(false);
    }

    private Caller writer(Matter matter) {
        if (matter.settings.agentId() == null) return null;
        try {
            return callers.ofAgent(matter.account, matter.settings.agentId());
        } catch (Refusal.NotFound e) {
            return null;
        }
    }

    private void act(Matter matter, Decision decision, Caller writer) {
        var task = matter.task;
        boolean isLinked = database.read(h -> h.attach(ActingStore.class).isLinked(task.accountId()));
        boolean mayWrite = writer != null && !isLinked;
        if (matter.rule.mode().writes() && !mayWrite) {
            matter.card.why(
                    isLinked ? "The account is linked: drafts alone" : "There is no agent in whose name to write");
        }
        switch (decision.kind()) {
            case PERSON -> handOver(matter, decision, writer, mayWrite);
            case UNKNOWN -> unknown(matter, decision, writer, mayWrite);
            case SELECTED, WRITTEN -> answer(matter, decision, writer, mayWrite);
        }
    }

    private void handOver(Matter matter, Decision decision, Caller writer, boolean mayWrite) {
        if (mayWrite)
            deeds.handOver(matter.task, matter.card, writer, matter.ticket, matter.settings, matter.facts, decision);
        else deeds.offer(matter.task, matter.card, decision);
    }

    /** Who has been answered by itself before is not left alone. */
    private void unknown(Matter matter, Decision decision, Caller writer, boolean mayWrite) {
        boolean hasReplied = database.read(
                h -> h.attach(ActingStore.class).hasReplied(matter.task.accountId(), matter.task.ticketId()));
        if (hasReplied) handOver(matter, decision, writer, mayWrite);
        else if (matter.rule.mode() == Mode.NOTE) deeds.nothing(matter.task, matter.card);
        else deeds.offer(matter.task, matter.card, decision);
    }

    private void answer(Matter matter, Decision decision, Caller writer, boolean mayWrite) {
        var mode = matter.rule.mode();
        if (mode == Mode.NOTE && mayWrite) {
            deeds.note(matter.task, matter.card, writer, decision);
        } else if (mode.replies() && mayWrite && maySend(matter, decision)) {
            var delay = mode == Mode.DELAYED ? matter.rule.delay() : null;
            deeds.reply(matter.task, matter.card, writer, decision, delay);
        } else {
            deeds.offer(matter.task, matter.card, decision);
        }
    }

    private static boolean maySend(Matter matter, Decision decision) {
        if (!decision.sendable()) {
            matter.card.why("Not sure enough to send it without a person");
            return false;
        }
        if (matter.settings.hoursOnly() && !matter.isWorkingTime()) {
            matter.card.why("Outside of working hours");
            return false;
        }
        return true;
    }

    /** Sends one reply whose time has come. @return whether there may be another */
    boolean sendDue(long accountId) {
        return deeds.sendDue(accounts.require(accountId));
    }
}
