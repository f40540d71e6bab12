package dev.hilo.answers.acting;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.answers.draft.Drafts;
import dev.hilo.api.AiAction;
import dev.hilo.api.AiSettings;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateAiSettings;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** People over what Hilo does by itself: what it may, what it did, stopping and undoing. */
public final class Oversight {

    private final Database database;
    private final Conversations conversations;
    private final Drafts drafts;
    private final Clock clock;

    public Oversight(Database database, Conversations conversations, Drafts drafts, Clock clock) {
        this.database = database;
        this.conversations = conversations;
        this.drafts = drafts;
        this.clock = clock;
    }

    public AiSettings settings(Caller caller) {
        return database.read(h -> h.attach(ActingStore.class).settings(caller.accountId()))
                .orElse(SettingsRow.NOTHING)
                .view();
    }

    public AiSettings save(Caller caller, UpdateAiSettings asked) {
        database.run(h -> {
            var store = h.attach(ActingStore.class);
            var changed = changed(store.settings(caller.accountId()).orElse(SettingsRow.NOTHING), asked);
            check(store, caller, changed);
            store.save(caller.accountId(), changed);
            if (!changed.active()) stopAll(h, caller.accountId(), "It was switched off");
        });
        return settings(caller);
    }

    private SettingsRow changed(SettingsRow old, UpdateAiSettings asked) {
        boolean active = set(asked.active(), old.active());
        return new SettingsRow(
                active,
                active && old.active() ? old.activeSince() : clock.instant(),
                asked.agentId().or(old.agentId()),
                set(asked.mode(), old.mode()),
                asked.gate().hasValue() ? asked.gate().value().doubleValue() : old.gate(),
                set(asked.delaySeconds(), old.delaySeconds()),
                set(asked.hoursOnly(), old.hoursOnly()),
                set(asked.excludedContacts(), old.excludedContacts()),
                set(asked.excludedTags(), old.excludedTags()),
                set(asked.excludedWords(), old.excludedWords()),
                set(asked.mostPerHour(), old.mostPerHour()),
                asked.handoverTag().or(old.handoverTag()),
                asked.handoverGroupId().or(old.handoverGroupId()),
                asked.topics().hasValue()
                        ? Json.MAPPER.valueToTree(asked.topics().value())
                        : old.topics(),
                clock.instant());
    }

    private static <T> T set(Patch<T> asked, T old) {
        return asked.hasValue() ? asked.value() : old;
    }

    private static void check(ActingStore store, Caller caller, SettingsRow s) {
        var problems = new Problems();
        long accountId = caller.accountId();
        share(problems, "gate", s.gate());
        range(problems, "delay_seconds", s.delaySeconds(), 10, 86_400);
        range(problems, "most_per_hour", s.mostPerHour(), 0, 10_000);
        for (var topic : s.topicList()) {
            if (topic.gate() != null) share(problems, "topics", topic.gate().doubleValue());
            if (topic.delaySeconds() != null) range(problems, "topics", topic.delaySeconds(), 10, 86_400);
        }
        texts(problems, "excluded_tags", s.excludedTags());
        texts(problems, "excluded_words", s.excludedWords());
        problems.addIf(
                s.handoverTag() != null
                        && (s.handoverTag().isBlank() || s.handoverTag().contains(",")),
                FieldError.invalid("handover_tag", "It should be a tag without commas"));
        problems.addIf(
                s.agentId() != null && !store.isAgent(accountId, s.agentId()), FieldError.unknown("agent_id", "agent"));
        problems.addIf(
                s.handoverGroupId() != null && !store.isGroup(accountId, s.handoverGroupId()),
                FieldError.unknown("handover_group_id", "group"));
        var excluded = s.excludedContacts().stream().distinct().toList();
        problems.addIf(
                !excluded.isEmpty() && store.contacts(accountId, excluded) < excluded.size(),
                FieldError.unknown("excluded_contacts", "contact"));
        boolean writes = Mode.of(s.mode()).writes()
                || s.topicList().stream().anyMatch(t -> Mode.of(t.mode()).writes());
        if (writes && s.agentId() == null) problems.add(FieldError.missing("agent_id", "Integer"));
        problems.refuse();
    }

    private static void share(Problems problems, String field, double value) {
        problems.addIf(!(value >= 0 && value <= 1), FieldError.invalid(field, "It should be from 0 to 1"));
    }

    private static void range(Problems problems, String field, int value, int least, int most) {
        problems.addIf(
                value < least || value > most, FieldError.invalid(field, "It should be from " + least + " to " + most));
    }

