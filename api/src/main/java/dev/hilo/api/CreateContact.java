package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A new contact, known by at least one of e-mail, phone, mobile, twitter handle and external id.
 *
 * @param avatar a picture of at most 5 MB, in a form
 * @param socialHandler at most ten objects
 */
public record CreateContact(
        @Required @Bounds(255) String name,
        @Bounds(255) String email,
        @Bounds(255) String phone,
        @Bounds(255) String mobile,
        @Bounds(255) String twitterId,
        @Bounds(255) String uniqueExternalId,
        @Bounds(50) List<String> otherEmails,
        Long companyId,
        Boolean viewAllTickets,
        @Bounds(300) List<OtherCompany> otherCompanies,
        @Bounds(2_000) String address,
        Upload avatar,
        Map<String, Object> customFields,
        @Bounds(65_535) String description,
        @Bounds(255) String jobTitle,
        String language,
        @Bounds(300) List<String> tags,
        String timeZone,
        @Bounds(50) List<String> otherPhoneNumbers,
        JsonNode socialHandler,
        @Among({"display_id", "primary_field_value"}) String lookupParameter) {}
