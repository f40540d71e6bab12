package dev.hilo.agents;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Privilege;
import dev.hilo.accounts.TimeZones;
import dev.hilo.api.FieldError;
import dev.hilo.contacts.Emails;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import java.util.Collection;
import java.util.List;

/** Whether an agent may be stored as asked, by the one who asks. */
final class AgentRules {

    private static final int SUPPORT_ROLE = 1;
    private static final int COLLABORATOR_ROLE = 3;

    private final AgentStore store;
    private final Caller caller;
    private final Problems problems = new Problems();

    AgentRules(AgentStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    Problems problems() {
        return problems;
    }

    /** Nobody makes an agent who may more than they may themselves. */
    void check(AgentFields fields) {
        var roles = store.roles(caller.accountId(), fields.roleIds());
        if (fields.roleIds().isEmpty()) {
            problems.add(FieldError.invalid("role_ids", "It should contain at least one role"));
        } else if (roles.size() < fields.roleIds().size()) {
            problems.add(FieldError.unknown("role_ids", "role"));
        } else {
            int wanted = fields.isCollaborator() ? COLLABORATOR_ROLE : SUPPORT_ROLE;
            problems.addIf(
                    roles.stream().anyMatch(role -> role.agentType() != wanted),
                    FieldError.invalid("role_ids", "It should contain roles for the type of the agent only"));
        }
        checkGroups("group_ids", fields.groupIds());
        checkGroups("contribution_group_ids", fields.contributionGroupIds());
        problems.refuse();
        roles.forEach(role -> requirePrivileges(role.privileges()));
    }

    void checkEmail(String email) {
        if (email == null) problems.add(FieldError.cleared("email", "String"));
        else problems.addIf(!Emails.isValid(email), FieldError.invalid("email", Emails.MESSAGE));
    }

    /** @param timeZone a Rails zone name, or null */
    void checkTimeZone(String timeZone) {
        problems.addIf(
                timeZone != null && !TimeZones.isKnown(timeZone),
                FieldError.invalid("time_zone", "It should be a valid time zone"));
    }

    /** There are no skills to hold. */
    void checkSkills(List<Long> skillIds) {
        problems.addIf(skillIds != null && !skillIds.isEmpty(), FieldError.unknown("skill_ids", "skill"));
    }

    /** Nor does anybody touch one. */
    void requireNotAbove(AgentRow agent) {
        store.roles(caller.accountId(), agent.fields().roleIds()).forEach(role -> requirePrivileges(role.privileges()));
    }

    void checkOwn(AgentRow now, AgentFields asked) {
        if (now.id() != caller.agentId()) return;
        problems.addIf(asked.ticketScope() != now.fields().ticketScope(), own("ticket_scope"));
        problems.addIf(!asked.roleIds().equals(now.fields().roleIds()), own("role_ids"));
    }

    private static FieldError own(String field) {
        return new FieldError(field, "You cannot update your own " + field, "inaccessible_field");
    }

    private void checkGroups(String field, List<Long> ids) {
        problems.addIf(
                !ids.isEmpty() && store.groupsAmong(caller.accountId(), ids).size() < ids.size(),
                FieldError.unknown(field, "group"));
    }

    private void requirePrivileges(Collection<String> names) {
        if (!names.stream().map(Privilege::valueOf).allMatch(caller::may)) throw Refusal.Forbidden.role();
    }
}
