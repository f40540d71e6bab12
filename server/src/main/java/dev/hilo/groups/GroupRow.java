package dev.hilo.groups;

import dev.hilo.api.AdminGroup;
import dev.hilo.api.Group;
import dev.hilo.api.GroupItem;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;

/** A group with the ids of its agents. */
public record GroupRow(long id, @Nested GroupFields fields, List<Long> agentIds, Instant createdAt, Instant updatedAt) {

    Group view() {
        return new Group(
                id,
                fields.name(),
                fields.description(),
                fields.escalateTo(),
                fields.unassignedFor(),
                fields.businessHourId(),
                agentIds,
                fields.groupType(),
                createdAt,
                updatedAt,
                fields.autoTicketAssign(),
                fields.allowAgentsToChangeAvailability(),
                false);
    }

    GroupItem item() {
        return new GroupItem(
                id,
                fields.name(),
                fields.description(),
                fields.escalateTo(),
                fields.unassignedFor(),
                fields.businessHourId(),
                fields.groupType(),
                createdAt,
                updatedAt,
                fields.autoTicketAssign(),
                false);
    }

    AdminGroup adminView() {
        return new AdminGroup(
                id,
                fields.name(),
                fields.description(),
                fields.escalateTo(),
                fields.unassignedFor(),
                agentIds,
                createdAt,
                updatedAt,
                fields.allowAgentsToChangeAvailability(),
                fields.businessHourId(),
                fields.groupType(),
                Assignment.wire(fields.autoTicketAssign(), fields.cappingLimit()));
    }
}
