package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One contact (reference §4.1).
 *
 * @param deleted true for one in the trash; the key is absent otherwise
 * @param orgContactIdStr the same in quotes
 */
public record Contact(
        boolean active,
        String address,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean deleted,
        String description,
        String email,
        long id,
        String jobTitle,
        String language,
        String mobile,
        String name,
        String phone,
        String timeZone,
        String twitterId,
        Map<String, Object> customFields,
        List<String> tags,
        List<Long> lists,
        List<String> otherEmails,
        String facebookId,
        Instant createdAt,
        Instant updatedAt,
        Integer csatRating,
        String preferredSource,
        String contactType,
        Instant firstSeen,
        Instant lastSeen,
        String ipAddress,
        Long companyId,
        Boolean viewAllTickets,
        List<OtherCompany> otherCompanies,
        String uniqueExternalId,
        Avatar avatar,
        String firstName,
        String lastName,
        String visitorId,
        long orgContactId,
        String orgContactIdStr,
        List<JsonNode> devices,
        List<String> otherPhoneNumbers,
        JsonNode socialHandler,
        String guestName,
        String guestProfilePic) {}
