package dev.hilo.sla;

import dev.hilo.api.FieldError;
import dev.hilo.api.SlaEscalation;
import dev.hilo.api.SlaScope;
import dev.hilo.api.SlaTarget;
import dev.hilo.errors.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToIntFunction;

/** Whether an SLA policy may be stored as asked. */
final class SlaPolicyRules {

    private static final long SHORTEST = 300;
    private static final long SHORTEST_NEXT = 30;
    private static final long LONGEST = 366L * 24 * 60 * 60;
    private static final long ASSIGNED_AGENT = -1;

    private final SlaPolicyStore store;
    private final long accountId;
    private final Problems problems = new Problems();

    SlaPolicyRules(SlaPolicyStore store, long accountId) {
        this.store = store;
        this.accountId = accountId;
    }

    /** @param now the policy before its change; null for a new one */
    void check(SlaPolicy asked, SlaPolicy now) {
        if (asked.name() == null) problems.add(FieldError.cleared("name", "String"));
        else problems.addIf(asked.name().isBlank(), FieldError.invalid("name", "It should not be blank"));
        problems.addIf(asked.position() < 1, FieldError.invalid("position", "It should be a Positive Integer"));
        boolean targetsChange = now == null || !asked.targets().equals(now.targets());
        for (int priority = 4; priority >= 1 && targetsChange; priority--) {
            checkTarget("sla_target.priority_" + priority, asked.targets().of(priority));
        }
        checkScope(asked, now);
        checkEscalation(asked.escalation());
        problems.refuse();
    }

    void checkStaysDefault(Boolean asked, boolean isDefault) {
        problems.addIf(
                asked != null && asked != isDefault,
                FieldError.invalid("is_default", "Default policies come with the account"));
    }

    private void checkTarget(String name, SlaTarget target) {
        checkTime(name + ".respond_within", target.respondWithin());
        checkTime(name + ".resolve_within", target.resolveWithin());
        Long next = target.nextRespondWithin();
        problems.addIf(
                next != null && (next < SHORTEST_NEXT || next > LONGEST),
                FieldError.invalid(
                        name + ".next_respond_within", "It should be between " + SHORTEST_NEXT + " and " + LONGEST));
    }

    private void checkTime(String field, long seconds) {
        problems.addIf(
                seconds < SHORTEST || seconds > LONGEST || seconds % 60 != 0,
                FieldError.invalid(field, "It should be a multiple of 60 between " + SHORTEST + " and " + LONGEST));
    }

    private void checkScope(SlaPolicy asked, SlaPolicy now) {
        var scope = asked.scope();
        if (asked.isDefault()) {
            problems.addIf(!scope.equals(now.scope()), FieldError.invalid("applicable_to", "It cannot be changed"));
            problems.addIf(!asked.active(), FieldError.invalid("active", "A default policy stays active"));
            return;
        }
        problems.addIf(
                scope.equals(SlaScope.EVERY_TICKET),
                FieldError.invalid("applicable_to", "It should contain at least one condition"));
        checkKnown("company_ids", "company", scope.companyIds(), ids -> store.companies(accountId, ids));
        checkKnown("group_ids", "group", scope.groupIds(), ids -> store.groups(accountId, ids));
        checkKnown("product_ids", "product", scope.productIds(), ids -> store.products(accountId, ids));
    }

    private void checkKnown(String field, String noun, List<Long> ids, ToIntFunction<List<Long>> count) {
        var distinct = List.copyOf(new HashSet<>(ids));
        problems.addIf(
                !distinct.isEmpty() && count.applyAsInt(distinct) < distinct.size(),
                FieldError.unknown("applicable_to." + field, noun));
    }

    private void checkEscalation(SlaEscalation escalation) {
        var steps = new ArrayList<SlaEscalation.Step>();
        steps.add(escalation.reminderResponse());
        steps.add(escalation.reminderResolution());
        steps.add(escalation.response());
        steps.add(escalation.reminderNextResponse());
        steps.add(escalation.nextResponse());
        if (escalation.resolution() != null) steps.addAll(levels(escalation.resolution()));
        steps.removeIf(step -> step == null);
        problems.addIf(
                steps.stream().anyMatch(step -> !isTime(step.escalationTime())),
                FieldError.invalid("escalation.escalation_time", "It should be a multiple of 60"));
        var agents = new HashSet<Long>();
        steps.forEach(step -> agents.addAll(step.agentIds() == null ? List.of() : step.agentIds()));
        agents.remove(ASSIGNED_AGENT);
        problems.addIf(
                !agents.isEmpty() && store.agents(accountId, List.copyOf(agents)) < agents.size(),
                FieldError.unknown("escalation.agent_ids", "agent"));
    }

    /** Each level needs those before it. */
    private List<SlaEscalation.Step> levels(SlaEscalation.Levels levels) {
        var all = new ArrayList<SlaEscalation.Step>();
        all.add(levels.first());
        all.add(levels.second());
        all.add(levels.third());
        all.add(levels.fourth());
        int last = 3;
        while (last >= 0 && all.get(last) == null) last--;
        problems.addIf(
                all.subList(0, last + 1).contains(null),
                FieldError.invalid("escalation.resolution", "Its levels should be in increasing order"));
        return all;
    }

    private static boolean isTime(Long seconds) {
        return seconds == null || (seconds >= 0 && seconds <= LONGEST && seconds % 60 == 0);
    }
}
