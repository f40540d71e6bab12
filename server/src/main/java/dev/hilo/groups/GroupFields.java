package dev.hilo.groups;

/** What can be set on a group, its agents aside. */
public record GroupFields(
        String name,
        String description,
        Long escalateTo,
        String unassignedFor,
        Long businessHourId,
        String groupType,
        int autoTicketAssign,
        Integer cappingLimit,
        boolean allowAgentsToChangeAvailability) {

    static final String DEFAULT_UNASSIGNED_FOR = "30m";
    static final String DEFAULT_TYPE = "support_agent_group";
}
