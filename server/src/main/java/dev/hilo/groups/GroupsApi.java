package dev.hilo.groups;

import static dev.hilo.groups.GroupFields.DEFAULT_TYPE;
import static dev.hilo.groups.GroupFields.DEFAULT_UNASSIGNED_FOR;

import dev.hilo.api.CreateGroup;
import dev.hilo.api.UpdateGroup;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.Objects;

/** {@code /api/v2/groups}, the older of the two shapes. */
public final class GroupsApi {

    private static final String CALENDAR = "business_hour_id";

    private final Groups groups;

    public GroupsApi(Groups groups) {
        this.groups = groups;
    }

    public Answer list(Call call) {
        return Answer.page(groups.list(call.caller(), call.paging()).map(GroupRow::item));
    }

    public Answer view(Call call) {
        return Answer.ok(groups.require(call.caller(), call.id()).view());
    }

    public Answer create(Call call) {
        var asked = call.body(CreateGroup.class);
        var created = groups.create(call.caller(), fields(asked), asked.agentIds(), CALENDAR);
        return Answer.created("groups/" + created.id(), created.view());
    }

    public Answer update(Call call) {
        var asked = call.body(UpdateGroup.class);
        return Answer.ok(groups.update(call.caller(), call.id(), now -> changed(now, asked), asked.agentIds(), CALENDAR)
                .view());
    }

    public Answer delete(Call call) {
        groups.delete(call.caller(), call.id());
        return Answer.done();
    }

    private static GroupFields fields(CreateGroup asked) {
        return new GroupFields(
                asked.name(),
                asked.description(),
                asked.escalateTo(),
                Objects.requireNonNullElse(asked.unassignedFor(), DEFAULT_UNASSIGNED_FOR),
                asked.businessHourId(),
                Objects.requireNonNullElse(asked.groupType(), DEFAULT_TYPE),
                Objects.requireNonNullElse(asked.autoTicketAssign(), 0),
                null,
                false);
    }

    private static GroupFields changed(GroupFields now, UpdateGroup asked) {
        Integer assign = asked.autoTicketAssign().value();
        return new GroupFields(
                asked.name().or(now.name()),
                asked.description().or(now.description()),
                asked.escalateTo().or(now.escalateTo()),
                asked.unassignedFor().or(now.unassignedFor()),
                asked.businessHourId().or(now.businessHourId()),
                now.groupType(),
                assign == null ? now.autoTicketAssign() : assign,
                assign == null ? now.cappingLimit() : null,
                now.allowAgentsToChangeAvailability());
    }
}
