package dev.hilo.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TimeZones;
import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.Field;
import dev.hilo.fields.Languages;
import dev.hilo.fields.RequiredFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a contact may be. */
final class ContactRules {

    static final String ONE_OF_THESE =
            "Please fill at least 1 of the following fields: email, mobile, phone, twitter_id, unique_external_id";

    private static final int LONGEST_TAG = 32;
    private static final int LONGEST_PHONE = 255;
    private static final int MOST_HANDLES = 10;
    private static final int LONGEST_HANDLE = 1_000;

    private final ContactStore store;
    private final long accountId;
    private final Problems problems;

    ContactRules(ContactStore store, long accountId, Problems problems) {
        this.store = store;
        this.accountId = accountId;
        this.problems = problems;
    }

    /** @param named the fields that the request sets; all of them for a new contact */
    void check(ContactFields contact, Set<String> named, List<Field> fields) {
        problems.addIf(
                contact.name().isBlank(),
                FieldError.invalid("name", "It should not be blank as this is a mandatory field"));
        problems.addIf(!contact.isKnownBySomething(), new FieldError("email", ONE_OF_THESE, "missing_field"));
        checkEmails(contact);
        checkTexts(contact);
        checkPlace(contact, named);
        checkHandles(contact.socialHandler());
        checkCompanies(contact);
        RequiredFields.check(fields, contact.byField(), named, problems);
    }

    private void checkEmails(ContactFields contact) {
        problems.addIf(
                contact.email() != null && !Emails.isValid(contact.email()),
                FieldError.invalid("email", Emails.MESSAGE));
        problems.addIf(
                !contact.otherEmails().stream().allMatch(Emails::isValid),
                FieldError.invalid(
                        "other_emails", "It should contain elements that are in the 'valid email address' format"));
    }

    private void checkTexts(ContactFields contact) {
        problems.addIf(
                contact.tags().stream()
                        .anyMatch(tag -> tag.isBlank() || tag.length() > LONGEST_TAG || tag.contains(",")),
                FieldError.invalid(
                        "tags", "It should contain elements of at most " + LONGEST_TAG + " characters without commas"));
        problems.addIf(
                contact.otherPhoneNumbers().stream().anyMatch(p -> p.isBlank() || p.length() > LONGEST_PHONE),
                FieldError.invalid("other_phone_numbers", "It should contain phone numbers"));
    }

    private void checkPlace(ContactFields contact, Set<String> named) {
        if (named.contains("language")
                && contact.language() != null
                && !Languages.ALL.containsKey(contact.language())) {
            problems.add(FieldError.notAmong("language", Languages.ALL.keySet().toArray(String[]::new)));
        }
        if (named.contains("time_zone") && contact.timeZone() != null && !TimeZones.isKnown(contact.timeZone())) {
            problems.add(FieldError.invalid("time_zone", "It should be the name of a time zone, such as 'London'"));
        }
    }

    private void checkHandles(JsonNode handles) {
        boolean fits = handles.isArray() && handles.size() <= MOST_HANDLES;
        for (var handle : handles)
            fits &= handle.isObject() && handle.toString().length() <= LONGEST_HANDLE;
        problems.addIf(
                !fits, FieldError.invalid("social_handler", "It should have at most " + MOST_HANDLES + " elements"));
    }

    private void checkCompanies(ContactFields contact) {
        var others =
                contact.companies().stream().map(company -> company.companyId()).toList();
        var ids = new ArrayList<>(others);
        if (contact.companyId() != null) ids.add(contact.companyId());
        if (ids.isEmpty()) return;
        var known = store.companiesAmong(accountId, ids);
        problems.addIf(
                contact.companyId() != null && !known.contains(contact.companyId()),
                FieldError.unknown("company_id", "company"));
        problems.addIf(!known.containsAll(others), FieldError.unknown("other_companies", "company"));
    }

    /** Under the lock of the identities. @param self the contact's own id; 0 for a new one */
    static void requireUnique(ContactStore store, long accountId, long self, ContactFields contact) {
        var taken = store.taken(accountId, self, contact.emails(), contact.twitterId(), contact.uniqueExternalId());
        if (taken.isEmpty()) return;
        throw new Refusal.Duplicate(taken.stream()
                .map(clash -> new FieldError(
                        field(clash, contact),
                        "It should be a unique value",
                        "duplicate_value",
                        Map.of("user_id", clash.userId())))
                .toList());
    }

    private static String field(ContactStore.Taken clash, ContactFields contact) {
        return clash.field().equals("email") && !clash.value().equals(contact.email()) ? "other_emails" : clash.field();
    }
}
