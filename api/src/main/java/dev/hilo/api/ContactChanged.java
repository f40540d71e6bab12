package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The answer to the creation or change of a contact: a {@link Contact} that always has {@code deleted}, without
 * {@code ip_address} and {@code devices} (recorded 2026-08).
 */
public record ContactChanged(
        boolean active,
        String address,
        boolean deleted,
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
        List<String> otherPhoneNumbers,
        JsonNode socialHandler,
        String guestName,
        String guestProfilePic) {}
