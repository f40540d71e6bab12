package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A change of a contact; see {@link CreateContact}. */
public record UpdateContact(
        @Bounds(255) Patch<String> name,
        @Bounds(255) Patch<String> email,
        @Bounds(255) Patch<String> phone,
        @Bounds(255) Patch<String> mobile,
        @Bounds(255) Patch<String> twitterId,
        @Bounds(255) Patch<String> uniqueExternalId,
        @Bounds(50) Patch<List<String>> otherEmails,
        Patch<Long> companyId,
        Patch<Boolean> viewAllTickets,
        @Bounds(300) Patch<List<OtherCompany>> otherCompanies,
        @Bounds(2_000) Patch<String> address,
        Patch<Upload> avatar,
        Map<String, Object> customFields,
        @Bounds(65_535) Patch<String> description,
        @Bounds(255) Patch<String> jobTitle,
        Patch<String> language,
        @Bounds(300) Patch<List<String>> tags,
        Patch<String> timeZone,
        @Bounds(50) Patch<List<String>> otherPhoneNumbers,
        Patch<JsonNode> socialHandler,
        @Among({"display_id", "primary_field_value"}) String lookupParameter) {}
