package dev.hilo.roles;

import static dev.hilo.accounts.Privilege.*;

import dev.hilo.accounts.Privilege;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The roles that a new account has, under the names that Freshdesk gives them. */
public enum DefaultRole {
    ACCOUNT_ADMINISTRATOR(
            "Account Administrator",
            "Has complete control over the help desk including access to Account or Billing related information.",
            1,
            EnumSet.allOf(Privilege.class)),
    ADMINISTRATOR(
            "Administrator",
            "Can configure all features through the Admin tab, but is restricted from viewing Account or Billing related"
                    + " information.",
            1,
            EnumSet.complementOf(EnumSet.of(MANAGE_ACCOUNT))),
    SUPERVISOR(
            "Supervisor",
            "Can perform all agent related activities and access reports, but cannot access or change configurations in"
                    + " the Admin tab.",
            1,
            EnumSet.complementOf(EnumSet.of(MANAGE_ACCOUNT, ADMINISTER))),
    AGENT(
            "Agent",
            "Can log, view, reply, update and resolve tickets and manage contacts.",
            1,
            EnumSet.complementOf(EnumSet.of(MANAGE_ACCOUNT, ADMINISTER, EXPORT_DATA, DELETE_CONTACTS))),
    TICKET_COLLABORATOR(
            "Ticket Collaborator",
            "Can view tickets and add private notes.",
            3,
            EnumSet.of(VIEW_TICKETS, ADD_NOTES, VIEW_CONTACTS, VIEW_SOLUTIONS)),
    ANALYTICS_COLLABORATOR("Analytics Collaborator", "Can view reports.", 3, EnumSet.of(EXPORT_DATA));

    private final String title;
    private final String description;
    private final int agentType;
    private final Set<Privilege> privileges;

    DefaultRole(String title, String description, int agentType, Set<Privilege> privileges) {
        this.title = title;
        this.description = description;
        this.agentType = agentType;
        this.privileges = privileges;
    }

    public String title() {
        return title;
    }

    String description() {
        return description;
    }

    int agentType() {
        return agentType;
    }

    public List<String> privileges() {
        return privileges.stream().map(Privilege::name).toList();
    }
}
