package dev.hilo.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.FieldError;
import dev.hilo.api.MergeContacts;
import dev.hilo.api.OtherCompany;
import dev.hilo.errors.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Works out what one contact keeps of several. */
final class Merger {

    private static final MergeContacts.Kept NOTHING_SAID =
            new MergeContacts.Kept(null, null, null, null, null, null, null);

    private final List<ContactFields> all;
    private final ContactFields primary;
    private final MergeContacts.Kept kept;
    private final Problems problems;

    /** @param all the primary contact first */
    Merger(List<ContactFields> all, MergeContacts.Kept kept, Problems problems) {
        this.all = all;
        this.primary = all.getFirst();
        this.kept = kept == null ? NOTHING_SAID : kept;
        this.problems = problems;
    }

    ContactFields merged() {
        String email = email();
        var companies = companies();
        Long company = companies.isEmpty() ? null : companies.getFirst().companyId();
        return new ContactFields(
                primary.name(),
                email,
                only("phone", kept.phone(), ContactFields::phone),
                only("mobile", kept.mobile(), ContactFields::mobile),
                only("twitter_id", kept.twitterId(), ContactFields::twitterId),
                only("unique_external_id", kept.uniqueExternalId(), ContactFields::uniqueExternalId),
                otherEmails(email),
                company,
                companies.isEmpty() ? null : companies.getFirst().viewAllTickets(),
                others(companies, company),
                primary.address(),
                primary.customFields(),
                primary.description(),
                primary.jobTitle(),
                primary.language(),
                primary.tags(),
                primary.timeZone(),
                List.copyOf(distinct(all.stream().flatMap(c -> c.otherPhoneNumbers().stream()))),
                primary.socialHandler());
    }

    private String email() {
        var emails = emails();
        String asked = Values.email(kept.email());
        if (asked == null) return emails.isEmpty() ? null : emails.getFirst();
        problems.addIf(!emails.contains(asked), foreign("email"));
        return asked;
    }

    private List<String> emails() {
        return List.copyOf(distinct(all.stream().flatMap(c -> c.emails().stream())));
    }

    private List<String> otherEmails(String email) {
        if (kept.otherEmails() == null) return Values.otherEmails(emails(), email);
        var asked = Values.otherEmails(kept.otherEmails(), email);
        problems.addIf(!emails().containsAll(asked), foreign("other_emails"));
        return asked;
    }

    /** A value of which a contact has one: where they differ the caller must choose. */
    private String only(String name, String asked, Function<ContactFields, String> attribute) {
        var values = distinct(all.stream().map(attribute).filter(Objects::nonNull));
        String chosen = Values.text(asked);
        if (chosen != null) {
            problems.addIf(!values.contains(chosen), foreign(name));
            return chosen;
        }
        problems.addIf(values.size() > 1, new FieldError(name, "Mandatory attribute missing", "missing_field"));
        return values.isEmpty() ? null : values.iterator().next();
    }

    private List<OtherCompany> companies() {
        var viewsAll = new LinkedHashMap<Long, Boolean>();
        for (var contact : all) {
            if (contact.companyId() != null) {
                viewsAll.merge(contact.companyId(), Boolean.TRUE.equals(contact.viewAllTickets()), Boolean::logicalOr);
            }
            contact.companies().forEach(c -> viewsAll.merge(c.companyId(), c.viewAllTickets(), Boolean::logicalOr));
        }
        Collection<Long> ids = kept.companyIds() == null ? viewsAll.keySet() : new LinkedHashSet<>(kept.companyIds());
        problems.addIf(!viewsAll.keySet().containsAll(ids), foreign("company_ids"));
        return ids.stream()
                .map(id -> new OtherCompany(id, viewsAll.getOrDefault(id, false)))
                .toList();
    }

    private static JsonNode others(List<OtherCompany> companies, Long company) {
        return Values.companies(new ArrayList<>(companies), company);
    }

    private static FieldError foreign(String name) {
        return FieldError.invalid(name, "It should be one of the contacts' own");
    }

    private static LinkedHashSet<String> distinct(Stream<String> values) {
        return values.collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll);
    }
}
