package dev.hilo.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.OtherCompany;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be set on a contact.
 *
 * @param viewAllTickets null when there is no company
 * @param otherCompanies {@code [{"company_id", "view_all_tickets"}]}, without the company
 * @param otherEmails in lower case, without the e-mail
 */
public record ContactFields(
        String name,
        String email,
        String phone,
        String mobile,
        String twitterId,
        String uniqueExternalId,
        List<String> otherEmails,
        Long companyId,
        Boolean viewAllTickets,
        JsonNode otherCompanies,
        String address,
        Map<String, Object> customFields,
        String description,
        String jobTitle,
        String language,
        List<String> tags,
        String timeZone,
        List<String> otherPhoneNumbers,
        JsonNode socialHandler) {

    boolean isKnownBySomething() {
        return email != null || phone != null || mobile != null || twitterId != null || uniqueExternalId != null;
    }

    List<String> emails() {
        var emails = new ArrayList<String>();
        if (email != null) emails.add(email);
        emails.addAll(otherEmails);
        return emails;
    }

    /** What no other contact may have, as the lock knows it. */
    Set<String> identities() {
        var identities = new LinkedHashSet<String>();
        emails().forEach(address -> identities.add(IdentityLock.email(address)));
        if (twitterId != null) identities.add(IdentityLock.twitter(twitterId));
        if (uniqueExternalId != null) identities.add(IdentityLock.externalId(uniqueExternalId));
        return identities;
    }

    List<OtherCompany> companies() {
        var companies = new ArrayList<OtherCompany>();
        otherCompanies.forEach(company -> companies.add(new OtherCompany(
                company.get("company_id").longValue(),
                company.get("view_all_tickets").booleanValue())));
        return companies;
    }

    /** The values by the names of the default fields, but for the name, which every contact has. */
    Map<String, Object> byField() {
        var values = new LinkedHashMap<String, Object>();
        values.put("job_title", jobTitle);
        values.put("email", email);
        values.put("mobile", mobile);
        values.put("phone", phone);
        values.put("other_phone_numbers", otherPhoneNumbers);
        values.put("company_name", companyId);
        values.put("address", address);
        values.put("time_zone", timeZone);
        values.put("language", language);
        values.put("tag_names", tags);
        values.put("description", description);
        values.put("unique_external_id", uniqueExternalId);
        return values;
    }
}
