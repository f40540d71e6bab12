package dev.hilo.groups;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import java.util.List;

/** Whether a group may be stored as asked. */
final class GroupRules {

    private final GroupStore store;
    private final long accountId;
    private final Problems problems = new Problems();

    GroupRules(GroupStore store, long accountId) {
        this.store = store;
        this.accountId = accountId;
    }

    /** @param calendarField what the caller calls the business hours */
    void check(GroupFields fields, List<Long> agentIds, String calendarField) {
        checkName(fields.name());
        Long escalateTo = fields.escalateTo();
        problems.addIf(
                escalateTo != null
                        && store.agentsAmong(accountId, List.of(escalateTo)).isEmpty(),
                FieldError.unknown("escalate_to", "agent"));
        Long calendar = fields.businessHourId();
        problems.addIf(
                calendar != null && store.calendar(accountId, calendar).isEmpty(),
                FieldError.unknown(calendarField, "business_hour"));
        problems.addIf(
                fields.cappingLimit() != null && fields.cappingLimit() < 1,
                FieldError.invalid(
                        "automatic_agent_assignment.settings.assignment_type_settings.capping_limit",
                        "It should be a Positive Integer"));
        checkAgents("agent_ids", agentIds);
        problems.refuse();
    }

    private void checkName(String name) {
        if (name == null) problems.add(FieldError.cleared("name", "String"));
        else problems.addIf(name.isBlank(), FieldError.invalid("name", "It should not be blank"));
    }

    private void checkAgents(String field, List<Long> agentIds) {
        problems.addIf(
                !agentIds.isEmpty() && store.agentsAmong(accountId, agentIds).size() < agentIds.size(),
                FieldError.unknown(field, "agent"));
    }

    void checkMembers(List<Long> agentIds) {
        checkAgents("agents", agentIds);
        problems.refuse();
    }
}