    private static void texts(Problems problems, String field, List<String> texts) {
        problems.addIf(
                texts.stream().anyMatch(t -> t.isBlank() || t.length() > 100),
                FieldError.invalid(field, "It should hold texts of 1 to 100 characters"));
    }

    /** The excluded customers by their addresses. */
    public List<String> excluded(Caller caller) {
        var ids = settings(caller).excludedContacts();
        return ids.isEmpty()
                ? List.of()
                : database.read(h -> h.attach(ActingStore.class).names(caller.accountId(), ids));
    }

    /** The ids of customers. @param names addresses, or # and an id */
    public List<Long> contacts(Caller caller, List<String> names) {
        var asked = names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (asked.isEmpty()) return List.of();
        var found = database.read(h -> h.attach(ActingStore.class).contactsNamed(caller.accountId(), asked));
        if (found.size() < asked.size()) throw new Refusal.Invalid(FieldError.unknown("excluded_contacts", "contact"));
        return found;
    }

    /** Switches everything off at once; what waits to be sent is not. @return how many replies that were */
    public Map<String, Object> stopEverything(Caller caller) {
        int stopped = database.write(h -> {
            h.attach(ActingStore.class).switchOff(caller.accountId(), clock.instant());
            return stopAll(h, caller.accountId(), "Everything was stopped");
        });
        return Map.of("active", false, "stopped_replies", stopped);
    }

    private int stopAll(Handle handle, long accountId, String reason) {
        var store = handle.attach(ActingStore.class);
        var waiting = store.waiting(accountId);
        var now = clock.instant();
        waiting.forEach(action -> Deeds.stop(store, action, reason, now));
        return waiting.size();
    }

    public Page<AiAction> list(Caller caller, Long ticketId, Paging paging) {
        var rows = database.read(h -> {
            var store = h.attach(ActingStore.class);
            if (ticketId != null && !store.sees(Sight.of(caller), ticketId)) throw new Refusal.NotFound();
            return store.list(Sight.of(caller), ticketId, paging.limit(), paging.offset());
        });
        return Page.of(rows, paging).map(ActionRow::view);
    }

    public AiAction stop(Caller caller, long id) {
        return database.write(h -> {
            var action = lock(h, caller, id);
            if (!action.state().equals("WAITING")) throw new Refusal.InconsistentState("It does not wait to be done");
            Deeds.stop(h.attach(ActingStore.class), action, "Stopped by " + caller.name(), clock.instant());
            return lock(h, caller, id).view();
        });
    }

    /** Takes back a note, a draft, or a tag and a group; what a customer has been sent stays sent. */
    public AiAction undo(Caller caller, long id) {
        return database.write(h -> {
            var action = lock(h, caller, id);
            var now = clock.instant();
            switch (action.state()) {
                case "WAITING" -> Deeds.stop(h.attach(ActingStore.class), action, "Stopped by " + caller.name(), now);
                case "DONE" -> undo(h, caller, action, now);
                default ->
                    throw new Refusal.InconsistentState(
                            "It is " + action.state().toLowerCase() + " already");
            }
            return lock(h, caller, id).view();
        });
    }

    private void undo(Handle handle, Caller caller, ActionRow action, Instant now) {
        switch (action.did()) {
            case "NOTHING" -> throw new Refusal.InconsistentState("Nothing was done");
            case "REPLY" -> throw new Refusal.InconsistentState("The customer has been sent the reply");
            case "COMPOSER" -> drafts.withdraw(handle, action.accountId(), action.ticketId());
            default -> undoNote(handle, caller, action, now);
        }
        var more = Json.MAPPER.createObjectNode().put("undone_by", caller.name());
        handle.attach(ActingStore.class).settle(action.accountId(), action.id(), "UNDONE", null, more, now);
    }

    private void undoNote(Handle handle, Caller caller, ActionRow action, Instant now) {
        conversations.deleteUnedited(handle, caller, action.conversationId());
        if (action.draftId() != null) drafts.withdraw(handle, action.accountId(), action.ticketId());
        var before = action.before();
        if (before == null || before.isEmpty()) return;
        handle.attach(ActingStore.class)
                .routeBack(
                        action.accountId(),
                        action.ticketId(),
                        before.path("tag").isTextual() ? before.get("tag").asText() : null,
                        before.path("had_tag").asBoolean(true),
                        number(before.path("group_id")),
                        number(before.path("old_group_id")),
                        now);
    }

    private static Long number(com.fasterxml.jackson.databind.JsonNode node) {
        return node.isNumber() ? node.asLong() : null;
    }

    private static ActionRow lock(Handle handle, Caller caller, long id) {
        return handle.attach(ActingStore.class).lock(Sight.of(caller), id).orElseThrow(Refusal.NotFound::new);
    }
}
