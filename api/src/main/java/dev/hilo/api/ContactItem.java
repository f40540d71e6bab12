package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A contact on a list (recorded 2026-08). @param otherCompanies absent when there is no company at all */
public record ContactItem(
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
        @JsonInclude(JsonInclude.Include.NON_NULL) List<OtherCompany> otherCompanies,
        String uniqueExternalId,
        String firstName,
        String lastName,
        String visitorId,
        long orgContactId,
        String orgContactIdStr,
        List<String> otherPhoneNumbers,
        JsonNode socialHandler,
        String guestName,
        String guestProfilePic) {}
