package dev.hilo.groups;

import static dev.hilo.groups.GroupFields.DEFAULT_TYPE;
import static dev.hilo.groups.GroupFields.DEFAULT_UNASSIGNED_FOR;

import dev.hilo.api.AgentAssignment;
import dev.hilo.api.ChangeGroupAgents;
import dev.hilo.api.CreateAdminGroup;
import dev.hilo.api.UpdateAdminGroup;
import dev.hilo.errors.Problems;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.Objects;

/** {@code /api/v2/admin/groups}, the newer of the two shapes. */
public final class AdminGroupsApi {

    private static final String CALENDAR = "business_calendar_id";

    private final Groups groups;

    public AdminGroupsApi(Groups groups) {
        this.groups = groups;
    }

    public Answer list(Call call) {
        return Answer.page(groups.list(call.caller(), call.paging()).map(GroupRow::adminView));
    }

    public Answer view(Call call) {
        return Answer.ok(groups.require(call.caller(), call.id()).adminView());
    }

    public Answer create(Call call) {
        var asked = call.body(CreateAdminGroup.class);
        var assignment = assignment(asked.automaticAgentAssignment());
        var created = groups.create(call.caller(), fields(asked, assignment), asked.agentIds(), CALENDAR);
        return Answer.created("admin/groups/" + created.id(), created.adminView());
    }

    public Answer update(Call call) {
        var asked = call.body(UpdateAdminGroup.class);
        var assignment = assignment(asked.automaticAgentAssignment().value());
        return Answer.ok(groups.update(
                        call.caller(), call.id(), now -> changed(now, asked, assignment), asked.agentIds(), CALENDAR)
                .adminView());
    }

    public Answer delete(Call call) {
        groups.delete(call.caller(), call.id());
        return Answer.done();
    }

    public Answer agents(Call call) {
        return Answer.page(groups.members(call.caller(), call.id(), call.paging(), call.address()));
    }

    public Answer changeAgents(Call call) {
        groups.changeAgents(call.caller(), call.id(), call.body(ChangeGroupAgents.class));
        return Answer.done();
    }

    private static Assignment assignment(AgentAssignment asked) {
        var problems = new Problems();
        var assignment = Assignment.of(asked, problems);
        problems.refuse();
        return assignment;
    }

    private static GroupFields fields(CreateAdminGroup asked, Assignment assignment) {
        return new GroupFields(
                asked.name(),
                asked.description(),
                asked.escalateTo(),
                Objects.requireNonNullElse(asked.unassignedFor(), DEFAULT_UNASSIGNED_FOR),
                asked.businessCalendarId(),
                Objects.requireNonNullElse(asked.type(), DEFAULT_TYPE),
                assignment.number(),
                Assignment.cappingLimit(asked.automaticAgentAssignment()),
                Boolean.TRUE.equals(asked.allowAgentsToChangeAvailability()));
    }

    private static GroupFields changed(GroupFields now, UpdateAdminGroup asked, Assignment assignment) {
        var assigning = asked.automaticAgentAssignment();
        return new GroupFields(
                asked.name().or(now.name()),
                asked.description().or(now.description()),
                asked.escalateTo().or(now.escalateTo()),
                asked.unassignedFor().or(now.unassignedFor()),
                asked.businessCalendarId().or(now.businessHourId()),
                now.groupType(),
                assigning.isPresent() ? assignment.number() : now.autoTicketAssign(),
                assigning.isPresent() ? Assignment.cappingLimit(assigning.value()) : now.cappingLimit(),
                Boolean.TRUE.equals(asked.allowAgentsToChangeAvailability().or(now.allowAgentsToChangeAvailability())));
    }
}
