package dev.hilo.fields;

import dev.hilo.api.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The fields of contacts and companies that a new account has, with what was recorded of them (2026-08). */
final class DefaultPeopleFields {

    private final FieldStore store;
    private final long accountId;
    private final Instant now;

    DefaultPeopleFields(FieldStore store, long accountId, Instant now) {
        this.store = store;
        this.accountId = accountId;
        this.now = now;
    }

    /** What customers may do with a field of theirs. */
    private record ForCustomers(boolean signUp, boolean edit, boolean required, boolean displayed) {}

    private static final ForCustomers FULL = new ForCustomers(true, true, true, true);
    private static final ForCustomers SIGN_UP = new ForCustomers(true, false, false, true);
    private static final ForCustomers EDIT = new ForCustomers(false, true, false, true);
    private static final ForCustomers SEE = new ForCustomers(false, false, false, true);
    private static final ForCustomers NOTHING = new ForCustomers(false, false, false, false);

    /** The gaps between the positions are Freshdesk's own. */
    void ofContacts() {
        contact(1, "name", "Full name", FULL);
        contact(2, "job_title", "Title", EDIT);
        contact(3, "email", "Email", SIGN_UP);
        contact(4, "mobile", "Mobile phone", EDIT);
        contact(5, "phone", "Work phone", EDIT);
        contact(6, "other_phone_numbers", "Other phone numbers", SEE);
        contact(8, "company_name", "Company", SEE);
        contact(9, "address", "Address", NOTHING);
        contact(10, "time_zone", "Time zone", EDIT);
        contact(11, "language", "Language", EDIT);
        contact(12, "tag_names", "Tags", NOTHING);
        contact(13, "description", "About", NOTHING);
        contact(15, "unique_external_id", "Unique external ID", NOTHING);
        insert(
                Resource.CONTACT,
                45,
                "social_handler",
                "default_social_handler",
                "Social handle",
                false,
                EDIT,
                List.of("whatsapp", "facebook", "instagram", "x"));
        insert(Resource.CONTACT, 58, "list_ids", "default_lists", "Contact lists", false, NOTHING, List.of());
    }

    private void contact(int position, String name, String label, ForCustomers forCustomers) {
        insert(Resource.CONTACT, position, name, "default_" + name, label, false, forCustomers, List.of());
    }

    void ofCompanies() {
        company(1, "name", "Company Name", List.of());
        company(2, "description", "Description", List.of());
        company(3, "note", "Notes", List.of());
        company(4, "domains", "Domains for this company", List.of());
        company(5, "health_score", "Health score", List.of("At risk", "Doing okay", "Happy"));
        company(6, "account_tier", "Account tier", List.of("Basic", "Premium", "Enterprise"));
        company(7, "renewal_date", "Renewal date", List.of());
        company(8, "industry", "Industry", Industries.ALL);
    }

    private void company(int position, String name, String label, List<String> values) {
        insert(Resource.COMPANY, position, name, "default_" + name, label, name.equals("name"), NOTHING, values);
    }

    private void insert(
            Resource resource,
            int position,
            String name,
            String type,
            String label,
            boolean required,
            ForCustomers forCustomers,
            List<String> values) {
        store.insert(
                accountId,
                new Field(
                        0,
                        resource.text(),
                        name,
                        label,
                        label,
                        null,
                        type,
                        true,
                        position,
                        false,
                        required,
                        forCustomers.required,
                        forCustomers.edit,
                        false,
                        forCustomers.displayed,
                        forCustomers.signUp,
                        Json.MAPPER.valueToTree(choices(values)),
                        Json.MAPPER.createArrayNode(),
                        now,
                        now));
    }

    private static List<Choice> choices(List<String> values) {
        var choices = new ArrayList<Choice>();
        for (String value : values) choices.add(Choice.of(value, value, choices.size()));
        return choices;
    }
}
