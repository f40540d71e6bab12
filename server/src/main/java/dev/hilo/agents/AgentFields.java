package dev.hilo.agents;

import java.util.List;

/**
 * What can be set on an agent, the person aside.
 *
 * @param ticketScope 1 all tickets, 2 those of the agent's groups, 3 the agent's own
 * @param type {@code support_agent}, {@code field_agent} or {@code collaborator}
 * @param roleIds null to let the type decide
 * @param contributionGroupIds groups whose tickets the agent sees and does not work on
 */
public record AgentFields(
        int ticketScope,
        boolean occasional,
        String type,
        String signature,
        boolean focusMode,
        List<Long> groupIds,
        List<Long> roleIds,
        List<Long> contributionGroupIds) {

    public static final String SUPPORT_AGENT = "support_agent";
    static final String COLLABORATOR = "collaborator";
    /** What Freshdesk gives an agent who comes without a signature. */
    static final String EMPTY_SIGNATURE = "<div dir=\"ltr\"><p><br></p>\n</div>";

    private static final List<String> TYPES = List.of(SUPPORT_AGENT, "field_agent", COLLABORATOR);

    /** The type that a request tells as a number. */
    public static String type(Integer number) {
        return number == null ? SUPPORT_AGENT : TYPES.get(number - 1);
    }

    boolean isCollaborator() {
        return type.equals(COLLABORATOR);
    }

    AgentFields withRoles(List<Long> roles) {
        return new AgentFields(
                ticketScope, occasional, type, signature, focusMode, groupIds, roles, contributionGroupIds);
    }
}
