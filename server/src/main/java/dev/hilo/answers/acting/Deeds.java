package dev.hilo.answers.acting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Callers;
import dev.hilo.answers.draft.Decision;
import dev.hilo.answers.draft.DraftRow;
import dev.hilo.answers.draft.Drafts;
import dev.hilo.answers.draft.TicketSoFar;
import dev.hilo.answers.summary.Digest;
import dev.hilo.api.CreateNote;
import dev.hilo.api.CreateReply;
import dev.hilo.api.Json;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import dev.hilo.html.Html;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Does things, each in one transaction with its reason card and the end of its task: so all of it happens, once, or nothing
 * does. In that transaction it looks again whether everything is still switched on.
 */
public final class Deeds {

    /** What a deed leaves behind. */
    private record Done(String did, String state, Long draftId, Long conversationId, JsonNode before, Instant dueAt) {
        static Done of(String did, Long draftId, Long conversationId) {
            return new Done(did, "DONE", draftId, conversationId, null, null);
        }
    }

    @FunctionalInterface
    private interface Deed {
        Done in(Handle handle, Instant now);
    }

    private static final Actor AI = new Actor(Actor.Kind.AI, null);

    private final Database database;
    private final Callers callers;
    private final Conversations conversations;
    private final Drafts drafts;
    private final Clock clock;

