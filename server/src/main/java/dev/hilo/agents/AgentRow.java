package dev.hilo.agents;

import dev.hilo.api.AgentChanged;
import dev.hilo.api.AgentContact;
import dev.hilo.api.AgentItem;
import dev.hilo.api.AgentMade;
import dev.hilo.api.AgentView;
import dev.hilo.api.Avatar;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;

/** An agent with the person, groups and roles, in one row. */
public record AgentRow(
        long id,
        @Nested AgentFields fields,
        @Nested("contact") AgentContact contact,
        boolean available,
        Instant availableSince,
        Instant availabilityUpdatedAt,
        boolean deactivated,
        boolean apiKeyEnabled,
        Instant lastActiveAt,
        Instant createdAt,
        Instant updatedAt) {

    /** The only status on record. */
    private static final String OPERATIONAL = "available";

    private static final List<Long> NO_SKILLS = List.of();

    AgentItem item() {
        return new AgentItem(
                available,
                fields.occasional(),
                id,
                fields.ticketScope(),
                createdAt,
                updatedAt,
                lastActiveAt,
                availableSince,
                fields.type(),
                contact,
                deactivated,
                fields.signature(),
                fields.focusMode(),
                OPERATIONAL,
                apiKeyEnabled);
    }

    AgentChanged changed() {
        return new AgentChanged(
                available,
                fields.occasional(),
                id,
                fields.ticketScope(),
                fields.groupIds(),
                fields.roleIds(),
                NO_SKILLS,
                createdAt,
                updatedAt,
                lastActiveAt,
                availableSince,
                fields.type(),
                contact,
                fields.signature(),
                fields.contributionGroupIds(),
                fields.focusMode(),
                OPERATIONAL,
                apiKeyEnabled);
    }

    /** @param avatar the agent's picture, or null */
    AgentMade made() {
        return new AgentMade(
                contact.active(),
                contact.email(),
                contact.jobTitle(),
                contact.language(),
                contact.lastLoginAt(),
                contact.mobile(),
                contact.name(),
                contact.phone(),
                contact.timeZone(),
                contact.createdAt(),
                contact.updatedAt(),
                new AgentMade.AsAgent(
                        availableSince,
                        available,
                        fields.occasional(),
                        fields.signature(),
                        id,
                        fields.ticketScope(),
                        fields.groupIds(),
                        fields.type(),
                        fields.roleIds(),
                        fields.focusMode(),
                        createdAt,
                        updatedAt));
    }

    AgentView view(Avatar avatar) {
        return new AgentView(
                id,
                Long.toString(id),
                fields.groupIds(),
                List.of(),
                deactivated,
                OPERATIONAL,
                available,
                availableSince,
                fields.occasional(),
                fields.ticketScope(),
                fields.roleIds(),
                NO_SKILLS,
                fields.type(),
                lastActiveAt,
                createdAt,
                updatedAt,
                fields.contributionGroupIds(),
                List.of(),
                fields.signature(),
                new AgentView.Person(contact, avatar),
                fields.ticketScope(),
                List.of(new AgentView.OnChannel("ticket", available, availabilityUpdatedAt)),
                fields.focusMode(),
                apiKeyEnabled);
    }
}
