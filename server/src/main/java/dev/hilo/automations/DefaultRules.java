package dev.hilo.automations;

import dev.hilo.accounts.NewAccount;
import dev.hilo.api.AutomationConditionSet;
import dev.hilo.api.AutomationPerformer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The rules that a new account has. */
public final class DefaultRules {

    private static final RuleContent REOPEN = new RuleContent(
            RuleType.UPDATE,
            new AutomationPerformer(Performer.REQUESTER, null),
            List.of(Map.of("field_name", "reply_sent")),
            List.of(all(property("status", "in", List.of(3, 4, 5)))),
            null,
            List.of(Map.of("field_name", "status", "value", 2)));

    private static final RuleContent CLOSE = new RuleContent(
            RuleType.TIME,
            null,
            List.of(),
            List.of(all(property("status", "in", List.of(4)), property("hours_since_resolved", "greater_than", 48))),
            null,
            List.of(Map.of("field_name", "status", "value", 5)));

    private DefaultRules() {}

    @SafeVarargs
    private static AutomationConditionSet all(Map<String, Object>... properties) {
        return new AutomationConditionSet("condition_set_1", "all", List.of(properties));
    }

    private static Map<String, Object> property(String field, String operator, Object value) {
        return Map.of("resource_type", "ticket", "field_name", field, "operator", operator, "value", value);
    }

    public static void found(Handle handle, long accountId, NewAccount account, Instant now) {
        var store = handle.attach(RuleStore.class);
        var reopen = RuleFields.of(
                "Reopen tickets when the requester replies",
                "A pending, resolved or closed ticket opens again when its requester replies.",
                true,
                REOPEN);
        store.insert(accountId, RuleType.UPDATE.number, 1, reopen, null, now);
        var close = RuleFields.of(
                "Close tickets that have been resolved for 48 hours",
                "Switch it on if resolved tickets should not stay resolved.",
                false,
                CLOSE);
        store.insert(accountId, RuleType.TIME.number, 1, close, null, now);
    }
}