    public Deeds(Database database, Callers callers, Conversations conversations, Drafts drafts, Clock clock) {
        this.database = database;
        this.callers = callers;
        this.conversations = conversations;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** There is nothing to do, and nothing to tell. */
    void end(Task task) {
        database.run(h ->
                h.attach(ActingStore.class).end(task.accountId(), task.eventId(), task.attempts(), clock.instant()));
    }

    /** Nothing is done, for a reason. */
    void nothing(Task task, Card card) {
        done(task, card, null, 0, (h, now) -> Done.of("NOTHING", null, null));
    }

    void offer(Task task, Card card, Decision decision) {
        done(task, card, decision, decision.cost(), (h, now) -> Done.of("COMPOSER", offered(h, task, decision), null));
    }

    private long offered(Handle handle, Task task, Decision decision) {
        return drafts.offer(handle, task.accountId(), task.ticketId(), null, decision);
    }

    void note(Task task, Card card, Caller writer, Decision decision) {
        done(task, card, decision, decision.cost(), (h, now) -> {
            long draft = offered(h, task, decision);
            long note = conversations.note(h, writer, task.ticketId(), note(noteOf(decision)));
            return Done.of("NOTE", draft, note);
        });
    }

    /** A note of other content, such as a summary. */
    void note(Task task, Card card, Caller writer, String did, String html, double cost) {
        done(
                task,
                card,
                null,
                cost,
                (h, now) -> Done.of(did, null, conversations.note(h, writer, task.ticketId(), note(html))));
    }

    private static CreateNote note(String html) {
        return new CreateNote(html, null, true, null, null, null, null);
    }

    static String noteOf(Decision decision) {
        String sources = decision.passages().stream()
                .map(p -> p.number() + ". " + Html.escape(p.title()))
                .collect(Collectors.joining("<br>"));
        String lines = decision.lines().stream()
                .map(l -> Html.escape(l.text())
                        + l.passages().stream().map(n -> "[" + n + "]").collect(Collectors.joining("", " ", "")))
                .collect(Collectors.joining("<br>"));
        return "<div><b>Hilo suggests (%s, %.0f %%):</b><br>%s<br><br>%s</div>"
                .formatted(
                        decision.kind() == Decision.Kind.WRITTEN ? "written" : "selected text",
                        decision.confidence() * 100,
                        lines,
                        sources);
    }

    /** @param delay null to send it now */
    void reply(Task task, Card card, Caller writer, Decision decision, Duration delay) {
        done(task, card, decision, decision.cost(), (h, now) -> {
            long draft = offered(h, task, decision);
            if (delay != null) return new Done("REPLY", "WAITING", draft, null, null, now.plus(delay));
            return Done.of("REPLY", draft, sent(h, writer, task.ticketId(), draft, decision));
        });
    }

    private long sent(Handle handle, Caller writer, long ticketId, long draftId, Decision decision) {
        String html = DraftRow.html(decision.text());
        long reply = conversations.reply(
                handle, writer, ticketId, new CreateReply(html, null, null, null, null, null, null));
        drafts.sent(handle, writer.accountId(), draftId, reply);
        return reply;
    }

    /** Gives a ticket to people, with a summary, a tag and a group. */
    void handOver(
            Task task,
            Card card,
            Caller writer,
            TicketSoFar ticket,
            SettingsRow settings,
            Facts facts,
            Decision decision) {
        var digest = Digest.of(ticket, ticket.language(), null);
        done(task, card, decision, decision.cost(), (h, now) -> {
            stopWaiting(h, task.accountId(), task.ticketId(), "The ticket was handed over", now);
            String html = "<div><b>Hilo hands this over:</b> %s<br><br>%s</div>"
                    .formatted(
                            Html.escape(String.join("; ", decision.why())),
                            Html.escape(digest.text()).replace("\n", "<br>"));
            long note = conversations.note(h, writer, task.ticketId(), note(html));
            var before = JsonNodeFactory.instance.objectNode();
            if (settings.handoverTag() != null || settings.handoverGroupId() != null) {
                before.put("tag", settings.handoverTag());
                before.put(
                        "had_tag",
                        settings.handoverTag() == null || facts.tags().contains(settings.handoverTag()));
                before.put("group_id", settings.handoverGroupId());
                before.put("old_group_id", facts.groupId());
                h.attach(ActingStore.class)
                        .route(
                                task.accountId(),
                                task.ticketId(),
                                settings.handoverTag(),
                                settings.handoverGroupId(),
                                now);
            }
            return new Done("HANDOVER", "DONE", null, note, before, null);
        });
    }

    private void done(Task task, Card card, Decision decision, double cost, Deed deed) {
        Acting.run(
                AI,
                "ai event " + task.eventId(),
                () -> database.run(h -> {
                    var store = h.attach(ActingStore.class);
                    var now = clock.instant();
                    if (store.end(task.accountId(), task.eventId(), task.attempts(), now) == 0) return;
                    if (store.isAnswered(task.accountId(), task.eventId())) return;
                    if (!store.isActive(task.accountId()).orElse(false)) return;
                    var done = deed.in(h, now);
                    store.add(
                            new ActionRow(
                                    task.accountId(),
                                    0,
                                    task.ticketId(),
                                    task.eventId(),
                                    done.did,
                                    done.state,
                                    card.json().path("mode").asText(),
                                    decision == null ? null : decision.confidence(),
                                    done.draftId,
                                    done.conversationId,
                                    done.before,
                                    card.json(),
                                    BigDecimal.valueOf(cost),
                                    done.dueAt,
                                    now,
                                    now),
                            now);
                }));
    }

    /** Sends one reply whose time has come, if it still fits. @return whether there was one */
    boolean sendDue(Account account) {
        return Acting.as(
                AI,
                "schedule send-ai-replies",
                () -> database.write(h -> {
                    var store = h.attach(ActingStore.class);
                    var now = clock.instant();
                    var due = store.due(account.accountId(), now);
                    due.ifPresent(action -> settle(h, store, account, action, now));
                    return due.isPresent();
                }));
    }

    private void settle(Handle handle, ActingStore store, Account account, ActionRow action, Instant now) {
        String obstacle = obstacle(handle, store, action);
        if (obstacle == null) obstacle = send(handle, store, account, action, now);
        if (obstacle != null) stop(store, action, obstacle, now);
    }

    private String obstacle(Handle handle, ActingStore store, ActionRow action) {
        if (!store.isActive(action.accountId()).orElse(false)) return "It was switched off";
        var facts = store.facts(action.accountId(), action.ticketId());
        if (facts.isEmpty() || facts.get().isFrozen()) return "The ticket is gone";
        if (store.isOvertaken(action.accountId(), action.ticketId(), action.createdAt()))
            return "Somebody wrote meanwhile";
        return drafts.isOffered(handle, action.accountId(), action.draftId()) ? null : "A person has taken the draft";
    }

    /** Null when it was sent. */
    private String send(Handle handle, ActingStore store, Account account, ActionRow action, Instant now) {
        var settings = store.settings(action.accountId()).orElse(SettingsRow.NOTHING);
        if (settings.agentId() == null) return "There is no agent in whose name to write";
        try {
            var writer = callers.ofAgent(account, settings.agentId());
            var decision = drafts.decision(handle, action.accountId(), action.draftId());
            long reply = sent(handle, writer, action.ticketId(), action.draftId(), decision);
            store.settle(action.accountId(), action.id(), "DONE", reply, Json.MAPPER.createObjectNode(), now);
            return null;
        } catch (Refusal refused) {
            return "It was refused: " + refused.getMessage();
        }
    }

    static void stop(ActingStore store, ActionRow action, String reason, Instant now) {
        var more = Json.MAPPER.createObjectNode().put("stopped", reason);
        store.settle(action.accountId(), action.id(), "STOPPED", null, more, now);
    }

    static void stopWaiting(Handle handle, long accountId, long ticketId, String reason, Instant now) {
        var store = handle.attach(ActingStore.class);
        store.waitingOf(accountId, ticketId).forEach(action -> stop(store, action, reason, now));
    }
}
