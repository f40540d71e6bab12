package dev.hilo.api;

import java.time.Instant;
import java.util.List;

/** An agent on the list of {@code GET /agents?only=availability}. */
public record AgentAvailabilityItem(
        long id,
        UserData userData,
        Person contact,
        OnList availability,
        boolean deactivated,
        String availabilityControl,
        boolean legacyRouting) {

    public record UserData(User user) {}

    public record User(
            long id,
            String name,
            String email,
            Instant createdAt,
            Instant updatedAt,
            long accountId,
            boolean active,
            Long customerId,
            String jobTitle,
            String phone,
            String mobile,
            String twitterId,
            String description,
            String timeZone,
            boolean deleted,
            String fbProfileId,
            String language,
            String address,
            String externalId,
            boolean helpdeskAgent,
            String uniqueExternalId,
            Long companyId,
            String contactType,
            List<String> otherPhoneNumbers) {}

    public record Person(String name, String email, Avatar avatar) {}

    public record OnList(
            String agentRef, List<AgentAvailability.Channel> channelAvailability, Instant statusUpdatedAt) {}
}
